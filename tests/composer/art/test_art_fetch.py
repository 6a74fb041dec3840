import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from gouache.engines.composer.art import fetch
from gouache.engines.composer.art.fetch import IntegrityError, Pin, check, pins, read_archive


def archive(path: Path, files: dict[str, bytes], top: str = "package") -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(f"{top}/{name}")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


def pin(path: str, content: bytes) -> Pin:
    return Pin("some", "1.0.0", path, hashlib.sha256(content).hexdigest())


def test_every_pin_is_a_whole_digest_of_an_exact_version() -> None:
    found = pins()
    assert len(found) > 30
    assert all(len(p.sha256) == 64 and p.version[0].isdigit() for p in found)
    assert len({p.key for p in found}) == len(found)


def test_an_archive_gives_the_wanted_files_whatever_its_top_folder(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.tgz", {"en/data.json": b"[]", "other": b"x"}, top="some-1.0")
    assert read_archive(path, [pin("en/data.json", b"[]")]) == {"some/en/data.json": b"[]"}


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.tgz", {"data": b"changed"})
    with pytest.raises(IntegrityError, match="SHA-256"):
        read_archive(path, [pin("data", b"original")])


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError, match="no file"):
        read_archive(archive(tmp_path / "a.tgz", {}), [pin("data", b"")])


def test_check_returns_the_content() -> None:
    assert check(pin("x", b"abc"), b"abc") == b"abc"


def test_the_second_way_is_tried_when_the_first_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(wanted: list[Pin]) -> fetch.Files:
        raise fetch.FetchError("no npm here")

    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/npm")
    monkeypatch.setattr(fetch, "_from_npm", fails)
    monkeypatch.setattr(fetch, "_from_cdn", lambda wanted: {wanted[0].key: b""})
    assert fetch.fetch()
