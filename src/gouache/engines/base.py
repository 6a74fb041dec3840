"""What an engine is: it says what it can do, and does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from gouache.errors import NotFound
from gouache.operations import Operation, Source


@dataclass(slots=True)
class Report:
    """What became of a request, for people: one line an entry."""

    engine: str
    seed: int
    style: str
    resolved: list[str] = field(default_factory=list)
    approximated: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "engine": self.engine,
            "seed": self.seed,
            "style": self.style,
            "resolved": self.resolved,
            "approximated": self.approximated,
            "ignored": self.ignored,
        }


@dataclass(slots=True)
class Image:
    """One finished picture: a layered SVG, or RGBA pixels (height, width, 4) uint8, or both."""

    width: int
    height: int
    report: Report
    svg: str | None = None
    pixels: npt.NDArray[np.uint8] | None = None
    exact: bool = False  # flat colours that lossy encoding would spoil


def _silent(_fraction: float, _stage: str) -> None: ...


def _never() -> bool:
    return False


def _nothing(source: Source) -> bytes:
    raise NotFound(f"no picture {source.sha256}")


@dataclass(frozen=True, slots=True)
class Context:
    """What an engine may ask and tell while it runs.

    `progress(fraction 0..1, stage)`; `canceled()`, to be asked between steps; `read(source)`, the bytes of a picture
    that came in, raises NotFound.
    """

    progress: Callable[[float, str], None] = _silent
    canceled: Callable[[], bool] = _never
    read: Callable[[Source], bytes] = _nothing


class Engine(Protocol):
    name: str
    version: str

    def can(self, operation: Operation) -> bool: ...

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """The pictures of an operation one by one; raises GouacheError for what cannot be done."""
        ...
