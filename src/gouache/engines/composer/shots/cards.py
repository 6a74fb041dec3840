"""Greeting cards, invitations and business cards."""

from __future__ import annotations

from collections.abc import Callable

from gouache.engines.composer.color import distance, mix, shift
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.shots.symbol import symbol
from gouache.engines.composer.svg import num, rect, tag

Grammar = Callable[[Page], None]


def compose_card(page: Page) -> None:
    _grammar(page)(page)


def _grammar(page: Page) -> Grammar:
    if page.says("business card", "visiting card", "name card"):
        return _business
    if page.whole is None:
        return _wreath
    if not page.copy:
        return page.rng.choice([_garland, _wreath, _arch])
    if page.says("wedding", "invitation", "save the date", "anniversary", "sympathy", "baptism"):
        return page.rng.choice([_wreath, _arch])
    if page.says("birthday", "party", "congratulat", "new year", "graduation"):
        return page.rng.choice([_garland, _garland, _split])
    return page.rng.choice([_split, _arch, _wreath, _garland])


def _lesser(page: Page, box: Box, ground: str) -> None:
    texts = page.copy.rest
    for i, text in enumerate(texts):
        row = Box(box.x, box.y + box.h * i / len(texts), box.w, box.h / len(texts) * 0.86)
        page.write(text, row, head=False, ground=ground, max_lines=3, max_size=page.m * 0.05, leading=1.3)


def _festive(page: Page) -> list[str]:
    s = page.scheme
    return [c for c in (s.main, s.accent, s.soft, s.ink) if distance(c, s.ground) > 0.08]


def _garland(page: Page) -> None:
    """Bunting above, confetti all round, the words in the middle, the figure at the foot."""
    s = page.scheme
    page.ground()
    colors = _festive(page)
    art = page.area(0.2, 0.52, 0.8, 0.93) if page.copy else page.area(0.16, 0.28, 0.84, 0.9)
    text = page.area(0.1, 0.2, 0.9, 0.44 if page.copy.rest else 0.48)
    keep = [art.inset(art.w * 0.08)] + ([page.area(0.06, 0.17, 0.94, 0.51)] if page.copy else [])
    margins = Box(0, page.h * 0.16, page.w, page.h * 0.82).inset(page.m * 0.03)
    page.paint("confetti", Role.BACKGROUND, ornament.confetti(margins, colors, 46, page.m * 0.028, page.rng, keep))
    page.paint(
        "bunting",
        Role.MIDDLE,
        ornament.bunting(page.w, page.h * 0.025, page.h * 0.065, 9, page.m * 0.085, colors[:3], s.ink),
    )
    if page.whole is not None:
        page.disc(Point(art.center.x, art.center.y + art.h * 0.03), art.h * 0.5, mix(s.ground, s.soft, 0.7))
        page.art(page.whole, art.inset(art.h * 0.04))
    page.write(page.copy.headline, text, color=s.readable(s.main, s.ground), max_lines=2)
    if page.copy.rest:
        _lesser(page, page.area(0.14, 0.455, 0.86, 0.515), s.ground)


def _arch(page: Page) -> None:
    """The figure in a doorway of colour, the words under it."""
    s = page.scheme
    page.ground()
    bottom = 0.64 if page.copy else 0.88
    h = page.h * (bottom - 0.1)
    w = min(page.w * 0.62, h * 0.86)
    box = Box(page.w / 2 - w / 2, page.h * 0.1, w, h)
    page.shape(
        "arch",
        "path",
        d=ornament.arch(box.inset(-page.m * 0.022)),
        fill="none",
        stroke=s.main,
        stroke_width=page.m * 0.007,
    )
    page.shape("arch", "path", d=ornament.arch(box), fill=s.soft)
    _flanked(page, box)
    if page.whole is not None:
        page.art(page.whole, Box(box.x + w * 0.1, box.y + h * 0.16, w * 0.8, h * 0.8))
    if page.copy:
        page.write(page.copy.headline, page.area(0.12, 0.71, 0.88, 0.85 if page.copy.rest else 0.9), max_lines=2)
        _lesser(page, page.area(0.15, 0.865, 0.85, 0.94), s.ground) if page.copy.rest else None


def _flanked(page: Page, box: Box) -> None:
    """A sprig on each side of the arch's foot."""
    size = box.h * 0.5
    for side, x in ((-1, box.x - page.m * 0.05), (1, box.right + page.m * 0.05)):
        color = page.scheme.accent
        page.paint("sprig", Role.MIDDLE, ornament.sprig(x, box.bottom + page.m * 0.02, size, side * 12, color))


def _split(page: Page) -> None:
    """Figure above, a wave of colour with the words below."""
    s = page.scheme
    page.ground()
    fill = s.plate(s.main) if distance(s.main, s.ground) > 0.2 else s.ink
    level = page.h * (0.6 if page.copy else 0.72)
    colors = [c for c in _festive(page) if c != fill] or [s.accent]
    art = Box(page.w * 0.16, page.h * 0.09, page.w * 0.68, level + page.h * 0.03 - page.h * 0.09)
    page.paint(
        "confetti",
        Role.BACKGROUND,
        ornament.confetti(
            Box(0, 0, page.w, level).inset(page.m * 0.05),
            colors,
            26,
            page.m * 0.022,
            page.rng,
            [art.inset(art.w * 0.06)],
        ),
    )
    page.disc(Point(page.w / 2, art.center.y), min(art.w, art.h) * 0.5, mix(s.ground, s.soft, 0.75))
    if page.whole is not None:
        page.art(page.whole, art)
    page.paint("wave", Role.PROP, _waves(page, level, fill), Box(0, level, page.w, page.h - level))
    if page.copy:
        rest = bool(page.copy.rest)
        page.write(page.copy.headline, page.area(0.1, 0.69, 0.9, 0.84 if rest else 0.92), ground=fill, max_lines=2)
        _lesser(page, page.area(0.14, 0.855, 0.86, 0.945), fill) if rest else None


def _waves(page: Page, level: float, fill: str) -> str:
    """A scalloped edge with a paler copy above it."""

    def wave(y: float, n: int) -> str:
        step = page.w / n
        return (
            f"M0 {num(y)}"
            + "".join(f"q{num(step / 2)} {num(-step * 0.32)} {num(step)} 0" for _ in range(n))
            + f"V{num(page.h)}H0Z"
        )

    pale = mix(fill, page.scheme.ground, 0.45)
    return tag("path", d=wave(level + page.m * 0.01, 6), fill=pale) + tag(
        "path", d=wave(level + page.m * 0.045, 6), fill=fill
    )


def _wreath(page: Page) -> None:
    """A ring of leaves round the words; the figure sits small at its foot, or inside when there are none."""
    s = page.scheme
    page.ground()
    edge = page.m * 0.04
    page.paint(
        "frame",
        Role.PROP,
        rect(
            Box(0, 0, page.w, page.h).inset(edge),
            "none",
            stroke=s.accent,
            stroke_width=page.m * 0.004,
            rx=page.m * 0.02,
        ),
    )
    c, r = page.center, page.m * 0.375
    greens = [s.accent, mix(s.accent, s.ground, 0.35), shift(s.accent, -0.08)]
    page.paint(
        "ring",
        Role.MIDDLE,
        tag("circle", cx=c.x, cy=c.y, r=r, fill="none", stroke=greens[0], stroke_width=page.m * 0.005),
    )
    leaves = []
    for i in range(26):
        angle = i * 360 / 26
        turn = f"rotate({num(angle)} {num(c.x)} {num(c.y)})"
        tilt = 68 if i % 2 else 112
        leaves.append(
            f'<g transform="{turn}">{ornament.sprig(c.x, c.y - r, page.m * 0.14, tilt, greens[i % 3], 4)}</g>'
        )
    page.paint("wreath", Role.MIDDLE, "".join(leaves), Box(c.x - r * 1.2, c.y - r * 1.2, r * 2.4, r * 2.4))
    for i in range(13):
        angle = (i + 0.5) * 360 / 13
        berry = tag("circle", cx=c.x, cy=c.y - r * (1.06 if i % 2 else 0.95), r=page.m * 0.011, fill=s.main)
        page.paint("berry", Role.MIDDLE, f'<g transform="rotate({num(angle)} {num(c.x)} {num(c.y)})">{berry}</g>')
    _inside(page, c, r * 0.8)


def _inside(page: Page, c: Point, r: float) -> None:
    if not page.copy:
        if page.whole is not None:
            page.art(page.whole, Box(c.x - r * 0.72, c.y - r * 0.72, r * 1.44, r * 1.44))
        return
    art = 0.0
    if page.whole is not None:
        art = r * 0.78
        page.art(page.whole, Box(c.x - r * 0.62, c.y - r * 0.9, r * 1.24, art))
    top = c.y - r * 0.9 + art + r * 0.1 if art else c.y - r * 0.42
    height = c.y + r * (0.44 if page.copy.rest else 0.72) - top
    page.write(page.copy.headline, Box(c.x - r * 0.84, top, r * 1.68, height), max_lines=3)
    if page.copy.rest:
        _lesser(page, Box(c.x - r * 0.66, c.y + r * 0.5, r * 1.32, r * 0.4), page.scheme.ground)


def _business(page: Page) -> None:
    """The mark on a panel of colour, name and details flush left beside it."""
    s = page.scheme
    page.ground()
    fill = s.plate(s.main) if distance(s.main, s.ground) > 0.2 else s.ink
    wide = page.w >= page.h
    panel = page.area(0, 0, 0.36, 1) if wide else page.area(0, 0, 1, 0.4)
    if page.picture.background:
        panel = panel.inset(page.m * 0.05)
    page.paint("panel", Role.PROP, rect(panel, fill), panel)
    if page.whole is not None:
        mark = symbol(page.whole)
        side = min(panel.w, panel.h) * 0.6
        page.stamp(mark, mark.stamp(s.on(fill)), Box(panel.center.x - side / 2, panel.center.y - side / 2, side, side))
    text = page.area(0.43, 0.3, 0.94, 0.72) if wide else page.area(0.1, 0.48, 0.9, 0.86)
    rest = bool(page.copy.rest)
    name = page.write(
        page.copy.headline,
        Box(text.x, text.y, text.w, text.h * (0.42 if rest else 0.8)),
        align="left",
        valign="bottom" if rest else "center",
        max_lines=2,
    )
    if name is None or not rest:
        return
    page.rule(Box(text.x, text.y + text.h * 0.5, text.w * 0.2, page.m * 0.01), s.accent, False)
    for i, line in enumerate(page.copy.rest):
        row = Box(
            text.x, text.y + text.h * (0.6 + 0.4 * i / len(page.copy.rest)), text.w, text.h * 0.34 / len(page.copy.rest)
        )
        page.write(line, row, head=False, align="left", valign="top", max_lines=2, max_size=page.m * 0.06)
