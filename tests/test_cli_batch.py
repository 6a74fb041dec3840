"""A file of wishes, run as its user would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner

from gouache.cli import app
from gouache.errors import Invalid

Record = dict[str, Any]


def batch(folder: Path, *lines: object, **options: str) -> tuple[int, list[Record], str]:
    """Exit code, records and stderr of a run over some lines."""
    jobs = folder / "jobs.jsonl"
    jobs.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return run(folder, jobs, **options)


def run(folder: Path, jobs: Path, **options: str) -> tuple[int, list[Record], str]:
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    done = CliRunner().invoke(app, ["batch", str(jobs), "-o", str(folder / "out"), "--json", *words])
    if isinstance(done.exception, Invalid):
        raise done.exception
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (64, 64), "#cc0000").save(tmp_path / "red.png")
    return tmp_path


def test_lines_of_every_kind(folder: Path) -> None:
    code, records, told = batch(
        folder,
        {"id": "cup", "prompt": "a cup", "size": "128x128", "seed": 1},
        {"prompt": "a star", "size": "128x128", "n": 2, "seed": 4, "format": "svg"},
        {"operation": "upscale", "image": "red.png", "factor": 2},
        "",
        {"operation": "vectorize", "image": "red.png", "output": "traced/red.svg"},
    )
    assert code == 0
    assert [one["files"] for one in records] == [
        ["cup.png"], ["0002-1.svg", "0002-2.svg"], ["0003.png"], ["traced/red.svg"],
    ]  # fmt: skip
    assert records[0]["reports"][0]["seed"] == 1
    with Image.open(folder / "out" / "0003.png") as large:
        assert large.size == (128, 128)
    assert "4 done, 0 already there, 0 failed" in told


def test_what_fails_does_not_stop_the_rest(folder: Path) -> None:
    good = {"prompt": "a cup", "size": "64x64", "seed": 1}
    wrong: list[tuple[object, str]] = [
        ("nope", "JSON"), ([1], "object"), ({"prompt": "a", "siz": "1"}, "siz"), ({"prompt": 5}, "prompt"),
        ({"operation": "fly"}, "operation"), ({"operation": "upscale"}, "needs image"),
        ({"prompt": "a", "image": "x"}, "image"),
        ({"operation": "upscale", "image": "none.png"}, "none.png"), ({"prompt": "a", "size": "1x1"}, "size"),
        ({"prompt": "a", "output": "../a.png"}, "output"), ({"prompt": "a", "id": "/etc/a"}, "id"),
        ({"prompt": "a", "output": "a.bmp"}, "a.bmp"),
        ({"operation": "upscale", "image": "red.png", "factor": 3}, "factor"),
        ({"prompt": "a", "output": "a.svg", "style": "pixel_art"}, "SVG"),
    ]  # fmt: skip
    code, records, _ = batch(folder, *(line for line, _ in wrong), good)
    assert code == 1
    assert records[-1]["files"] == ["0015.png"]
    for record, (_, word) in zip(records, wrong, strict=False):
        assert word in record["error"]


def test_a_second_run_does_what_is_missing(folder: Path) -> None:
    lines = [{"prompt": f"{n} balls", "size": "64x64"} for n in ("two", "three", "four")]
    batch(folder, *lines, "nope")
    first = (folder / "out" / "0001.png").read_bytes()
    (folder / "out" / "0002.png").unlink()
    lines[2]["prompt"] = "five balls"
    with (folder / "out" / "journal.jsonl").open("a") as journal:
        journal.write('{"line": 9, "ke')  # what a killed run left
    code, records, told = batch(folder, *lines)
    assert code == 0
    assert [one["line"] for one in records] == [2, 3]
    assert "2 done, 1 already there" in told
    assert (folder / "out" / "0001.png").read_bytes() == first
    assert batch(folder, *lines)[1] == []


def test_a_changed_picture_is_a_new_wish(folder: Path) -> None:
    line = {"operation": "upscale", "image": "red.png", "factor": 2}
    batch(folder, line)
    Image.new("RGB", (32, 32), "#00cc00").save(folder / "red.png")
    assert len(batch(folder, line)[1]) == 1


def test_csv_cells_become_values(folder: Path) -> None:
    jobs = folder / "jobs.csv"
    jobs.write_text('prompt,size,colors,seed,no_text\n"a cat, sitting",64x64,#ff0000; blue,3,true\na dog,64x64,,,,6\n')
    code, records, _ = run(folder, jobs)
    [first] = [one for one in records if "files" in one]
    [second] = [one for one in records if "error" in one]
    assert code == 1
    assert first["reports"][0]["seed"] == 3
    assert "header" in second["error"]


def test_several_processes_make_the_same(folder: Path) -> None:
    lines = [{"prompt": f"{n} balls", "size": "64x64", "seed": 1} for n in ("two", "three")]
    batch(folder, *lines)
    alone = [(folder / "out" / f"000{n}.png").read_bytes() for n in (1, 2)]
    for path in (folder / "out").iterdir():
        path.unlink()
    assert batch(folder, *lines, processes="2")[0] == 0
    assert [(folder / "out" / f"000{n}.png").read_bytes() for n in (1, 2)] == alone


def test_two_lines_with_one_name_are_refused_before_anything_is_drawn(folder: Path) -> None:
    with pytest.raises(Invalid, match="lines 1 and 2 both write cup.png"):
        batch(folder, {"prompt": "a", "id": "cup"}, {"prompt": "b", "output": "cup.png"})
    assert not (folder / "out").exists()


def test_no_file(folder: Path) -> None:
    with pytest.raises(Invalid, match="cannot read"):
        run(folder, folder / "none.jsonl")
