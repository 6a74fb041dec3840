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


def test_provenance_is_in_the_file() -> None:
    png = gouache("generate", "a cup", "-o", "-", "--format", "png", "--size", "128x128").stdout
    with Image.open(io.BytesIO(png)) as picture:
        note = json.loads(str(picture.info["gouache"]))
    assert note["generator"] == "gouache"
    assert len(note["prompt_sha256"]) == 64
