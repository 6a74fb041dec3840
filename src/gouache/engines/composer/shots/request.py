"""What a design shot is asked with and what it gives back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.scene import Node

Figure = Callable[[Node, random.Random, Any], Drawing]
"""Draws a node with everything that it holds and wears; the last argument is the request's `look`."""


class ShotRequest(Protocol):
    """The fields that are read; `palette` and `background` are `#rrggbb`, sizes px."""

    @property
    def prompt(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def seed(self) -> int: ...
    @property
    def look(self) -> Any: ...
    @property
    def palette(self) -> tuple[str, ...]: ...
    @property
    def background(self) -> str | None: ...
    @property
    def no_text(self) -> bool: ...
    @property
    def artistic_level(self) -> int | None: ...


@dataclass(slots=True)
class ShotResult:
    """The painted picture, and what the report should say about it."""

    picture: Picture
    notes: list[str] = field(default_factory=list)
