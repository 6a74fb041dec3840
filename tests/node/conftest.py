"""Node with the vendors' clients that `package.json` names, installed once into the user's cache.

A package is added by its exact version in `package.json` and by
`npm install --package-lock-only --omit-lockfile-registry-resolved` in this folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_cache_path

_HERE = Path(__file__).parent
_MANIFESTS = ("package.json", "package-lock.json")
Node = Callable[..., Any]


def _unavailable(reason: str) -> None:
    """Skips, but not in CI: there these tests must run."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


@pytest.fixture(scope="session")
def node_folder() -> Path:
    """The folder whose `node_modules` hold exactly what the lock file says."""
    if not shutil.which("node") or not shutil.which("npm"):
        _unavailable("node and npm are not installed")
    digest = hashlib.sha256(b"".join((_HERE / name).read_bytes() for name in _MANIFESTS)).hexdigest()[:16]
    folder = user_cache_path("gouache") / f"node-clients-{digest}"
    if not folder.exists():
        _install(folder)
    return folder


def _install(folder: Path) -> None:
    """All or nothing, also when several runs do it at a time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="node-clients-") as scratch:
        fresh = Path(scratch) / "fresh"
        fresh.mkdir()
        for name in _MANIFESTS:
            shutil.copy(_HERE / name, fresh)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, timeout=100)
        if done.returncode != 0:
            _unavailable(f"npm ci failed: {done.stderr[-1000:]}")
        try:
            fresh.rename(folder)
        except OSError:
            if not folder.exists():
                raise


@pytest.fixture
def node(node_folder: Path) -> Node:
    """`node(script, **variables)` runs an ES module; the script calls `answer(value)` once, which is returned.

    The variables are constants of the script; `environment` sets more variables of the process.
    """

    def run(script: str, *, environment: dict[str, str] | None = None, timeout: float = 60, **variables: Any) -> Any:
        constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in variables.items())
        tell = "const answer = (value) => console.log('\\nANSWER ' + JSON.stringify(value ?? null));\n"
        done = subprocess.run(
            ["node", "--input-type=module", "-"], input=constants + tell + script, cwd=node_folder, text=True,  # noqa: S607
            capture_output=True, timeout=timeout, env={**os.environ, **(environment or {})},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        answers = [line for line in done.stdout.splitlines() if line.startswith("ANSWER ")]
        assert len(answers) == 1, done.stdout + done.stderr
        return json.loads(answers[0].removeprefix("ANSWER "))

    return run
