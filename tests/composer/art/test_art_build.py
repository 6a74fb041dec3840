import sqlite3
from pathlib import Path

import pytest

from gouache.engines.composer.art import build, fetch
from gouache.engines.composer.art.pack import Pack, recipe_of


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "sub" / "pack.sqlite"
    monkeypatch.setenv("GOUACHE_ART_PACK", str(path))
    return path


def test_without_network_nothing_is_built_and_nobody_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> fetch.Files:
        raise fetch.FetchError("offline")

    monkeypatch.setattr(fetch, "fetch", fails)
    assert build.main() == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert not target.exists()


def test_a_wrong_file_is_an_error(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> fetch.Files:
        raise fetch.IntegrityError("wrong")

    monkeypatch.setattr(fetch, "fetch", fails)
    assert build.main() == 1


def test_a_pack_of_this_recipe_is_left_alone(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_fill", lambda base, sources: None)
    build.build({}, target)
    before = target.read_bytes()
    monkeypatch.setattr(fetch, "fetch", lambda: pytest.fail("fetched again"))
    assert recipe_of(target) == build.recipe()
    assert build.main() == 0
    assert target.read_bytes() == before


def test_a_failed_build_leaves_no_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(base: sqlite3.Connection, sources: fetch.Files) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(build, "_fill", fails)
    with pytest.raises(ValueError, match="broken"):
        build.build({}, target)
    assert list(target.parent.iterdir()) == []


def test_a_file_that_is_no_pack_has_no_recipe(tmp_path: Path) -> None:
    path = tmp_path / "pack.sqlite"
    path.write_bytes(b"not a database at all, but long enough to look at" * 40)
    assert recipe_of(path) is None
    assert recipe_of(tmp_path / "missing") is None


def test_rows_round_trip(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(base: sqlite3.Connection, sources: fetch.Files) -> None:
        build._insert(base, "words", [("bat", "noun", 5, 3, "animal|act", "chiropteran|at-bat", "mammal>beast|turn")])

    monkeypatch.setattr(build, "_fill", fill)
    build.build({}, target)
    word = Pack(target).word("bat")
    assert word is not None
    assert word.noun is not None
    assert word.noun.hypernyms == ((("mammal",), ("beast",)), (("turn",),))
