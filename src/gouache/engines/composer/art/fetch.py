"""Fetches the exact files that the art pack is made of.

`data/sources.tsv` pins them: package, version, path, SHA-256. The files come out of `npm pack` where npm exists,
else one by one from a public CDN; both give the same bytes, and every one is checked.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path

CDN = "https://cdn.jsdelivr.net/npm/{package}@{version}/{path}"
Files = dict[str, bytes]  # "package/path" -> content


class FetchError(Exception):
    """The files could not be had at all (no network, no such version)."""


class IntegrityError(Exception):
    """A file is not the pinned one."""


@dataclass(frozen=True, slots=True)
class Pin:
    package: str
    version: str
    path: str
    sha256: str

    @property
    def key(self) -> str:
        return f"{self.package}/{self.path}"


def table(name: str) -> list[list[str]]:
    """The cells of a table in `data/`, comments and blank lines left out."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def pins() -> list[Pin]:
    """Every pinned file."""
    return [Pin(*row) for row in table("sources.tsv")]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def check(pin: Pin, content: bytes) -> bytes:
    """The content itself; IntegrityError when it is not the pinned one."""
    if digest(content) != pin.sha256:
        raise IntegrityError(f"{pin.package}@{pin.version}: {pin.path} does not match its pinned SHA-256")
    return content


def fetch() -> Files:
    """All pinned files, checked. Raises FetchError or IntegrityError."""
    by_package = [list(run) for _, run in groupby(sorted(pins(), key=lambda p: p.package), key=lambda p: p.package)]
    ways: list[Callable[[list[Pin]], Files]] = [_from_cdn]
    if shutil.which("npm"):
        ways.insert(0, _from_npm)
    reasons = []
    for way in ways:
        try:
            return _all(way, by_package)
        except FetchError as error:
            reasons.append(str(error))
    raise FetchError("; ".join(reasons))


def _all(way: Callable[[list[Pin]], Files], packages: Iterable[list[Pin]]) -> Files:
    result: Files = {}
    with ThreadPoolExecutor(4) as pool:
        for part in pool.map(way, packages):
            result |= part
    return result


def _from_npm(wanted: list[Pin]) -> Files:
    """One package through `npm pack`. Its output differs between npm versions, so only the archive is read."""
    spec = f"{wanted[0].package}@{wanted[0].version}"
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", spec, "--silent", "--pack-destination", folder]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=folder)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise FetchError(f"npm pack {spec}: {error}") from error
        archives = sorted(Path(folder).glob("*.tgz"))
        if run.returncode or not archives:
            lines = run.stderr.strip().splitlines()
            raise FetchError(f"npm pack {spec} failed" + (f" ({lines[0]})" if lines else ""))
        return read_archive(archives[0], wanted)


def read_archive(archive: Path, wanted: Iterable[Pin]) -> Files:
    """The wanted files of an npm archive, whose one top folder may have any name."""
    left: Mapping[str, Pin] = {pin.path: pin for pin in wanted}
    found: Files = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            pin = left.get(member.name.partition("/")[2])
            stream = tar.extractfile(member) if pin and member.isfile() else None
            if pin and stream:
                found[pin.key] = check(pin, stream.read())
    for pin in left.values():
        if pin.key not in found:
            raise IntegrityError(f"{pin.package}@{pin.version} has no file {pin.path}")
    return found


def _from_cdn(wanted: list[Pin]) -> Files:
    import httpx

    def one(pin: Pin) -> bytes:
        url = CDN.format(package=pin.package, version=pin.version, path=pin.path)
        return check(pin, client.get(url).raise_for_status().content)

    with httpx.Client(timeout=60, follow_redirects=True) as client, ThreadPoolExecutor(8) as pool:
        try:
            return {pin.key: content for pin, content in zip(wanted, pool.map(one, wanted), strict=True)}
        except httpx.HTTPError as error:
            raise FetchError(f"CDN: {error}") from error
