"""Keys from the shell open the server."""

from __future__ import annotations

import os
import subprocess
import sys

import httpx

from tests.conftest import Server

BODY = {"prompt": "a cup", "style": "vector_illustration"}


def create(server: Server) -> str:
    command = [sys.executable, "-m", "gouache", "keys", "create", "--name", "test"]
    environment = {**os.environ, "GOUACHE_DATA_DIR": str(server.data_dir)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def post(server: Server, key: str) -> int:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.post(f"{server.v1}/images/generations", json=BODY, headers=headers, timeout=60).status_code


def test_a_created_key_is_accepted_at_once(closed_server: Server) -> None:
    assert post(closed_server, create(closed_server)) == 200


def test_other_keys_are_not(closed_server: Server) -> None:
    assert post(closed_server, "gou_wrong") == 401


def test_keys_are_kept_only_as_hashes(closed_server: Server) -> None:
    key = create(closed_server)
    assert key not in (closed_server.data_dir / "keys.json").read_text()
