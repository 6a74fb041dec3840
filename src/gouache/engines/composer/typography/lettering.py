"""Lettering: text fitted into a box and drawn as outlines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from gouache.engines.composer.geometry import Box, bounds
from gouache.engines.composer.svg import num
from gouache.engines.composer.typography.breaking import break_lines, pieces
from gouache.engines.composer.typography.case import cased
from gouache.engines.composer.typography.effects import Effect, Ink, decorate
from gouache.engines.composer.typography.fonts import font, main_font, relative_path
from gouache.engines.composer.typography.shaping import Line, shape


@dataclass(frozen=True, slots=True)
class Lettering:
    """Drawn text. `box` is its ink on the page in px, `size` the em in px, `missing` what no font could draw."""

    markup: str
    box: Box
    size: float
    lines: tuple[str, ...]
    font: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines set solid: baselines and the block's height in ems."""

    lines: tuple[Line, ...]
    baselines: tuple[float, ...]
    top: float
    bottom: float
    width: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def stack(lines: Iterable[Line], key: str, leading: float | None) -> Block:
    """Lines under one another, close in capitals, wider with ascenders and descenders, never touching."""
    shaped = tuple(lines)
    pitch = _pitch(shaped, key) if leading is None else leading
    for above, below in zip(shaped, shaped[1:], strict=False):
        pitch = max(pitch, above.ink.bottom - below.ink.y + 0.06)
    baselines = tuple(pitch * i for i in range(len(shaped)))
    top = min(b + line.ink.y for b, line in zip(baselines, shaped, strict=True))
    bottom = max(b + line.ink.bottom for b, line in zip(baselines, shaped, strict=True))
    return Block(shaped, baselines, top, bottom, max((line.ink.w for line in shaped), default=0.0))


def _pitch(lines: tuple[Line, ...], key: str) -> float:
    deepest = max((line.ink.bottom for line in lines), default=0.0)
    return font(key).cap * 1.22 if deepest < 0.06 else font(key).cap * 1.55


def measure(text: str, key: str, tracking: float = 0.0) -> float:
    """Ink width of one line in ems."""
    return shape(text, key, tracking).ink.w


def _size_in(block: Block, box: Box) -> float:
    return min(box.w / max(block.width, 1e-3), box.h / max(block.height, 1e-3))


def fit(
    text: str, box: Box, key: str, max_lines: int, max_size: float | None, tracking: float, leading: float | None
) -> tuple[Block, float]:
    """The line breaking that may be set largest, and its size in px; fewer lines win a near tie."""
    if "\n" in text.strip():
        lines = [part.strip() for part in text.strip().split("\n")]
        block = stack((shape(part, key, tracking) for part in lines), key, leading)
        return block, min(_size_in(block, box), max_size or 1e9)
    best: tuple[Block, float] | None = None
    for count in range(1, max(1, min(max_lines, len(pieces(text)))) + 1):
        broken = break_lines(text, count, key, tracking)
        block = stack((shape(part, key, tracking) for part in broken), key, leading)
        size = min(_size_in(block, box), max_size or 1e9)
        if best is None or size > best[1] * 1.03:
            best = block, size
    assert best is not None
    return best


def lettering(
    text: str,
    box: Box,
    *,
    font: str = "poppins",
    color: str = "#222222",
    align: str = "center",
    max_lines: int = 6,
    max_size: float | None = None,
    min_size: float | None = None,
    case: str | None = None,
    id: str = "text",
    valign: str = "center",
    tracking: float = 0.0,
    leading: float | None = None,
    effect: Effect | None = None,
) -> Lettering:
    """Text set as large as the box allows, in balanced lines, placed by its real ink.

    `align` is left, center or right; `valign` top, center or bottom; `tracking` and `leading` are in ems.
    `min_size` asks for more lines when the text would be smaller; the text never leaves the box.
    `case` is "upper" or None; capitals are used only where the language allows them.
    """
    shown = cased(text, case)
    font = main_font(font, shown)
    block, size = fit(shown, box, font, max_lines, max_size, tracking, leading)
    if min_size and size < min_size and max_lines < 12:
        block, size = fit(shown, box, font, 12, max_size, tracking, leading)
    top = _top(block, box, size, valign)
    placed = [
        (line, _left(line, box, size, align) - line.ink.x * size, top + (base - block.top) * size)
        for line, base in zip(block.lines, block.baselines, strict=True)
    ]
    inks = [ink for line, x, y in placed for ink in line_inks(line, x, y, size)]
    markup = labelled(decorate(inks, color, size, effect, id), text, id, font, size)
    area = bounds(line.ink.scaled(size).moved(x, y) for line, x, y in placed)
    return Lettering(markup, area, size, tuple(line.text for line in block.lines), font, missing_of(block.lines))


def missing_of(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(char for line in lines for char in line.missing))


def labelled(markup: str, text: str, id: str, key: str, size: float) -> str:
    """The group around drawn text; its label keeps the words readable for machines and people."""
    label = escape(" ".join(text.split()), quote=True)
    return f'<g id="{id}" role="img" aria-label="{label}" data-font="{key}" data-size="{size:.1f}">{markup}</g>'


def _left(line: Line, box: Box, size: float, align: str) -> float:
    free = box.w - line.ink.w * size
    return box.x + {"left": 0.0, "right": 1.0}.get(align, 0.5) * free


def _top(block: Block, box: Box, size: float, valign: str) -> float:
    """Top of the ink. A few descenders weigh little to the eye: the middle is nearer to the letters' bodies."""
    free = box.h - block.height * size
    if valign in ("top", "bottom"):
        return box.y + (free if valign == "bottom" else 0.0)
    tail = max(0.0, block.bottom - block.baselines[-1]) * size
    return box.y + min(free, free / 2 + tail * 0.3)


def line_inks(line: Line, x: float, y: float, size: float) -> list[Ink]:
    """Paths of a line whose baseline starts at (x, y): one for each run of a font."""
    inks = []
    for key, run in groupby(line.glyphs, key=lambda g: g.font):
        units = font(key).units
        data = "".join(
            f"M{round(g.x * units)} {round(g.y * units)}{path}" for g in run if (path := relative_path(key, g.gid))
        )
        if data:
            k = size / units
            inks.append(Ink(data, f"translate({num(x)} {num(y)})scale({k:.6g})", k))
    return inks
