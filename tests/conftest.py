"""Shared fixtures: a real server process on a socket of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest


@dataclass(frozen=True)
class Server:
    url: str
    data_dir: Path

    @property
    def v1(self) -> str:
        return f"{self.url}/v1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(data_dir: Path, *options: str) -> tuple[Server, subprocess.Popen[bytes]]:
    port = free_port()
    command = [sys.executable, "-m", "gouache", "serve", "--host", "127.0.0.1", "--port", str(port), *options]
    process = subprocess.Popen(command, env={**os.environ, "GOUACHE_DATA_DIR": str(data_dir)})
    server = Server(f"http://127.0.0.1:{port}", data_dir)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{server.url}/ping").raise_for_status()
            return server, process
        except httpx.TransportError:
            time.sleep(0.1)
    process.kill()
    raise TimeoutError("the server did not answer within 30 s")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that accepts any key."""
    running, process = launch(tmp_path_factory.mktemp("open"), "--open", "--workers", "1")
    yield running
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def closed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that wants a key of its own."""
    running, process = launch(tmp_path_factory.mktemp("closed"), "--workers", "1")
    yield running
    process.terminate()
    process.wait(10)
