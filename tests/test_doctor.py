"""The doctor looks at everything and says what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def examine(data_dir: Path, **settings: str) -> tuple[int, dict[str, dict[str, str]]]:
    command = [sys.executable, "-m", "gouache", "doctor", "--json"]
    environment = {**os.environ, "GOUACHE_DATA_DIR": str(data_dir), **settings}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    return done.returncode, {finding["name"]: finding for finding in json.loads(done.stdout)}


def test_a_healthy_machine(tmp_path: Path, fresh_database: Callable[[], str]) -> None:
    code, found = examine(tmp_path, GOUACHE_DATABASE_URL=fresh_database())
    assert code == 0
    assert "PostgreSQL" in found["database"]["detail"]
    assert "first picture" in found["engine"]["detail"]
    assert found["c2pa"]["state"] == "note"


def test_broken_parts_are_named(tmp_path: Path) -> None:
    code, found = examine(
        tmp_path, GOUACHE_STORE_URL="ftp://x", GOUACHE_C2PA_KEY="/none", GOUACHE_C2PA_CERT="/none",
        GOUACHE_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
    )  # fmt: skip
    assert code == 1
    assert {name for name, finding in found.items() if finding["state"] == "fail"} >= {"store", "c2pa", "database"}
    assert "GOUACHE_STORE_URL" in found["store"]["detail"]
