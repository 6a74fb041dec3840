"""A ribbon with text on it."""

from __future__ import annotations

from gouache.engines.composer.color import shift
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.svg import num
from gouache.engines.composer.typography.case import cased
from gouache.engines.composer.typography.effects import Ink, decorate
from gouache.engines.composer.typography.fonts import main_font
from gouache.engines.composer.typography.lettering import Lettering, fit, labelled, missing_of
from gouache.engines.composer.typography.warp import bent_path


def ribbon(
    text: str,
    box: Box,
    *,
    fill: str,
    ink: str,
    font: str = "poppins",
    shade: str | None = None,
    bow: float = 0.0,
    case: str | None = None,
    tracking: float = 0.04,
    id: str = "ribbon",
) -> Lettering:
    """A band with folded tails in a box; `bow` lifts its middle by that share of the height (0 = straight)."""
    shade = shade or shift(fill, -0.12)
    tail, drop = min(box.w * 0.13, box.h * 0.9), box.h * 0.2
    lift = bow * box.h
    band = Box(box.x + tail * 0.62, box.y + lift, box.w - tail * 1.24, box.h - drop - lift)
    field = Box(0.0, 0.0, band.w - tail, band.h * 0.56)
    shown = cased(text, case)
    font = main_font(font, shown)
    block, size = fit(shown, field, font, 1, None, tracking, None)
    line = block.lines[0]
    x0 = band.center.x - line.ink.w * size / 2 - line.ink.x * size
    y0 = band.center.y - (line.ink.y + line.ink.h / 2) * size

    def bend(x: float, y: float) -> Point:
        px = x0 + x * size
        t = 2 * (px - band.x) / band.w - 1
        return Point(px, y0 + y * size - lift * (1 - t * t))

    letters = decorate([Ink(bent_path(line, bend), "", 1.0)], ink, size, None, id)
    words = labelled(letters, text, id, font, size)
    cloth = _tails(box, band, tail, drop, shade, shift(shade, -0.1)) + _band(band, lift, fill)
    return Lettering(cloth + words, box, size, (line.text,), font, missing_of(block.lines))


def _band(band: Box, lift: float, fill: str) -> str:
    left, top, right, low = (num(v) for v in (band.x, band.y, band.right, band.bottom))
    mid, up, down = num(band.center.x), num(band.y - 2 * lift), num(band.bottom - 2 * lift)
    return f'<path d="M{left} {top}Q{mid} {up} {right} {top}V{low}Q{mid} {down} {left} {low}Z" fill="{fill}"/>'


def _tails(box: Box, band: Box, tail: float, drop: float, shade: str, fold: str) -> str:
    """Swallow-tailed ends behind the band, and the small dark folds that join them."""
    parts = []
    for side, edge, end in ((1.0, band.x, box.x), (-1.0, band.right, box.right)):
        inner = edge + side * tail * 0.38
        top, bottom = band.y + drop, band.bottom + drop
        notch = end + side * tail * 0.3
        ends = f"M{num(inner)} {num(top)}H{num(end)}L{num(notch)} {num((top + bottom) / 2)}L{num(end)} {num(bottom)}"
        parts.append(f'<path d="{ends}H{num(inner)}Z" fill="{shade}"/>')
        parts.append(f'<path d="M{num(edge)} {num(band.bottom)}H{num(inner)}V{num(bottom)}Z" fill="{fold}"/>')
    return "".join(parts)
