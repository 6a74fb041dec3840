"""The site builds without a warning, asks nobody else for anything, and says what the code says."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from tests.docs.pages import ROOT

DOCS = ROOT / "docs"
_LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=\"([^\"]+)\"|<link[^>]*rel=\"(?:stylesheet|preconnect|preload|icon)\"[^>]*>"
)
_ELSEWHERE = re.compile(r"(?:src|href)=\"(https?:)?//")


def script(name: str) -> ModuleType:
    """A script of the docs folder, loaded."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(ROOT / "mkdocs.yml")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*command, "-d", str(folder)], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder


def test_every_page_is_there(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert pages <= {path.relative_to(site) for path in site.rglob("*.html")}


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for tag in _LOADED.finditer(page.read_text()):
            assert not _ELSEWHERE.search(tag[0]), f"{page}: {tag[0]}"
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import\s+[\"'](https?:)?//", sheet.read_text()), sheet


def test_links_from_the_readme_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)", (ROOT / "README.md").read_text())
    assert len(targets) > 15
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_table_of_settings_is_the_code() -> None:
    assert (DOCS / "settings.md").read_text() == script("make_settings").page()


def test_the_pictures_are_those_of_the_script_and_small() -> None:
    made = script("make_pictures").PAGES
    found = {path.stem: path for path in (DOCS / "images").glob("*.webp")}
    assert found.keys() == made.keys()
    for path in found.values():
        assert path.stat().st_size <= 60_000
        with Image.open(path) as picture:
            assert picture.width >= 400


def test_exit_codes_and_commands_are_told() -> None:
    from gouache.cli import app

    page = (DOCS / "shell.md").read_text() + (DOCS / "operations.md").read_text() + (DOCS / "production.md").read_text()
    told = (
        page
        + (DOCS / "mcp.md").read_text()
        + (DOCS / "custom-styles.md").read_text()
        + (DOCS / "architecture/gpu.md").read_text()
    )
    names = [
        command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        for command in app.registered_commands
    ] + [group.name for group in app.registered_groups]
    assert [name for name in names if f"gouache {name}" not in told] == []
