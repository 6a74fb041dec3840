"""The checkpoints that the engine can load: what they are, what they need, what they may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from gouache.errors import Invalid, NotFound
from gouache.tables import cells, rows

Mode = Literal["text", "image", "inpaint", "reference", "edit", "style"]
_PACKAGE = "gouache.engines.diffusion"
_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class Adapter:
    """Weights laid over a checkpoint's own: low-rank ones are fused into the network, an IP-Adapter shows it pictures.

    `pattern` is a path pattern in its repository; `schedule` names the noise schedule that it was distilled with
    (loading.py), empty = the checkpoint's own; `weight` is how strongly it works.
    """

    repository: str
    pattern: str
    schedule: str
    weight: float


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A set of weights. Gigabytes are of GPU memory while resident; px are areas; `guidance` is the family's own."""

    name: str
    family: str
    repository: str
    revision: str
    licence: str
    permissive: bool
    adapters: tuple[Adapter, ...]
    gigabytes: float
    gigabytes_fp8: float
    steps: int
    guidance: float
    least: int
    native: int
    most: int
    modes: frozenset[Mode]
    purpose: str


@dataclass(frozen=True, slots=True)
class Tier:
    """What a card of so much memory draws and edits with, the best first."""

    gigabytes: float
    precision: str
    names: tuple[str, ...]
    editors: tuple[str, ...]


def checkpoints(own: Path | None = None) -> dict[str, Checkpoint]:
    """By name: the built-in ones, and those of an operator's own table (its rows win). Raises Invalid on a bad row."""
    try:
        return _table(own, own.stat().st_mtime_ns if own else 0)
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"GOUACHE_DIFFUSION_REGISTRY {own}: {_reason(error)}", field="registry") from error


@lru_cache(4)
def _table(own: Path | None, _changed: int) -> dict[str, Checkpoint]:
    lines = rows(_PACKAGE, "checkpoints.tsv") + (cells(own.read_text(encoding="utf-8")) if own else [])
    return {row[0]: _checkpoint(row) for row in lines}


def checkpoint(name: str, own: Path | None = None) -> Checkpoint:
    """The checkpoint of a name; raises NotFound naming the known ones."""
    known = checkpoints(own)
    if name not in known:
        raise NotFound(f"no checkpoint {name!r}; known: {', '.join(known)}", field="model")
    return known[name]


@lru_cache(1)
def tiers() -> tuple[Tier, ...]:
    """The tiers, the largest first."""
    return tuple(
        Tier(float(row[0]), row[1], tuple(row[2].split()), tuple(row[3].split())) for row in rows(_PACKAGE, "tiers.tsv")
    )


def tier(gigabytes: float) -> Tier:
    """The tier of a card with so much memory."""
    return next(tier for tier in tiers() if gigabytes >= tier.gigabytes)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror if isinstance(error, OSError) else error.reason) or str(error)


def _checkpoint(row: list[str]) -> Checkpoint:
    if len(row) != _COLUMNS:
        raise Invalid(f"checkpoint {row[0]!r}: {len(row)} columns, {_COLUMNS} are needed", field="registry")
    name, family, repository, revision, licence, permissive, adapters, bf16, fp8, steps, guidance, *rest = row
    least, native, most, modes, purpose = rest
    unknown = set(modes.split()) - set(get_args(Mode))
    if unknown:
        raise Invalid(f"checkpoint {name!r}: unknown modes {', '.join(sorted(unknown))}", field="registry")
    try:
        return Checkpoint(
            name, family, repository, revision, licence, permissive == "yes", tuple(map(_adapter, adapters.split())),
            float(bf16), float(fp8), int(steps), float(guidance), int(least), int(native), int(most),
            frozenset(mode for mode in get_args(Mode) if mode in modes.split()), purpose,
        )  # fmt: skip
    except ValueError as error:
        raise Invalid(f"checkpoint {name!r}: {error}", field="registry") from error


def _adapter(cell: str) -> Adapter:
    repository, pattern, schedule, weight, *_ = (*cell.split(":"), "", "", "")
    return Adapter(repository, pattern or "*.safetensors", schedule, float(weight or 1))
