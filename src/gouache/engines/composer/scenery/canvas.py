"""What the layers of a setting paint on: the page, its light, its dice, and the elements so far."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Role
from gouache.engines.composer.scenery.crop import cropped
from gouache.engines.composer.scenery.tones import Tones

_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Canvas:
    """`u` is a thousandth of the page's size, `hy` the horizon and `gy` the ground line in px; `side` is +1 when
    the light comes from the right. `calm` is the horizontal range (px) that near things keep clear of.
    """

    width: int
    height: int
    hy: float
    gy: float
    side: int
    dice: random.Random
    tones: Tones
    calm: tuple[float, float]
    area: Box
    density: float = 0.7
    prefix: str = "scn"
    elements: list[Element] = field(default_factory=list)
    foreground: list[Element] = field(default_factory=list)
    light: list[Element] = field(default_factory=list)
    defs: list[str] = field(default_factory=list)
    water_y: float | None = None
    table_top: float | None = None
    ceiling_y: float = 0.0
    spared: frozenset[str] = frozenset()  # layers to leave out
    heaven: int | None = None  # how many elements are sky; what happens in the sky is painted right after them
    slots: int = 0  # places along a room's wall that furniture has taken
    hung: int = 0  # places on the wall above
    glazed: tuple[float, float] = (0.0, 0.0)  # the part of the wall (px) that a window fills
    _ids: dict[str, int] = field(default_factory=dict)

    @property
    def w(self) -> float:
        return float(self.width)

    @property
    def h(self) -> float:
        return float(self.height)

    @property
    def u(self) -> float:
        small, big = sorted((self.width, self.height))
        return float(small / 1000 * (big / small) ** 0.3)

    def ident(self, label: str) -> str:
        slug = _SLUG.sub("-", label.lower()).strip("-")
        self._ids[slug] = self._ids.get(slug, 0) + 1
        return f"{self.prefix}-{slug}" + (f"-{self._ids[slug]}" if self._ids[slug] > 1 else "")

    def element(self, role: Role, label: str, *markup: str) -> Element | None:
        """An element cropped to the page; None when nothing of it is there."""
        page = Box(0.0, 0.0, self.w, self.h).inset(-0.01 * self.w, -0.01 * self.h)
        body, box = cropped("".join(markup), page)
        return Element(self.ident(label), role, body, box, label) if body else None

    def add(self, role: Role, label: str, *markup: str) -> None:
        made = self.element(role, label, *markup)
        if made is None:
            return
        shelf = {Role.FOREGROUND: self.foreground, Role.LIGHT: self.light}.get(role, self.elements)
        shelf.append(made)

    def back(self, label: str, *markup: str) -> None:
        self.add(Role.BACKGROUND, label, *markup)

    def middle(self, label: str, *markup: str) -> None:
        self.add(Role.MIDDLE, label, *markup)

    def ground(self, label: str, *markup: str) -> None:
        self.add(Role.GROUND, label, *markup)

    def front(self, label: str, *markup: str) -> None:
        self.add(Role.FOREGROUND, label, *markup)

    def glow(self, label: str, *markup: str) -> None:
        self.add(Role.LIGHT, label, *markup)

    def gradient(self, stops: tuple[str, ...], x2: float = 0.0, y2: float = 1.0) -> str:
        """A linear gradient over the painted shape, evenly spaced stops; returns the paint."""
        name = self.ident("paint")
        last = len(stops) - 1
        body = "".join(f'<stop offset="{i / last:.2f}" stop-color="{c}"/>' for i, c in enumerate(stops))
        self.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="{x2:g}" y2="{y2:g}">{body}</linearGradient>')
        return f"url(#{name})"

    def wall(self, color: str, top: float = 0.0, bottom: float | None = None) -> str:
        """A rectangle over the whole width."""
        bottom = self.h if bottom is None else min(bottom, self.h)
        return f'<rect x="0" y="{top:.1f}" width="{self.w:g}" height="{bottom - top:.1f}" fill="{color}"/>'

    def edge(self, reach: float = 0.3) -> float:
        """A random x near the left or right border, outside the calm middle."""
        left, right = self.calm
        if self.dice.random() < 0.5:
            return self.dice.uniform(-0.02 * self.w, max(0.03 * self.w, min(left, reach * self.w)))
        return self.dice.uniform(min(0.97 * self.w, max(right, (1 - reach) * self.w)), 1.02 * self.w)

    def spread(self, count: int, jitter: float = 0.4, start: float = 0.0, end: float = 1.0) -> list[float]:
        """Positions (px) evenly over part of the width, shaken by a fraction of their distance."""
        step = (end - start) / max(1, count)
        return [(start + step * (i + 0.5 + self.dice.uniform(-jitter, jitter))) * self.w for i in range(count)]
