"""What becomes of an operation: the samples to draw and how a picture is made of them. No torch here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gouache.engines.diffusion.sample import Pixels, Sample

Assemble = Callable[[Sequence[Pixels]], Pixels]  # RGB samples -> the RGBA picture


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One picture of an operation. Without samples the picture is made of nothing drawn.

    `resolved` and `approximated` are lines for the report.
    """

    samples: tuple[Sample, ...]
    assemble: Assemble
    resolved: list[str] = field(default_factory=list)
    approximated: list[str] = field(default_factory=list)
