"""The embedded server: shared, restarted after a SIGKILL, under any user and any path."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from gouache.postgres import EmbeddedPostgres

START = "import sys; from pathlib import Path; from gouache.postgres import EmbeddedPostgres as E; e = E(Path(sys.argv[1])); print(e.start())"  # noqa: E501


def pid_of(data_dir: Path) -> int:
    return int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


def test_starts_at_once_and_comes_back_after_a_kill(scratch: Path) -> None:
    server = EmbeddedPostgres(scratch / "killed")
    url = server.start()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("create table kept as select 7 as n")
    os.kill(pid_of(scratch / "killed"), signal.SIGKILL)
    began = time.monotonic()
    assert server.start() == url
    assert time.monotonic() - began < 10
    with psycopg.connect(url) as connection:
        assert connection.execute("select n from kept").fetchone() == (7,)
    server.close()
    assert not server.answers()


def test_the_last_one_stops_it(scratch: Path) -> None:
    first, second = EmbeddedPostgres(scratch / "shared-by-two"), EmbeddedPostgres(scratch / "shared-by-two")
    first.start()
    second.start()
    first.close()
    assert second.answers()
    second.close()
    assert not second.answers()


def test_a_path_too_long_for_a_socket(scratch: Path) -> None:
    server = EmbeddedPostgres(scratch / ("x" * 120))
    assert ("x" * 120) not in server.start()
    assert server.answers()
    server.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_ordinary_user_needs_no_help() -> None:
    nobody = pwd.getpwnam("nobody")
    with tempfile.TemporaryDirectory(prefix="gouache-test-") as folder:
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        done = subprocess.run(
            [sys.executable, "-c", START + "; e.close()", folder],
            user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[], cwd="/",
            env={**os.environ, "HOME": folder, "PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, text=True,
        )  # fmt: skip
        if "Permission denied" in done.stderr and sys.prefix in done.stderr:
            pytest.skip("this Python is out of an ordinary user's reach")
        assert done.returncode == 0, done.stderr
        assert (Path(folder) / "postgres").stat().st_uid == nobody.pw_uid


def test_a_starter_may_die(scratch: Path) -> None:
    data_dir = scratch / "orphan"
    done = subprocess.run(
        [sys.executable, "-c", START + "; import os, signal; sys.stdout.flush(); os.kill(os.getpid(), signal.SIGKILL)",
         str(data_dir)], capture_output=True, text=True, check=False,
    )  # fmt: skip
    server = EmbeddedPostgres(data_dir)
    before = pid_of(data_dir)
    assert server.start() == done.stdout.strip()
    assert pid_of(data_dir) == before
    server.close()
    assert not server.answers()
