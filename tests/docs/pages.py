"""The samples of the pages: blocks marked `sh` and `python` are run, all others (`bash`, `ini`, ...) are only read.

Blocks of nothing but `gouache` commands run in this process, which spares loading the engines for each; the others in a
shell or an interpreter of their own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from gouache.cli import app
from tests.conftest import Server

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(sh|python)(?: title=\"([^\"]+)\")?\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PLAIN = re.compile(r"gouache [^|<>$&;`]*")


@dataclass(frozen=True)
class Sample:
    """A block; one with a title is the file of that name, which the blocks after it use."""

    language: str
    title: str
    code: str


def samples(page: Path) -> list[Sample]:
    """The blocks of a page that are run, top to bottom."""
    return [Sample(*found) for found in _BLOCK.findall(page.read_text())]


def run(sample: Sample, folder: Path, server: Server) -> str:
    """Run a block in a folder, beside a server in the place of the page's; raises AssertionError with what it said."""
    code = sample.code.replace("http://127.0.0.1:8000", server.url)
    if sample.title:
        (folder / sample.title).write_text(code)
        return ""
    if sample.language == "sh" and (commands := _commands(code)):
        return "".join(_invoked(command, folder, server) for command in commands)
    start = ["bash", "-euo", "pipefail", "-c"] if sample.language == "sh" else [sys.executable, "-c"]
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **server.environment, "PATH": programs}
    done = subprocess.run([*start, code], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{sample.code}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _commands(code: str) -> list[list[str]]:
    """The arguments of a block's commands when all are `gouache` and need no shell; else none."""
    lines = code.replace("\\\n", " ").splitlines()
    if all(_PLAIN.fullmatch(line) for line in lines):
        return [shlex.split(line, comments=True)[1:] for line in lines]
    return []


def _invoked(arguments: list[str], folder: Path, server: Server) -> str:
    with chdir(folder):
        done = CliRunner().invoke(app, arguments, env=server.environment)
    assert done.exit_code == 0, f"gouache {arguments}\n{done.output}\n{done.exception!r}"
    return done.stdout
