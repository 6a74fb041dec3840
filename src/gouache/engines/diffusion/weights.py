"""Weights on disk: where they lie, how they come there, and whether they are whole.

A checkpoint is a folder in the layout of diffusers (`model_index.json`, one folder a component) with our manifest
`gouache.json` beside it: where it came from, under which licence, every file with its size and SHA-256.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import shutil
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from gouache.engines.diffusion.errors import LicenseNotAccepted, WeightsMissing
from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.registry import Adapter, Checkpoint
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.errors import Unavailable

MANIFEST = "gouache.json"
ADAPTERS = "lora"
_INDEX = "model_index.json"
_WANTED = ["*.json", "*.safetensors", "*.txt", "*.model", "*.jinja"]
_CODE = ["*.bin", "*.pt", "*.pth", "*.ckpt", "*.py"]  # what can carry code
_UNWANTED = [*_CODE, "*.fp16.safetensors", "*.non_ema.safetensors", "*.onnx*", "*openvino*", "*flax*"]
_LIBRARIES = {"diffusers", "transformers"}
_MAX_HEADER = 100 * 2**20  # bytes of JSON in a safetensors file, as the format allows


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was pulled: `files` has size in bytes and SHA-256 by path inside the folder.

    `revision` is the hub's commit, or `local-` and a digest of the files.
    """

    repository: str
    revision: str
    licence: str
    accepted: bool
    files: dict[str, tuple[int, str]] = field(default_factory=dict)


def folder(checkpoint: Checkpoint, settings: DiffusionSettings) -> Path:
    return settings.models_dir / checkpoint.name


def installed(checkpoint: Checkpoint, settings: DiffusionSettings) -> bool:
    """Whether a pull of the checkpoint came to its end."""
    return (folder(checkpoint, settings) / MANIFEST).is_file()


def manifest(checkpoint: Checkpoint, settings: DiffusionSettings) -> Manifest:
    """The manifest of an installed checkpoint; raises WeightsMissing."""
    path = folder(checkpoint, settings) / MANIFEST
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        files = {name: (int(size), str(digest)) for name, (size, digest) in stored.pop("files").items()}
        return Manifest(**stored, files=files)
    except FileNotFoundError as error:
        raise WeightsMissing(
            f"the weights of {checkpoint.name} are not here: `gouache models pull {checkpoint.name}`"
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise WeightsMissing(f"{path} cannot be read: pull {checkpoint.name} again") from error


def accept(checkpoint: Checkpoint, settings: DiffusionSettings, accepted: bool) -> None:
    """Raises LicenseNotAccepted when the terms of a checkpoint are not free and nobody has agreed to them."""
    if not (checkpoint.permissive or accepted or checkpoint.name in settings.accept_licenses):
        raise LicenseNotAccepted(
            f"{checkpoint.name} is under {checkpoint.licence}, which restricts its use: read it, then pull with"
            f" --accept-license, or name the checkpoint in GOUACHE_DIFFUSION_ACCEPT_LICENSES"
        )


def ready(checkpoint: Checkpoint, settings: DiffusionSettings) -> Manifest:
    """The manifest of a checkpoint that may be loaded now; raises WeightsMissing, LicenseNotAccepted.

    Sizes are compared, digests are not: that takes minutes and is `verify`'s.
    """
    known = manifest(checkpoint, settings)
    accept(checkpoint, settings, known.accepted)
    wrong = [name for name, (size, _) in known.files.items() if _size(folder(checkpoint, settings) / name) != size]
    if wrong:
        raise WeightsMissing(f"{checkpoint.name}: {wrong[0]} is missing or cut short; pull it again")
    return known


def verify(checkpoint: Checkpoint, settings: DiffusionSettings) -> Iterator[str]:
    """A line for everything that is wrong with an installed checkpoint, every byte read."""
    root = folder(checkpoint, settings)
    for name, (size, digest) in manifest(checkpoint, settings).files.items():
        if _size(root / name) != size:
            yield f"{name}: missing or cut short"
        elif _digest(root / name) != digest:
            yield f"{name}: its bytes have changed"


def pull(
    checkpoint: Checkpoint,
    settings: DiffusionSettings,
    source: Path | None = None,
    revision: str | None = None,
    accepted: bool = False,
) -> Manifest:
    """Bring the weights here, from a folder or from the hub, and check them.

    Raises LicenseNotAccepted, WeightsMissing when they are not whole, Unavailable when the hub does not answer. A pull
    that failed can be taken up again.
    """
    accept(checkpoint, settings, accepted)
    root = folder(checkpoint, settings)
    found = None
    if source is not None:
        _copy(checkpoint, source, root)
    else:
        unused = [f"{name}/*" for name in family(checkpoint.family).unused]
        found = _download(checkpoint.repository, revision or checkpoint.revision, root, _WANTED, unused)
        for adapter in checkpoint.adapters:
            _download(adapter.repository, "main", root / ADAPTERS, [adapter.pattern])
    check(checkpoint, root)
    files = {str(path.relative_to(root)): (path.stat().st_size, _digest(path)) for path in _files(root)}
    made = Manifest(checkpoint.repository, found or _identity(files), checkpoint.licence, accepted, files)
    (root / MANIFEST).write_text(json.dumps(asdict(made), indent=1), encoding="utf-8")
    return made


def remove(checkpoint: Checkpoint, settings: DiffusionSettings) -> int:
    """Delete the weights; the bytes freed. Raises WeightsMissing when there are none."""
    root = folder(checkpoint, settings)
    if not root.is_dir():
        raise WeightsMissing(f"{checkpoint.name} is not here", field="model")
    freed = sum(path.stat().st_size for path in _files(root))
    shutil.rmtree(root)
    return freed


def index_of(root: Path) -> dict[str, Any]:
    """A saved pipeline's class, and library and class of each of its components; raises WeightsMissing."""
    try:
        index: dict[str, Any] = json.loads((root / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsMissing(f"{root} holds no pipeline of diffusers: no readable {_INDEX}") from error
    return index


def check(checkpoint: Checkpoint, root: Path) -> None:
    """Look at a folder before it is used: the right pipeline, every component whole. Raises WeightsMissing."""
    index = index_of(root)
    kind = family(checkpoint.family)
    allowed = set(kind.pipelines.values())
    if index.get("_class_name") not in allowed:
        named = index.get("_class_name")
        raise WeightsMissing(f"{root} is a {named}; {checkpoint.name} needs one of {', '.join(sorted(allowed))}")
    for name, part in index.items():
        if isinstance(part, list) and part[0] is not None and name not in kind.unused:
            if part[0] not in _LIBRARIES:
                raise WeightsMissing(f"{root}: {name} wants code of its own ({part[0]}), which is never run")
            _check_component(root / name)
    for adapter in checkpoint.adapters:
        _check_tensors(adapter_file(adapter, checkpoint, root))


def adapter_file(adapter: Adapter, checkpoint: Checkpoint, root: Path) -> Path:
    """The file of an adapter, the first by name when several fit its pattern; raises WeightsMissing."""
    files = sorted(path for path in (root / ADAPTERS).rglob("*.safetensors"))
    fitting = [path for path in files if fnmatch.fnmatch(str(path.relative_to(root / ADAPTERS)), adapter.pattern)]
    if not fitting:
        raise WeightsMissing(f"{checkpoint.name}: no file {ADAPTERS}/{adapter.pattern}")
    return fitting[0]


def _check_component(part: Path) -> None:
    if not part.is_dir() or not any(part.iterdir()):
        raise WeightsMissing(f"the component {part.name} is missing in {part.parent}")
    for index in part.glob("*.safetensors.index.json"):
        for shard in sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())):
            if not (part / shard).is_file():
                raise WeightsMissing(f"{part.name}/{shard} is missing in {part.parent}")
    for path in part.glob("*.safetensors"):
        _check_tensors(path)


def _check_tensors(path: Path) -> None:
    """The file is as long as its own header says (safetensors format, 2023)."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else size
        if length > min(_MAX_HEADER, size - 8):
            raise WeightsMissing(f"{path.parent.name}/{path.name} is no safetensors file")
        try:
            header: dict[str, Any] = json.loads(file.read(length))
        except ValueError as error:
            raise WeightsMissing(f"{path.parent.name}/{path.name} has a broken header") from error
    ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
    if size != 8 + length + max(ends, default=0):
        raise WeightsMissing(f"{path.parent.name}/{path.name} is cut short")


def _identity(files: dict[str, tuple[int, str]]) -> str:
    """What stands for a commit when the weights came from a folder: it is told to clients, so it is no path."""
    return "local-" + hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]


def _copy(checkpoint: Checkpoint, source: Path, root: Path) -> None:
    if not source.is_dir():
        raise WeightsMissing(f"no folder {source}", field="from")
    check(checkpoint, source)
    if source.resolve() != root.resolve():
        unwanted = shutil.ignore_patterns(*_CODE, ".*", MANIFEST)
        shutil.copytree(source, root, ignore=unwanted, dirs_exist_ok=True)


def _download(repository: str, revision: str, root: Path, patterns: list[str], unused: Sequence[str] = ()) -> str:
    """The commit that was fetched."""
    from huggingface_hub import HfApi, snapshot_download

    try:
        commit = HfApi().model_info(repository, revision=revision).sha or revision
        snapshot_download(
            repository, revision=commit, local_dir=root, allow_patterns=patterns, ignore_patterns=[*_UNWANTED, *unused]
        )
    except Exception as error:  # of whichever HTTP library the hub's client was built on
        raise Unavailable(f"{repository} could not be fetched: {str(error).splitlines()[0]}") from error
    return commit


def _files(root: Path) -> list[Path]:
    hidden = [path for path in root.rglob("*") if path.is_file() and ".cache" not in path.relative_to(root).parts]
    return sorted(path for path in hidden if path.name != MANIFEST)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
