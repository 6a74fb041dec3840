"""The shell, run as its user would."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from gouache import __version__ as version
from gouache.cli import main


def gouache(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gouache", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment})


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".webp", "WEBP"), (".jpg", "JPEG")])
def test_the_name_decides_the_format(tmp_path: Path, suffix: str, kind: str) -> None:
    path = tmp_path / f"cup{suffix}"
    assert gouache("generate", "a cup", "-o", str(path), "--size", "256x192").returncode == 0
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == (kind, (256, 192))


def test_svg_on_stdout() -> None:
    done = gouache("generate", "a cup", "-o", "-", "--seed", "1")
    assert etree.fromstring(done.stdout).get("viewBox") == "0 0 1024 1024"


def test_same_seed_same_bytes_in_another_process() -> None:
    once, again = (gouache("generate", "a cat and a dog", "-o", "-", "--seed", "9").stdout for _ in range(2))
    assert once == again


def test_another_seed_another_picture() -> None:
    once, other = (gouache("generate", "a cat", "-o", "-", "--seed", seed).stdout for seed in ("1", "2"))
    assert once != other


def test_n_files(tmp_path: Path) -> None:
    assert gouache("generate", "a star", "-n", "3", "-o", str(tmp_path / "star.svg"), "--seed", "4").returncode == 0
    pictures = [(tmp_path / f"star-{i}.svg").read_bytes() for i in (1, 2, 3)]
    assert len(set(pictures)) == 3


def test_report_says_what_became_of_the_request() -> None:
    done = gouache("generate", "a cup", "-o", os.devnull, "--format", "svg", "--report", "--seed", "3")
    [report] = json.loads(done.stdout)
    assert report["seed"] == 3
    assert set(report) == {"engine", "seed", "style", "resolved", "approximated", "ignored"}


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["", "-o", "x.svg"], "prompt"),
        (["a", "-o", "x.bmp"], "x.bmp"),
        (["a", "--size", "1x1"], "size"),
        (["a", "--style", "baroque"], "baroque"),
        (["a", "--color", "reddish"], "reddish"),
        (["a", "--seed", "-1"], "seed"),
        (["a", "-n", "0"], "n"),
        (["a", "-o", "-", "-n", "2"], "stdout"),
        (["a", "-o", "x.svg", "--style", "pixel_art"], "SVG"),
    ],
)
def test_wrong_arguments_are_one_clear_line(arguments: list[str], word: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gouache", "generate", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    ["paint", "generate", "generate a --wrong", "db paint", "erase a.png", "serve --port 99999", "keys revoke",
     "serve --host 999.1.1.1", "worker --concurrency 0", "worker --queue paint", "accounts grant ann many"],
)  # fmt: skip
def test_misuse_is_one_line(
    arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["gouache", *arguments.split()])
    monkeypatch.setenv("GOUACHE_DATA_DIR", str(tmp_path))
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr()
    assert (left.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith("gouache: ")


def test_provenance_is_in_the_file() -> None:
    png = gouache("generate", "a cup", "-o", "-", "--format", "png", "--size", "128x128").stdout
    with Image.open(io.BytesIO(png)) as picture:
        note = json.loads(str(picture.info["gouache"]))
    assert note["generator"] == "gouache"
    assert len(note["prompt_sha256"]) == 64


def test_version_and_help_in_panels() -> None:
    assert gouache("--version").stdout.decode().strip() == f"gouache {version}"
    text = gouache("--help", COLUMNS="100").stdout.decode()
    places = [text.index(word) for word in ("Pictures", "generate", "Server", "serve", "Administration", "keys")]
    assert places == sorted(places)


def test_completion_knows_the_styles() -> None:
    asked = {"COMP_WORDS": "gouache generate a --style vector_illustration/eng", "COMP_CWORD": "4"}
    program = str(Path(sys.executable).with_name("gouache"))
    environment = {**os.environ, **asked, "_GOUACHE_COMPLETE": "complete_bash"}
    done = subprocess.run([program], capture_output=True, text=True, env=environment)
    assert done.stdout.split() == ["vector_illustration/engraving"]


def test_what_cannot_be_written_is_one_clear_line() -> None:
    done = gouache("generate", "a cup", "-o", "/dev/null/cup.svg")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("gouache: cannot write /dev/null/cup.svg")


def test_what_fails_is_not_what_is_wrong(tmp_path: Path) -> None:
    nowhere = {"GOUACHE_DATABASE_URL": "postgresql:///x?host=/nowhere", "GOUACHE_DATA_DIR": str(tmp_path)}
    assert gouache("generate", "a", "--style", "baroque").returncode == 2
    assert gouache("generate", "a cup", "-o", "-", GOUACHE_ENGINE="upstream").returncode == 1
    lost = gouache("generate", "a cup", "-o", "-", GOUACHE_ENGINES="nowhere:Engine")
    assert (lost.returncode, b"nowhere:Engine" in lost.stderr) == (1, True)
    assert gouache("keys", "list", "--wrong", **nowhere).returncode == 2


def test_progress_on_request(tmp_path: Path) -> None:
    path = tmp_path / "star.svg"
    told = gouache("generate", "a star", "-n", "2", "-o", str(path), "--watch").stderr.decode()
    assert " 50%  picture 2 of 2" in told
    quiet = gouache("generate", "a star", "-n", "2", "-o", str(path)).stderr.decode()
    assert "%" not in quiet


def test_show_draws_the_picture_on_stderr(tmp_path: Path) -> None:
    path = str(tmp_path / "ball.png")
    done = gouache("generate", "a ball", "-o", path, "--size", "64x64", "--show", GOUACHE_SHOW="kitty")
    assert done.stdout == b""
    assert b"\x1b_Ga=T,f=100" in done.stderr
