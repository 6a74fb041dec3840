"""Parts: named groups of inked shapes, the stuff that figures are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.geometry import Box, bounds
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import Matrix, Shape
from gouache.engines.composer.svg import num, tag


@dataclass(frozen=True, slots=True)
class Fill:
    """A shape in one colour."""

    shape: Shape
    color: str
    opacity: float = 1.0

    def mapped(self, m: Matrix) -> Fill:
        return Fill(ink.apply(self.shape, m), self.color, self.opacity)

    def box(self) -> Box:
        return ink.extent(self.shape)

    def markup(self) -> str:
        faint = None if self.opacity >= 1 else round(self.opacity, 3)
        return tag("path", d=ink.data(self.shape), fill=self.color, fill_opacity=faint)


@dataclass(frozen=True, slots=True)
class Line:
    """An open curve drawn with a round pen."""

    shape: Shape
    color: str
    width: float

    def mapped(self, m: Matrix) -> Line:
        return Line(ink.apply(self.shape, m), self.color, self.width * abs(m[0] * m[3] - m[1] * m[2]) ** 0.5)

    def box(self) -> Box:
        return ink.extent(self.shape).inset(-self.width / 2)

    def markup(self) -> str:
        return tag(
            "path", d=ink.data(self.shape), fill="none", stroke=self.color, stroke_width=float(self.width),
            stroke_linecap="round", stroke_linejoin="round",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Foreign:
    """Markup from elsewhere under a transform; `area` is its box before the transform."""

    body: str
    area: Box
    matrix: Matrix = ink.IDENTITY

    def mapped(self, m: Matrix) -> Foreign:
        return Foreign(self.body, self.area, ink.times(self.matrix, m))

    def box(self) -> Box:
        corners = [ink.mapped(self.area.at(fx, fy), self.matrix) for fx in (0, 1) for fy in (0, 1)]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def markup(self) -> str:
        values = " ".join(f"{v:.5g}" if i < 4 else num(v) for i, v in enumerate(self.matrix))
        return f'<g transform="matrix({values})">{self.body}</g>'


Ink = Fill | Line | Foreign


@dataclass(slots=True)
class Part:
    """One body part, garment or item: becomes `<g data-part="name">`."""

    name: str
    inks: list[Ink] = field(default_factory=list)

    def fill(self, shape: Shape, color: str, opacity: float = 1.0) -> Part:
        if not ink.empty(shape):
            self.inks.append(Fill(shape, color, opacity))
        return self

    def line(self, shape: Shape, color: str, width: float) -> Part:
        self.inks.append(Line(shape, color, width))
        return self

    def solid(self, shape: Shape, color: str, depth: float = 8.0, glow: float = 0.0) -> Part:
        """A rounded solid lit from the upper left: its colour, a shaded lower right, perhaps a lit upper left."""
        self.fill(shape, color)
        if glow:
            self.fill(ink.cut(shape, ink.moved(shape, glow * 0.7, glow)), lit(color))
        if depth:
            self.fill(ink.cut(shape, ink.moved(shape, -depth * 0.7, -depth)), shaded(color))
        return self

    def add(self, *inks: Ink) -> Part:
        self.inks.extend(inks)
        return self

    def mapped(self, m: Matrix) -> Part:
        return Part(self.name, [item.mapped(m) for item in self.inks])

    def box(self) -> Box:
        return bounds(item.box() for item in self.inks)

    def markup(self) -> str:
        return f'<g data-part="{self.name}">{"".join(item.markup() for item in self.inks)}</g>' if self.inks else ""


def shaded(color: str, amount: float = 0.075) -> str:
    """The colour in shade: darker and a little towards a warm violet."""
    value = lch(color)
    return mix(shift(color, -amount * (0.75 if value.L < 0.35 else 1.0)), "#4b2a5e", 0.07)


def lit(color: str, amount: float = 0.045) -> str:
    """The colour in light: lighter and a little towards a warm cream."""
    return mix(shift(color, amount), "#fff3d0", 0.06)


def markup(parts: Iterable[Part]) -> str:
    return "".join(part.markup() for part in parts)


def box_of(parts: Sequence[Part]) -> Box:
    return bounds(part.box() for part in parts if part.inks)


def mapped(parts: Iterable[Part], m: Matrix) -> list[Part]:
    return [part.mapped(m) for part in parts]
