"""Shared fixtures: one PostgreSQL for the whole run, and real server processes on sockets of their own."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg
import pytest

from gouache.db import upgrade
from gouache.postgres import EmbeddedPostgres


@dataclass(frozen=True)
class Server:
    url: str
    data_dir: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def v1(self) -> str:
        return f"{self.url}/v1"

    def shell(self, *arguments: str) -> str:
        """What a command of the shell prints when it is run beside this server."""
        command = [sys.executable, "-m", "gouache", *arguments]
        environment = {**os.environ, **self.environment}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(
    data_dir: Path, *options: str, port: int | None = None, verify: ssl.SSLContext | None = None, **settings: str
) -> tuple[Server, subprocess.Popen[bytes]]:
    """A server that answers, over https when there is something to verify; settings as `GOUACHE_...` variables."""
    port = port or free_port()
    command = [sys.executable, "-m", "gouache", "serve", "--host", "127.0.0.1", "--port", str(port), *options]
    environment = {"GOUACHE_DATA_DIR": str(data_dir), **settings}
    process = subprocess.Popen(command, env={**os.environ, **environment})
    server = Server(f"http{'s' if verify else ''}://127.0.0.1:{port}", data_dir, environment)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{server.url}/ping", verify=verify or True).raise_for_status()
            return server, process
        except httpx.TransportError:
            if process.poll() is not None:
                raise RuntimeError(f"the server left with exit code {process.returncode}") from None
            time.sleep(0.1)
    process.kill()
    raise TimeoutError("the server did not answer within 120 s")


@pytest.fixture(scope="session")
def scratch() -> Iterator[Path]:
    """A short path that an embedded server may live under."""
    folder = Path(tempfile.mkdtemp(prefix="gouache-test-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def fresh_database(scratch: Path) -> Iterator[Callable[[], str]]:
    """Makes URLs of new databases with every migration applied, all on one embedded server."""
    server = EmbeddedPostgres(scratch / "shared")
    admin = server.start()
    template = admin.replace("/postgres?", "/template?")
    _sql(admin, "create database template")
    upgrade(template)

    def make() -> str:
        name = f"test_{uuid.uuid4().hex[:12]}"
        _sql(admin, f"create database {name} template template")
        return admin.replace("/postgres?", f"/{name}?")

    yield make
    server.close()


def _sql(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture(scope="session")
def server(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """A server that accepts any key."""
    running, process = launch(scratch / "open", "--open", "--workers", "1", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="session")
def closed_server(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """A server that wants a key of its own."""
    running, process = launch(scratch / "closed", "--workers", "1", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)
