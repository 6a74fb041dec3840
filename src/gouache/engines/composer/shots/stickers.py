"""Die-cut stickers: a white rim round the silhouette, a flat shadow under it."""

from __future__ import annotations

from gouache.engines.composer.color import contrast, distance, lab, mix, shift
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.shots.symbol import symbol
from gouache.engines.composer.typography import Effect

_RIM = "#ffffff"


def compose_sticker(page: Page) -> None:
    ground = _ground(page)
    page.ground(ground)
    sheet = page.says("sticker sheet", "sticker set", "stickers", "sticker pack", "set of", "collection")
    if page.whole is None:
        _worded(page, ground)
    elif sheet and len(page.cast.drawings) > 1:
        _sheet(page, ground)
    else:
        box = page.area(0.16, 0.13, 0.84, 0.64 if page.copy else 0.87)
        _cut_out(page, page.whole, box, ground)
        if page.copy:
            _words(page, page.area(0.1, 0.69, 0.9, 0.9), ground)


def _ground(page: Page) -> str:
    """A colour that the white rim stands out from."""
    s = page.scheme
    if page.picture.background:
        return page.picture.background
    return next((c for c in (s.soft, s.accent, s.main, s.ink) if 0.45 < lab(c).L < 0.86), mix(s.soft, s.ink, 0.25))


def _cut_out(page: Page, drawing: Drawing, box: Box, ground: str) -> None:
    mark = symbol(drawing)
    k = min(box.w / mark.box.w, box.h / mark.box.h)
    rim = max(page.m * 0.018, min(box.w, box.h) * 0.035)
    white = mark.rim(_RIM, rim / k)
    if distance(ground, _RIM) < 0.12:
        white = mark.rim(shift(ground, -0.12), (rim + page.m * 0.004) / k) + white
    drop = page.m * 0.014
    page.stamp(mark, mark.rim(shift(ground, -0.11), rim / k), box.moved(drop * 0.7, drop), "shadow")
    page.stamp(mark, white, box, "rim")
    page.art(drawing, box)


def _sheet(page: Page, ground: str) -> None:
    """Every figure cut out on its own, on a loose grid."""
    drawings = page.cast.drawings
    columns = 2 if len(drawings) <= 4 else 3
    lines = -(-len(drawings) // columns)
    top = 0.9 if not page.copy else 0.74
    for i, drawing in enumerate(drawings):
        c, r = i % columns, i // columns
        last = len(drawings) - r * columns
        inset = (columns - min(columns, last)) / 2
        cell = page.area(
            (c + inset) / columns,
            0.05 + (top - 0.05) * r / lines,
            (c + 1 + inset) / columns,
            0.05 + (top - 0.05) * (r + 1) / lines,
        )
        _cut_out(page, drawing, cell.inset(cell.w * 0.15, cell.h * 0.15), ground)
    if page.copy:
        _words(page, page.area(0.1, 0.77, 0.9, 0.93), ground)


def _words(page: Page, box: Box, ground: str) -> None:
    """Lettering with its own die-cut rim."""
    color = next(
        (c for c in (page.scheme.main, page.scheme.ink, page.scheme.ground) if contrast(c, _RIM) >= 4.5), "#222222"
    )
    for text, color_, area in _split(page, box, color):
        page.write(text, area, color=color_, ground=_RIM, max_lines=2, effect=Effect("outline", _RIM, 0.13), case="")


def _split(page: Page, box: Box, color: str) -> list[tuple[str, str, Box]]:
    if not page.copy.tagline:
        return [(page.copy.headline, color, box)]
    first = Box(box.x, box.y, box.w, box.h * 0.62)
    second = Box(box.x + box.w * 0.1, box.y + box.h * 0.74, box.w * 0.8, box.h * 0.26)
    return [(page.copy.headline, color, first), (page.copy.tagline, color, second)]


def _worded(page: Page, ground: str) -> None:
    """A sticker of words: a round one, or a plain round badge when nothing is to be read."""
    c, r = page.center, page.m * 0.36
    page.disc(Point(c.x + page.m * 0.01, c.y + page.m * 0.016), r * 1.08, shift(ground, -0.11), "shadow", Role.SHADOW)
    page.disc(c, r * 1.08, _RIM, "rim", Role.SUBJECT)
    face = page.scheme.plate(page.scheme.main)
    page.disc(c, r, face, "face", Role.SUBJECT)
    if page.copy:
        side = r * 1.36
        page.write(
            page.copy.headline,
            Box(c.x - side / 2, c.y - side * 0.36, side, side * 0.72),
            ground=page.scheme.main,
            max_lines=4,
        )
