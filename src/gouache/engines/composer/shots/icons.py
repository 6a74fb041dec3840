"""Icons: app tile, roundel, line and glyph."""

from __future__ import annotations

from gouache.engines.composer.color import contrast, distance, mix, shift
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.shots.symbol import Symbol, symbol
from gouache.engines.composer.shots.wording import initials
from gouache.engines.composer.svg import num, tag


def compose_icon(page: Page) -> None:
    page.ground()
    mark = page.mark()
    if mark is None:
        _lettered(page)
    elif len(page.cast.drawings) > 1 and page.says("icons", "icon set", "icon pack", "set of", "collection"):
        _set(page)
    elif page.says("line icon", "outline", "line art", "stroke icon", "monoline"):
        _line(page, mark)
    elif page.says("glyph", "pictogram", "silhouette", "solid icon", "monochrome"):
        _glyph(page, mark)
    elif page.cast.detailed:
        _roundel(page, mark)
    elif page.says("app"):
        _tile(page, mark)
    else:
        page.rng.choice([_tile, _tile, _roundel, _roundel, _duotone])(page, mark)


def _set(page: Page) -> None:
    """One tile for each of several things, on a grid, all in one hand."""
    drawings = page.cast.drawings
    columns = len(drawings) if len(drawings) < 3 else 2 if len(drawings) == 4 else 3
    lines = -(-len(drawings) // columns)
    side = min(page.w / columns, page.h / lines) * 0.86
    tones = [
        c for c in (page.scheme.main, page.scheme.accent, page.scheme.ink) if distance(c, page.scheme.ground) > 0.16
    ]
    for i, drawing in enumerate(drawings):
        row, last = i // columns, len(drawings) - (len(drawings) - 1) // columns * columns
        inset = (columns - last) / 2 if row == lines - 1 else 0.0
        x = page.center.x + (i % columns + inset - (columns - 1) / 2) * side
        y = page.center.y + (row - (lines - 1) / 2) * side
        box = Box(x - side / 2, y - side / 2, side, side).inset(side * 0.07)
        fill = tones[i % len(tones)] if tones else page.scheme.ink
        mark = symbol(drawing)
        inside = box.inset(box.w * 0.2)
        k = min(inside.w / mark.box.w, inside.h / mark.box.h)
        page.paint("tile", Role.PROP, tag("path", d=ornament.squircle(box), fill=fill), box)
        page.stamp(mark, _on_tile(page, mark, fill, k), inside)


def _frame(page: Page, share: float) -> Box:
    side = page.m * share
    return Box(page.center.x - side / 2, page.center.y - side / 2, side, side)


def _tile(page: Page, mark: Symbol) -> None:
    """A rounded tile with flat depth: a darker lower edge, one lighter plane, a long flat shadow."""
    box = _frame(page, 0.7)
    fill = _strong(page)
    _plate(page, box, fill)
    inside = box.inset(box.w * 0.19)
    k = min(inside.w / mark.box.w, inside.h / mark.box.h)
    shadow = mark.fitted(mark.cast_shadow(shift(fill, -0.075), box.w * 0.6 / k), inside)
    page.paint("shadow", Role.PROP, f'<g clip-path="url(#tile-clip)">{shadow}</g>', box)
    page.stamp(mark, _on_tile(page, mark, fill, k), inside)


def _plate(page: Page, box: Box, fill: str) -> None:
    d = ornament.squircle(box)
    clip = tag("clipPath", tag("path", d=d), id="tile-clip")
    lower = f'<g transform="translate(0 {num(box.h * 0.028)})">{tag("path", d=d, fill=shift(fill, -0.14))}</g>'
    glow = tag("circle", cx=box.x + box.w * 0.24, cy=box.y + box.h * 0.12, r=box.w * 0.62, fill=shift(fill, 0.045))
    page.paint(
        "tile",
        Role.PROP,
        clip + lower + tag("path", d=d, fill=fill) + f'<g clip-path="url(#tile-clip)">{glow}</g>',
        box,
    )


def _strong(page: Page) -> str:
    """The tile's colour: the main one unless it is lost on the ground."""
    s = page.scheme
    return next((c for c in (s.main, s.accent, s.ink) if distance(c, s.ground) > 0.16), s.ink)


def _on_tile(page: Page, mark: Symbol, fill: str, k: float) -> str:
    s = page.scheme
    paper = "#ffffff" if contrast("#ffffff", fill) >= 2.1 else s.ink if not s.dark else s.ground
    other = next(
        (
            c
            for c in (s.soft, s.accent, mix(paper, fill, 0.35))
            if distance(c, fill) > 0.15 and distance(c, paper) > 0.1
        ),
        paper,
    )
    dark = s.ink if contrast(s.ink, paper) > 3 else s.ground
    light = mix(paper, fill, 0.22)
    return mark.tones(paper, light, dark, other)


def _roundel(page: Page, mark: Symbol) -> None:
    """The figure in its own colours on a quiet disc, cut by the disc's foot."""
    s = page.scheme
    box = _frame(page, 0.74)
    page.disc(
        box.center,
        box.w / 2,
        s.soft if distance(s.soft, s.ground) > 0.05 else mix(s.ground, s.main, 0.3),
        role=Role.PROP,
    )
    page.disc(Point(box.center.x, box.center.y), box.w * 0.43, mix(s.soft, s.ground, 0.45), "plane", Role.PROP)
    assert page.whole is not None
    page.art(page.whole, box.inset(box.w * 0.17))


def _duotone(page: Page, mark: Symbol) -> None:
    """An offset plane of colour under a line drawing."""
    box = _frame(page, 0.62)
    k = min(box.w / mark.box.w, box.h / mark.box.h)
    d = page.m * 0.022
    page.stamp(mark, mark.shape(_strong(page)), box.moved(d, d), "plane")
    page.stamp(mark, mark.line(page.scheme.ink, page.m * 0.014 / k), box)


def _line(page: Page, mark: Symbol) -> None:
    box = _frame(page, 0.6)
    k = min(box.w / mark.box.w, box.h / mark.box.h)
    page.stamp(mark, mark.line(page.scheme.ink, page.m * 0.02 / k), box)


def _glyph(page: Page, mark: Symbol) -> None:
    color = page.scheme.main if contrast(page.scheme.main, page.scheme.ground) > 3 else page.scheme.ink
    page.stamp(mark, mark.stamp(color), _frame(page, 0.64))


def _lettered(page: Page) -> None:
    """No figure: a tile with the initial, or an abstract one when nothing may be written."""
    box = _frame(page, 0.7)
    fill = _strong(page)
    _plate(page, box, fill)
    if page.copy:
        page.write(initials(page.copy.headline), box.inset(box.w * 0.25), ground=fill, case="upper", max_lines=1)
        return
    paper = page.scheme.on(fill)
    page.paint("star", Role.SUBJECT, tag("path", d=ornament.star(box.center, box.w * 0.3, 4, 0.36), fill=paper), box)
