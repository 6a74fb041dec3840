"""Lettering effects made of fills, strokes and offset copies only: every renderer and restyler can read them."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.color import shift
from gouache.engines.composer.svg import num, tag


@dataclass(frozen=True, slots=True)
class Effect:
    """`kind`: outline, shadow, extrude, inline, neon. `amount` is a width in ems, `second` a shadow's ring colour."""

    kind: str
    color: str
    amount: float = 0.06
    second: str | None = None


@dataclass(frozen=True, slots=True)
class Ink:
    """Glyph outlines ready to paint: path data in a unit space that `transform` brings to the page."""

    data: str
    transform: str
    scale: float  # page px per unit

    def path(self, **attributes: object) -> str:
        return tag("path", d=self.data, transform=self.transform or None, **attributes)


def decorate(inks: list[Ink], color: str, size: float, effect: Effect | None, uid: str) -> str:
    """Markup of the lettering; `size` is the em in px."""
    if effect is None:
        return "".join(ink.path(fill=color) for ink in inks)
    return _PAINTERS[effect.kind](inks, color, size, effect, uid)


def _stroke(ink: Ink, color: str, width: float, **extra: object) -> str:
    return ink.path(fill="none", stroke=color, stroke_width=width / ink.scale, stroke_linejoin="round", **extra)


def _moved(markup: str, dx: float, dy: float) -> str:
    return f'<g transform="translate({num(dx)} {num(dy)})">{markup}</g>'


def _outline(inks: list[Ink], color: str, size: float, effect: Effect, uid: str) -> str:
    rim = "".join(_stroke(ink, effect.color, 2 * effect.amount * size) for ink in inks)
    return rim + "".join(ink.path(fill=color) for ink in inks)


def _shadow(inks: list[Ink], color: str, size: float, effect: Effect, uid: str) -> str:
    """A hard offset copy, parted from the letters by a rim of the ground colour when `second` names it."""
    step = effect.amount * size
    under = _moved("".join(ink.path(fill=effect.color) for ink in inks), step, step)
    rim = "".join(_stroke(ink, effect.second, step * 0.9) for ink in inks) if effect.second else ""
    return under + rim + "".join(ink.path(fill=color) for ink in inks)


def _extrude(inks: list[Ink], color: str, size: float, effect: Effect, uid: str) -> str:
    """A solid side: copies pushed away step by step."""
    depth = effect.amount * size
    steps = max(3, min(14, round(depth / 1.5)))
    copies = (
        _moved("".join(ink.path(fill=effect.color) for ink in inks), depth * i / steps, depth * i / steps)
        for i in range(steps, 0, -1)
    )
    return "".join(copies) + "".join(ink.path(fill=color) for ink in inks)


def _inline(inks: list[Ink], color: str, size: float, effect: Effect, uid: str) -> str:
    """A thin line inside the edge: a wide and a narrower stroke, both clipped to the letter."""
    parts = []
    for i, ink in enumerate(inks):
        clip = f"{uid}-clip{i}"
        inside = tag("clipPath", ink.path(), id=clip)
        lines = _stroke(ink, effect.color, 1.5 * effect.amount * size) + _stroke(ink, color, 0.8 * effect.amount * size)
        parts.append(ink.path(fill=color) + inside + f'<g clip-path="url(#{clip})">{lines}</g>')
    return "".join(parts)


def _neon(inks: list[Ink], color: str, size: float, effect: Effect, uid: str) -> str:
    """A glow of widening faint strokes round a bright tube with a near-white core."""
    glow = "".join(
        _stroke(ink, effect.color, width * size, opacity=opacity)
        for width, opacity in ((0.5, 0.05), (0.36, 0.07), (0.24, 0.11), (0.14, 0.2), (0.07, 0.55))
        for ink in inks
    )
    core = shift(effect.color, 0.28, 0.45)
    return glow + "".join(ink.path(fill=core) for ink in inks)


_PAINTERS = {"outline": _outline, "shadow": _shadow, "extrude": _extrude, "inline": _inline, "neon": _neon}
