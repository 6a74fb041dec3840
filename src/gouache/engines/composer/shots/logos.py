"""Logos: grammars of mark and wordmark."""

from __future__ import annotations

import math
from collections.abc import Callable

from gouache.engines.composer.color import contrast, distance, mix, shift
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.shots.symbol import Symbol
from gouache.engines.composer.shots.wording import initials
from gouache.engines.composer.svg import rect, tag
from gouache.engines.composer.typography import measure, ribbon

Grammar = Callable[[Page, Symbol | None], None]


def compose_logo(page: Page) -> None:
    page.ground()
    _grammar(page)(page, page.mark())


def _grammar(page: Page) -> Grammar:
    """By the prompt's words; else any that suits what there is to show."""
    if page.whole is not None and page.says("shirt", "tee ", "hoodie", "tote", "merch", "screen print"):
        return _print
    if page.whole is None:
        return _monogram if page.copy else _plain
    if page.cast.detailed:
        return _figured(page)
    if page.says("badge", "round logo", "circular", "circle logo", "seal", "stamp"):
        return _badge
    if page.says("shield", "crest", "coat of arms", "emblem"):
        return _shield if page.says("shield", "crest", "coat of arms") else page.rng.choice([_shield, _badge, _crest])
    if page.says("line logo", "line art", "outline", "monoline", "linear"):
        return _line
    if page.says("minimal", "simple", "negative space", "geometric", "flat"):
        return page.rng.choice([_knockout, _stacked, _stamped, _line])
    if page.says("vintage", "retro", "brewery", "outdoor", "barber", "hipster"):
        return page.rng.choice([_badge, _crest, _shield])
    if page.says("mascot", "esport", "team", "cartoon"):
        return page.rng.choice([_mascot, _shield])
    if page.copy and page.w > 1.35 * page.h:
        return _horizontal
    if not page.copy:
        return page.rng.choice([_knockout, _plain, _stamped, _mascot, _plain])
    wide = len(page.copy.headline) <= 14 and page.w >= page.h
    choices = [_stacked, _stacked, _knockout, _badge, _stamped, _mascot]
    return page.rng.choice(choices + ([_horizontal, _horizontal] if wide else []))


def _figured(page: Page) -> Grammar:
    """Grammars that keep a figure in its own colours."""
    if page.says("badge", "round logo", "circular", "circle logo", "seal", "stamp", "vintage", "retro"):
        return page.rng.choice([_badge, _crest])
    wide = page.copy and page.w > 1.35 * page.h
    return (
        _horizontal
        if wide
        else page.rng.choice([_stacked, _mascot, _mascot, _crest] if page.copy else [_mascot, _badge])
    )


def _own(page: Page) -> str:
    """The figure as it was drawn."""
    assert page.whole is not None
    return page.whole.markup


def _toned(page: Page, mark: Symbol, ground: str | None = None) -> str:
    """The symbol in the scheme's colours, its light parts apart from the ground."""
    if page.cast.detailed:
        return _own(page)
    s = page.scheme
    ground = ground or s.ground
    light = next(
        (c for c in (s.soft, "#ffffff", s.ground) if distance(c, ground) > 0.1 and distance(c, s.main) > 0.1), s.soft
    )
    main = s.main if distance(s.main, ground) > 0.14 else s.accent
    dark = s.ink if not s.dark else shift(ground, -0.04)
    return mark.tones(main, light, dark, s.accent)


def _reversed(page: Page, mark: Symbol, field: str, paper: str) -> str:
    """The symbol in paper colour on a field: dark parts let the field through, the rest is tinted by it."""
    if page.cast.detailed:
        return _own(page)
    if mark.darkness > 0.2:  # a figure half dark would fall apart
        return mark.stamp(paper)
    s = page.scheme
    bright = (c for c in (s.soft, s.accent, s.main) if distance(c, field) > 0.2 and distance(c, paper) > 0.12)
    return mark.tones(paper, mix(paper, field, 0.2), field, next(bright, mix(paper, field, 0.38)))


def _caption(page: Page, top: float, width: float = 0.76, height: float = 0.17) -> None:
    """Wordmark, rule and tagline from `top` (fraction of the height of a centred square) downwards."""
    square = _square(page)
    y = square.y + square.h * top
    room = Box(page.center.x - square.w * width / 2, y, square.w * width, square.h * height)
    lines = 2 if len(page.copy.headline) > 16 else 1
    name = page.write(page.copy.headline, room, max_lines=lines, valign="top", max_size=square.h * 0.15)
    if name is None:
        return
    below = name.box.bottom + square.h * 0.05
    if page.copy.tagline:
        _tagline(page, Box(square.x + square.w * 0.12, below, square.w * 0.76, square.h * 0.05))
    else:
        bar = square.w * 0.11
        page.rule(Box(page.center.x - bar / 2, below, bar, square.h * 0.009), page.scheme.main)


def _tagline(page: Page, box: Box) -> None:
    """A spaced line between two short rules."""
    text = page.copy.tagline
    body = page.pairing.body
    color = page.scheme.readable(page.scheme.main, page.scheme.ground)
    set_ = page.write(text, box.inset(box.w * 0.08, 0), head=False, case="upper", tracking=0.16, color=color,
                      max_lines=1, max_size=box.h * 0.8, font=body)  # fmt: skip
    if set_ and len(text) < 26:
        y, bar = set_.box.center.y, box.w * 0.07
        for x in (set_.box.x - bar * 1.4, set_.box.right + bar * 0.4):
            page.rule(Box(x, y, bar, box.h * 0.09), page.scheme.accent)


def _square(page: Page) -> Box:
    return Box(page.center.x - page.m / 2, page.center.y - page.m / 2, page.m, page.m)


def _part(page: Page, left: float, top: float, right: float, bottom: float) -> Box:
    s = _square(page)
    return Box(s.x + s.w * left, s.y + s.h * top, s.w * (right - left), s.h * (bottom - top))


def _stacked(page: Page, mark: Symbol | None) -> None:
    assert mark is not None
    page.stamp(mark, _toned(page, mark), _part(page, 0.22, 0.12, 0.78, 0.58))
    _caption(page, 0.66)


def _stamped(page: Page, mark: Symbol | None) -> None:
    """One colour only, the most reduced mark."""
    assert mark is not None
    box = _part(page, 0.22, 0.12, 0.78, 0.58) if page.copy else _part(page, 0.18, 0.18, 0.82, 0.82)
    main = page.scheme.main
    color = main if contrast(main, page.scheme.ground) > 2.2 else page.scheme.ink
    page.stamp(mark, mark.stamp(color), box)
    _caption(page, 0.66)


def _plain(page: Page, mark: Symbol | None) -> None:
    """A free-standing mark; a roundel of plain shapes when there is nothing to show."""
    if mark:
        page.stamp(mark, _toned(page, mark), _part(page, 0.16, 0.16, 0.84, 0.84))
        return
    s, c, r = page.scheme, page.center, page.m * 0.3
    page.disc(c, r, s.main, role=Role.SUBJECT)
    page.paint("wedge", Role.SUBJECT, tag("path", d=f"M{c.x} {c.y - r}A{r} {r} 0 0 1 {c.x} {c.y + r}Z", fill=s.ink))
    page.disc(Point(c.x, c.y - r / 2), r / 2, s.ink, role=Role.SUBJECT)
    page.disc(Point(c.x, c.y + r / 2), r / 2, s.main, role=Role.SUBJECT)


def _line(page: Page, mark: Symbol | None) -> None:
    assert mark is not None
    box = _part(page, 0.25, 0.13, 0.75, 0.57) if page.copy else _part(page, 0.2, 0.2, 0.8, 0.8)
    k = min(box.w / mark.box.w, box.h / mark.box.h)
    page.stamp(mark, mark.line(page.scheme.ink, page.m * 0.0105 / k), box)
    _caption(page, 0.67, height=0.12)


def _knockout(page: Page, mark: Symbol | None) -> None:
    """Negative space: the symbol is cut out of a solid shape."""
    assert mark is not None
    box = _part(page, 0.27, 0.1, 0.73, 0.56) if page.copy else _part(page, 0.17, 0.17, 0.83, 0.83)
    fill = page.scheme.main if contrast(page.scheme.main, page.scheme.ground) > 1.8 else page.scheme.ink
    c, r = box.center, box.w / 2
    shape = page.rng.choice([ornament.squircle(box), ornament.regular(c, r * 1.06, 6), ornament.squircle(box, 2.0)])
    page.paint("shape", Role.PROP, tag("path", d=shape, fill=fill), box)
    page.stamp(mark, _reversed(page, mark, fill, page.scheme.ground), box.inset(box.w * 0.19))
    _caption(page, 0.655)


def _horizontal(page: Page, mark: Symbol | None) -> None:
    """Symbol, then the name, on one axis and optically as heavy."""
    assert mark is not None
    head = page.copy.headline
    case = page.pairing.case
    width = measure(head.upper() if case else head, page.pairing.head, page.pairing.tracking)
    room, gap = page.w * 0.84, page.m * 0.05
    size = min(page.m * 0.34, (room - gap) / (1 + width * 0.42))
    aspect = min(1.25, mark.box.w / mark.box.h)
    total = size * aspect + gap + min(room - size * aspect - gap, width * size * 0.5)
    left = page.center.x - total / 2
    box = Box(left, page.center.y - size / 2, size * aspect, size)
    page.stamp(mark, _toned(page, mark), box)
    rest = Box(box.right + gap, page.center.y - size * 0.36, total - size * aspect - gap, size * 0.72)
    tagged = bool(page.copy.tagline)
    name = rest if not tagged else Box(rest.x, rest.y, rest.w, rest.h * 0.66)
    set_ = page.write(head, name, align="left", max_lines=2 if width > 7 else 1)
    if tagged and set_:
        below = Box(rest.x, set_.box.bottom + size * 0.1, rest.w, size * 0.14)
        page.write(
            page.copy.tagline, below, head=False, case="upper", align="left", valign="top", tracking=0.12, max_lines=1
        )


def _print(page: Page, mark: Symbol | None) -> None:
    """A print for cloth: the figure in its own colours on the bare ground, large words above and below it."""
    s, words = page.scheme, page.copy
    assert page.whole is not None
    box = page.area(0.14, 0.27 if words.tagline else 0.08, 0.86, 0.7 if words else 0.92)
    halo = page.m * 0.3 if not words.tagline else page.m * 0.23
    page.disc(box.center, halo, mix(s.ground, s.soft, 0.7), "plane", Role.PROP)
    page.art(page.whole, box)
    if not words:
        return
    page.write(words.headline, page.area(0.08, 0.73, 0.92, 0.93), case="upper", max_lines=2)
    if words.tagline:
        page.write(words.tagline, page.area(0.12, 0.08, 0.88, 0.22), case="upper", max_lines=1)


def _mascot(page: Page, mark: Symbol | None) -> None:
    """A bold outline in ink round a flat figure, over a shape of quiet colour."""
    assert mark is not None
    s = page.scheme
    box = _part(page, 0.24, 0.1, 0.76, 0.58) if page.copy else _part(page, 0.18, 0.18, 0.82, 0.82)
    k = min(box.w / mark.box.w, box.h / mark.box.h)
    page.disc(box.center, box.h * 0.54, mix(s.soft, s.ground, 0.35), role=Role.PROP)
    page.stamp(mark, mark.rim(s.ink, page.m * 0.014 / k) + _toned(page, mark, s.ink), box.inset(box.w * 0.05))
    _caption(page, 0.68)


def _badge(page: Page, mark: Symbol | None) -> None:
    """A round badge: name on the upper arc, second text or stars on the lower."""
    s, c, r = page.scheme, page.center, page.m * 0.425
    field = s.ink if not s.dark else shift(s.ground, 0.09)
    paper = s.ground if not s.dark else s.ink
    page.disc(c, r, field, "badge", Role.PROP)
    page.paint(
        "ring",
        Role.PROP,
        tag(
            "circle", cx=float(c.x), cy=float(c.y), r=r * 0.945, fill="none", stroke=paper, stroke_width=page.m * 0.006
        ),
    )
    inner = 0.64 if page.copy else 0.86
    plain = s.main if distance(s.main, field) > 0.15 else s.accent
    plain = mix(paper, s.soft, 0.5) if page.cast.detailed else plain
    page.disc(c, r * inner, plain, "field", Role.PROP)
    page.paint(
        "ring",
        Role.PROP,
        tag(
            "circle",
            cx=float(c.x),
            cy=float(c.y),
            r=r * (inner + 0.025),
            fill="none",
            stroke=paper,
            stroke_width=page.m * 0.005,
        ),
    )
    if mark:
        side = r * inner * 1.32
        box = Box(c.x - side / 2, c.y - side / 2, side, side)
        page.stamp(mark, _reversed(page, mark, plain, paper), box)
    if page.copy:
        _ring_words(page, c, r * 0.793, field)


def _ring_words(page: Page, c: Point, radius: float, field: str) -> None:
    size = page.m * 0.098
    long = len(page.copy.headline) > 22
    page.write_arc(
        page.copy.headline, c, radius, size, ground=field, sweep=235 if long or not page.copy.tagline else 190
    )
    if page.copy.tagline:
        page.write_arc(page.copy.tagline, c, radius, size * 0.68, ground=field, bottom=True, sweep=110)
        spots: tuple[float, ...] = (96.0, 264.0)
    else:
        spots = (150.0, 180.0, 210.0)
    for angle in spots:
        _star_at(page, c, radius, angle, page.m * (0.022 if angle == 180 else 0.017))


def _star_at(page: Page, c: Point, radius: float, angle: float, size: float) -> None:
    a = math.radians(angle)
    spot = Point(c.x + radius * math.sin(a), c.y - radius * math.cos(a))
    fill = page.scheme.accent if contrast(page.scheme.accent, page.scheme.ink) > 2 else page.scheme.soft
    page.paint("star", Role.PROP, tag("path", d=ornament.star(spot, size), fill=fill))


def _shield(page: Page, mark: Symbol | None) -> None:
    s = page.scheme
    box = _part(page, 0.25, 0.07, 0.75, 0.66) if page.copy else _part(page, 0.19, 0.1, 0.81, 0.9)
    field = s.ink if not s.dark else s.main
    paper = s.ground
    page.paint("shield", Role.PROP, tag("path", d=ornament.shield(box), fill=field), box)
    inner = box.inset(box.w * 0.045, box.h * 0.045)
    page.paint(
        "inline",
        Role.PROP,
        tag("path", d=ornament.shield(inner), fill="none", stroke=s.accent, stroke_width=page.m * 0.008),
    )
    if mark:
        w = box.w * 0.66
        page.stamp(
            mark, _reversed(page, mark, field, paper), Box(box.center.x - w / 2, box.y + box.h * 0.17, w, box.h * 0.56)
        )
    if page.copy:
        _caption(page, 0.735, height=0.14)


def _crest(page: Page, mark: Symbol | None) -> None:
    """Rays and a figure over a ribbon that carries the name."""
    s, c = page.scheme, Point(page.center.x, page.center.y - page.m * 0.07)
    radius = page.m * 0.33
    clip = tag("clipPath", tag("circle", cx=float(c.x), cy=float(c.y), r=radius), id="crest-clip")
    rays = tag("path", d=ornament.burst(c, radius * 1.1, 18, turn=0.09), fill=mix(s.soft, s.main, 0.28))
    disc = tag("circle", cx=float(c.x), cy=float(c.y), r=radius, fill=s.soft)
    page.paint("rays", Role.PROP, clip + f'<g clip-path="url(#crest-clip)">{disc}{rays}</g>')
    page.paint(
        "ring",
        Role.PROP,
        tag("circle", cx=float(c.x), cy=float(c.y), r=radius, fill="none", stroke=s.ink, stroke_width=page.m * 0.014),
    )
    if mark:
        box = Box(c.x - radius * 0.62, c.y - radius * 0.74, radius * 1.24, radius * 1.3)
        k = min(box.w / mark.box.w, box.h / mark.box.h)
        page.stamp(mark, mark.rim(s.ink, page.m * 0.008 / k) + _toned(page, mark, s.soft), box)
    if not page.copy:
        return
    band = Box(page.center.x - page.m * 0.43, c.y + radius * 0.62, page.m * 0.86, page.m * 0.2)
    fill = s.plate(s.main) if distance(s.main, s.ground) > 0.2 else s.ink
    set_ = ribbon(page.copy.headline, band, fill=fill, ink=s.on(fill), font=page.pairing.head, bow=0.16,
                  case=page.pairing.case, shade=shift(fill, -0.1), id="ribbon")  # fmt: skip
    page.letter(page.copy.headline, set_)
    if page.copy.tagline:
        _tagline(
            page,
            Box(page.m * 0.16 + page.center.x - page.m / 2, band.bottom + page.m * 0.02, page.m * 0.68, page.m * 0.05),
        )


def _monogram(page: Page, mark: Symbol | None) -> None:
    """No figure: the initials in a solid shape, or the name alone as a wordmark."""
    s = page.scheme
    name = page.copy.headline
    if len(name) > 26 or page.says("wordmark", "typograph", "text logo", "lettering"):
        _wordmark(page)
        return
    alone = len(name) <= 3
    box = _part(page, 0.22, 0.22, 0.78, 0.78) if alone else _part(page, 0.3, 0.12, 0.7, 0.52)
    fill = s.plate(s.main) if distance(s.main, s.ground) > 0.2 else s.ink
    shapes = [ornament.squircle(box), ornament.regular(box.center, box.w * 0.54, 6), ornament.squircle(box, 2.0)]
    page.paint("shape", Role.PROP, tag("path", d=page.rng.choice(shapes), fill=fill), box)
    slash = rect(
        Box(box.x + box.w * 0.26, box.y + box.h * 0.77, box.w * 0.48, box.h * 0.035), s.on(fill), rx=box.h * 0.017
    )
    page.paint("rule", Role.PROP, slash, box)
    field = Box(box.x + box.w * 0.22, box.y + box.h * 0.24, box.w * 0.56, box.h * 0.44)
    page.write(initials(name), field, ground=fill, case="" if alone else "upper", max_lines=1)
    if not alone:
        _caption(page, 0.635)
    elif page.copy.tagline:
        _tagline(page, _part(page, 0.12, 0.85, 0.88, 0.9))


def _wordmark(page: Page) -> None:
    """The name set large between two rules, with a dot of accent colour."""
    s = page.scheme
    box = page.area(0.1, 0.34, 0.9, 0.66)
    set_ = page.write(page.copy.headline, box, max_lines=3)
    if set_ is None:
        return
    bar = page.m * 0.012
    page.rule(Box(set_.box.x, set_.box.bottom + page.m * 0.055, set_.box.w * 0.22, bar), s.main)
    page.disc(
        Point(set_.box.x + set_.box.w * 0.22 + bar * 2.2, set_.box.bottom + page.m * 0.055 + bar / 2),
        bar / 2,
        s.accent,
        "dot",
        Role.PROP,
    )
    if page.copy.tagline:
        below = Box(set_.box.x, set_.box.bottom + page.m * 0.09, set_.box.w, page.m * 0.05)
        page.write(page.copy.tagline, below, head=False, align="left", valign="top", max_lines=2, tracking=0.04)
