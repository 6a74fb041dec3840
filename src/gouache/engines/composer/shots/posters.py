"""Posters, covers and flyers: grammars of headline, figure, shape and footer."""

from __future__ import annotations

from collections.abc import Callable

from gouache.engines.composer.color import contrast, distance, lab, mix, shift
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.infographics import compose_infographic, outline
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.svg import rect, tag
from gouache.engines.composer.typography import Effect

Grammar = Callable[[Page], None]
_TEXT_FACES = ("poppins", "inter-black", "playfair", "oswald", "abril")  # readable in many lines


def compose_poster(page: Page) -> None:
    plan = outline(page) if page.says("infographic") else None
    if plan is not None:
        compose_infographic(page, plan)
    else:
        _grammar(page)(page)


def _grammar(page: Page) -> Grammar:
    """By the prompt's words, then by how much there is to read and to show."""
    bleeds = page.picture.background is None  # a flat background must stay visible at the edges
    travel = bleeds and page.says("travel", "national park", "tourism", "visit ", "mountain", "camping", "ski")
    if page.whole is None and travel:
        return _travel
    if page.whole is None and 0 < len(page.copy.headline) <= 40:
        return _swiss
    if page.whole is None or len(page.copy.headline) > 60 or page.says("typograph", "quote", "motivational"):
        return _type_led
    if page.says("deco", "gatsby", "1920"):
        return _deco
    if page.says("swiss", "minimal", "bauhaus", "modernist", "helvetica"):
        return _swiss
    if travel:
        return _travel
    if bleeds and page.says("movie", "film", "thriller", "horror", "sci-fi", "book cover", "novel"):
        return _cinema
    if bleeds and page.says("retro", "vintage", "circus", "carnival", "propaganda", "70s", "sale", "superhero"):
        return _sunburst
    if page.says("jazz", "cocktail", "opera", "gala", "wine"):
        return page.rng.choice([_deco, _feature])
    wordy = sum(map(len, page.copy.rest)) > 70
    return page.rng.choice([_feature, _feature, _swiss, *([_sunburst, _cinema] if bleeds and not wordy else [])])


def _footer(page: Page, box: Box, ground: str, align: str = "center", valign: str = "center") -> None:
    """The lesser texts: the first larger, the others smaller under it."""
    rest = page.copy.rest
    if not rest:
        return
    weights = [1.0 if i == 0 else 0.62 for i in range(len(rest))]
    y, unit = box.y, box.h / sum(weights)
    for i, (text, weight) in enumerate(zip(rest, weights, strict=True)):
        row = Box(box.x, y, box.w, unit * weight * 0.86)
        page.write(text, row, head=False, ground=ground, align=align, valign=valign, max_lines=4, leading=1.3,
                   max_size=page.m * (0.054 if i == 0 else 0.04), font=None if i else "poppins-medium")  # fmt: skip
        y += unit * weight


def _reading_room(page: Page) -> float:
    """Extra share of the height that long running text needs under the figure: 0 for a line, up to 0.1."""
    return min(0.1, max(0, sum(map(len, page.copy.rest)) - 60) * 0.0011)


def _feature(page: Page) -> None:
    """Headline, a large shape with the figure on it, a rule and the footer; a thin frame holds it all."""
    s = page.scheme
    if page.picture.background is None and page.rng.random() < 0.35:
        page.scheme = s = s.inverted() if not s.dark else s
    page.ground()
    has_head, has_rest = bool(page.copy), bool(page.copy.rest)
    more = _reading_room(page)
    foot = 0.79 - more if has_rest else 0.9 if has_head else 0.88
    art = page.area(0.1, 0.31 if has_head else 0.12, 0.9, foot)
    radius = min(art.w, art.h) * 0.5
    fill = s.main if distance(s.main, s.ground) > 0.15 else s.soft
    _shape_behind(page, art.center, radius, fill)
    assert page.whole is not None
    page.art(page.whole, Box(art.center.x - radius * 1.05, art.y + art.h * 0.06, radius * 2.1, art.h * 0.9))
    if has_head:
        page.write(page.copy.headline, page.area(0.09, 0.075, 0.91, 0.275), max_lines=3)
    if has_rest:
        page.rule(page.area(0.4, foot + 0.032, 0.6, foot + 0.0365), s.accent)
        _footer(page, page.area(0.12, foot + 0.055, 0.88, 0.945), s.ground)
    edge = page.m * 0.032
    page.paint(
        "frame",
        Role.PROP,
        rect(Box(0, 0, page.w, page.h).inset(edge), "none", stroke=s.ink, stroke_width=page.m * 0.005),
    )


def _shape_behind(page: Page, c: Point, r: float, fill: str) -> None:
    kind = page.rng.randrange(4)
    soft = mix(page.scheme.ground, fill, 0.3)
    if kind == 0:
        page.disc(c, r, fill)
        page.paint(
            "ring",
            Role.BACKGROUND,
            tag(
                "circle",
                cx=float(c.x),
                cy=float(c.y),
                r=r * 1.07,
                fill="none",
                stroke=page.scheme.accent,
                stroke_width=r * 0.018,
            ),
        )
    elif kind == 1:
        page.shape("blob", "path", d=ornament.blob(c, r * 1.05, page.rng), fill=soft)
        page.disc(c, r * 0.78, fill)
    elif kind == 2:
        box = Box(c.x - r * 0.86, c.y - r, r * 1.72, r * 2)
        page.shape("arch", "path", d=ornament.arch(box.inset(-r * 0.06)), fill=soft)
        page.shape("arch", "path", d=ornament.arch(box), fill=fill)
    else:
        page.disc(c, r * 0.95, fill)
        for i, color in enumerate((page.scheme.accent, page.scheme.soft, soft)):
            bar = Box(0, c.y + r * (0.36 + i * 0.17), page.w, r * 0.1)
            page.paint("stripe", Role.BACKGROUND, rect(bar, color))


def _travel(page: Page) -> None:
    """A vintage travel print: sun, ridges one behind the other, the figure in front, a title band in the border."""
    s = page.scheme
    page.ground()
    edge = page.m * 0.045
    band = page.h * (0.2 if page.copy.rest else 0.165) if page.copy else edge
    view = Box(edge, edge, page.w - 2 * edge, page.h - edge - band)
    sky = mix(s.soft, "#ffffff", 0.25) if not s.dark else mix(s.soft, s.main, 0.2)
    clip = tag("clipPath", rect(view, "#000000"), id="view-clip")
    near = s.ink if not s.dark else shift(s.ground, -0.03)
    page.paint(
        "scene", Role.MIDDLE, clip + f'<g clip-path="url(#view-clip)">{_landscape(page, view, sky, near)}</g>', view
    )
    if page.whole is not None:
        stand = Box(view.x + view.w * 0.14, view.y + view.h * 0.3, view.w * 0.72, view.h * 0.6)
        height = page.whole.box.h * min(stand.w / page.whole.box.w, stand.h / page.whole.box.h)
        page.art(page.whole, Box(stand.x, view.y + view.h * 0.91 - height, stand.w, height))
    front = tag("path", d=ornament.hills(page.w, page.h, view.y + view.h * 0.93, view.h * 0.02, page.rng, 3), fill=near)
    page.paint("foreground", Role.FOREGROUND, f'<g clip-path="url(#view-clip)">{front}</g>', view)
    if not page.copy:
        return
    top = view.bottom + page.m * 0.022
    room = page.h - edge * 0.75 - top
    head = room * (0.66 if page.copy.rest else 1.0)
    title, lines = page.copy.headline, 1 if len(page.copy.headline) < 26 else 2
    spaced = max(page.pairing.tracking, 0.04)
    page.write(title, Box(edge * 1.4, top, page.w - edge * 2.8, head), max_lines=lines, case="upper", tracking=spaced)
    _footer(page, Box(edge * 2, top + head, page.w - edge * 4, room - head), s.ground)


def _landscape(page: Page, view: Box, sky: str, near: str) -> str:
    s = page.scheme
    sun = Point(view.x + view.w * page.rng.uniform(0.3, 0.7), view.y + view.h * page.rng.uniform(0.3, 0.4))
    warm = max((s.main, s.accent), key=lambda c: lab(c).b)
    parts = [rect(view, sky)]
    glow = [(0.34, 0.16), (0.27, 0.34), (0.2, 1.0)]
    parts += [tag("circle", cx=sun.x, cy=sun.y, r=view.w * r, fill=mix(sky, warm, share)) for r, share in glow]
    ridge = ornament.hills if page.says("beach", "sea", "ocean", "island", "desert", "countryside") else ornament.peaks
    far = mix(sky, s.accent if warm != s.accent else s.main, 0.55)
    levels = 4
    for i in range(levels):
        color = mix(far, near, i / (levels - 1) * 0.85)
        level = view.y + view.h * (0.56 + 0.11 * i)
        shape = ridge if i < 2 else ornament.hills
        parts.append(
            tag(
                "path",
                d=shape(
                    page.w, page.h, level, view.h * (0.2 if shape is ornament.peaks else 0.035), page.rng, 3 + i % 2
                ),
                fill=color,
            )
        )
    return "".join(parts)


def _cinema(page: Page) -> None:
    """A night of one hue: a huge disc, the figure before it, dark ridges below, the title at the foot."""
    s = page.scheme
    dark = s.ground if s.dark else s.ink
    if lab(dark).L > 0.42:
        dark = shift(dark, 0.3 - lab(dark).L)
    pale = s.ink if s.dark else s.ground
    page.ground(dark)
    titled = bool(page.copy)
    c = Point(page.w / 2, page.h * (0.42 if titled else 0.48))
    r = min(page.w * 0.4, page.h * 0.33)
    glow = s.main if distance(s.main, dark) > 0.2 else s.accent
    for k, share in ((1.36, 0.1), (1.18, 0.22), (1.0, 1.0)):
        page.disc(c, r * k, mix(dark, glow, share))
    page.paint(
        "ridge",
        Role.MIDDLE,
        tag(
            "path",
            d=ornament.peaks(page.w, page.h, c.y + r * 0.82, page.h * 0.12, page.rng, 5),
            fill=mix(dark, glow, 0.3),
        ),
    )
    assert page.whole is not None
    page.art(page.whole, Box(c.x - r * 0.9, c.y - r * 0.72, r * 1.8, r * 1.66))
    page.paint(
        "ridge",
        Role.FOREGROUND,
        tag("path", d=ornament.hills(page.w, page.h, c.y + r * 1.0, page.h * 0.02, page.rng, 3), fill=dark),
    )
    if not titled:
        return
    rest = page.copy.rest
    box = page.area(0.08, 0.745 if rest else 0.79, 0.92, 0.86 if rest else 0.93)
    page.write(page.copy.headline, box, color=pale, ground=dark, max_lines=2, tracking=max(0.02, page.pairing.tracking))
    if rest:
        _footer(page, page.area(0.1, 0.885, 0.9, 0.965), dark)


def _sunburst(page: Page) -> None:
    """Rays from behind the figure, a headline with depth, the footer on a band."""
    s = page.scheme
    page.ground()
    c = Point(page.w / 2, page.h * (0.55 if page.copy else 0.5))
    rays = mix(s.ground, s.soft, 0.75) if distance(s.soft, s.ground) > 0.06 else mix(s.ground, s.main, 0.2)
    page.shape("rays", "path", d=ornament.burst(c, page.w + page.h, 16, turn=0.1), fill=rays)
    r = min(page.w * 0.36, page.h * 0.26)
    page.disc(c, r * 1.09, s.ground)
    page.disc(c, r, s.main if distance(s.main, s.ground) > 0.15 else s.accent)
    assert page.whole is not None
    page.art(page.whole, Box(c.x - r * 1.08, c.y - r * 0.98, r * 2.16, r * 1.96))
    if page.copy:
        _deep_headline(page, page.area(0.08, 0.055, 0.92, 0.265))
    if page.copy.rest:
        band = page.area(0.0, 0.845, 1.0, 1.0)
        page.paint("band", Role.PROP, rect(band, s.ink), band)
        page.paint("rule", Role.PROP, rect(Box(0, band.y - page.m * 0.014, page.w, page.m * 0.008), s.main))
        _footer(page, band.inset(page.w * 0.1, band.h * 0.16), s.ink)


def _deep_headline(page: Page, box: Box) -> None:
    """Extruded letters where the face still reads on the page and on its own side."""
    s = page.scheme
    flat = page.pairing.head in ("caveat", "playfair", "pixel", "mono")
    side = s.ink if distance(s.ink, s.ground) > 0.3 else s.accent
    face = s.main if contrast(s.main, side) > 2.6 and contrast(s.main, s.ground) > 2.4 else None
    if flat or face is None:
        page.write(page.copy.headline, box, max_lines=3)
        return
    page.write(
        page.copy.headline, box, max_lines=3, color=s.readable(face, s.ground), effect=Effect("extrude", side, 0.055)
    )


def _swiss(page: Page) -> None:
    """A grid: flush-left headline, rules, one big cropped circle, the figure against it."""
    s = page.scheme
    page.ground()
    page.pairing = type(page.pairing)(
        "inter-black" if page.pairing.head not in ("bebas", "anton", "oswald") else page.pairing.head,
        "inter-regular",
        None,
        -0.01,
    )
    left = 0.075
    more = _reading_room(page)
    c = Point(page.w * 0.6, page.h * (0.59 - more / 2 if page.copy else 0.5))
    r = min(page.w * 0.42, page.h * (0.265 - more / 2 if page.copy else 0.33))
    page.disc(c, r, s.main if distance(s.main, s.ground) > 0.15 else s.accent)
    page.paint(
        "quarter",
        Role.BACKGROUND,
        tag("path", d=f"M{c.x - r:.1f} {c.y + r:.1f}h{r:.1f}a{r:.1f} {r:.1f} 0 0 0 {-r:.1f} {-r:.1f}Z", fill=s.accent),
    )
    if page.whole is not None:
        page.art(page.whole, Box(c.x - r * 0.86, c.y - r * 0.8, r * 1.72, r * 1.66))
    else:
        _solids(page, c, r)
    if not page.copy:
        return
    page.rule(page.area(left, 0.06, 1 - left, 0.0635), s.ink, False)
    page.write(
        page.copy.headline, page.area(left, 0.085, 0.92, 0.3), align="left", valign="top", max_lines=4, leading=None
    )
    if page.copy.rest:
        page.rule(page.area(left, 0.885 - more, 0.34, 0.8885 - more), s.ink, False)
        _footer(page, page.area(left, 0.9 - more, 0.92, 0.965), s.ground, align="left", valign="top")


def _solids(page: Page, c: Point, r: float) -> None:
    """Plain geometry in place of a figure: a half disc, a small disc, three bars."""
    s = page.scheme
    half = f"M{c.x:.1f} {c.y - r:.1f}a{r:.1f} {r:.1f} 0 0 1 0 {2 * r:.1f}Z"
    page.paint("half", Role.PROP, tag("path", d=half, fill=s.ink))
    page.disc(Point(c.x - r * 0.5, c.y - r * 0.28), r * 0.22, s.soft, role=Role.PROP)
    for i in range(3):
        bar = Box(c.x + r * 0.16, c.y + r * (0.1 + 0.2 * i), r * (0.62 - 0.12 * i), r * 0.08)
        page.paint("bar", Role.PROP, rect(bar, s.main if i != 1 else s.accent), bar)


def _type_led(page: Page) -> None:
    """The words are the picture; a small figure or a bar of colour answers them."""
    s = page.scheme
    if page.picture.background is None and page.rng.random() < 0.5 and not s.dark:
        page.scheme = s = s.inverted()
    page.ground()
    small = page.whole is not None
    if len(page.copy.headline) > 40 and page.pairing.head not in _TEXT_FACES:
        page.pairing = type(page.pairing)(page.rng.choice(_TEXT_FACES), page.pairing.body, None, 0.0)
    top = 0.09
    foot = 0.86 if page.copy.rest else 0.92
    head_end = foot - (0.3 if small else 0.06)
    page.paint("bar", Role.PROP, rect(page.area(0.09, top - 0.03, 0.24, top - 0.017), s.main))
    if page.copy:
        page.write(
            page.copy.headline, page.area(0.09, top + 0.01, 0.91, head_end), align="left", valign="top", max_lines=9
        )
    elif not small:
        _abstract(page)
    if page.whole is not None:
        box = page.area(0.52, head_end + 0.02, 0.93, foot) if page.copy else page.area(0.15, 0.2, 0.85, 0.85)
        r = box.h * 0.47
        page.disc(
            Point(box.right - r, box.center.y),
            r,
            s.soft if distance(s.soft, s.ground) > 0.06 else s.accent,
            role=Role.PROP,
        )
        page.art(page.whole, Box(box.right - 2 * r, box.y, 2 * r, box.h).inset(r * 0.18))
    if page.copy.rest:
        page.rule(page.area(0.09, 0.872, 0.91, 0.8755), s.ink, False)
        _footer(page, page.area(0.09, 0.89, 0.91, 0.96), s.ground, align="left")


def _abstract(page: Page) -> None:
    """No words and no figure: circles and quarters on a grid of three by four."""
    s = page.scheme
    colors = [s.main, s.accent, s.soft, s.ink]
    columns, lines = 3, max(3, round(3 * page.h / page.w))
    cw, ch = page.w / (columns + 1), page.h / (lines + 1)
    r = min(cw, ch) / 2
    for i in range(columns * lines):
        c = Point(cw * (i % columns + 1), ch * (i // columns + 1))
        if page.rng.random() < 0.5:
            page.disc(c, r, page.rng.choice(colors), role=Role.PROP)
        else:
            quarter = (
                f"M{c.x - r:.1f} {c.y - r:.1f}h{2 * r:.1f}a{2 * r:.1f} {2 * r:.1f} 0 0 1 {-2 * r:.1f} {2 * r:.1f}Z"
            )
            page.paint("quarter", Role.PROP, tag("path", d=quarter, fill=page.rng.choice(colors)))


def _deco(page: Page) -> None:
    """Art deco: a stepped double frame, a fan of rays, the figure as a gilded stamp."""
    s = page.scheme if page.scheme.dark or page.picture.background else page.scheme.inverted()
    gold = s.main if contrast(s.main, s.ground) > 3 else s.ink
    page.scheme = s
    page.ground()
    page.pairing = type(page.pairing)(
        "playfair" if page.pairing.head not in ("abril", "bebas") else page.pairing.head,
        "poppins-medium",
        "upper",
        0.08,
    )
    c = Point(page.w / 2, page.h * (0.735 if page.copy.rest else 0.78 if page.copy else 0.74))
    r = min(page.w * 0.385, page.h * 0.38)
    _fan(page, c, r, gold)
    _stepped_frame(page, gold)
    mark = page.mark()
    if mark is not None:
        rise = 1.22 if mark.box.h > 1.4 * mark.box.w else 0.98
        box = Box(c.x - r * 0.6, c.y - r * rise, r * 1.2, r * rise)
        k = min(box.w / mark.box.w, box.h / mark.box.h)
        dark = mark.rim(s.ground, page.m * 0.012 / k)
        gilt = page.whole.markup if page.cast.detailed and page.whole else mark.tones(gold, s.ink, s.ground, s.accent)
        page.stamp(mark, dark + gilt, box)
    page.rule(Box(c.x - r, c.y, r * 2, page.m * 0.008), gold, False)
    if page.copy:
        page.write(page.copy.headline, page.area(0.14, 0.11, 0.86, 0.3), color=s.ink, max_lines=2)
        _diamonds(page, page.h * 0.335, gold)
    if page.copy.rest:
        _footer(page, page.area(0.15, 0.775, 0.85, 0.9), s.ground)


def _fan(page: Page, c: Point, r: float, gold: str) -> None:
    clip = tag("clipPath", rect(Box(0, 0, page.w, c.y), "#000000"), id="fan-clip")
    plane = mix(page.scheme.ground, gold, 0.13)
    rays = tag("path", d=ornament.burst(c, r, 40, 0.18), fill=mix(page.scheme.ground, gold, 0.75))
    disc = tag("circle", cx=c.x, cy=c.y, r=r, fill=plane)
    rims = "".join(
        tag("circle", cx=c.x, cy=c.y, r=r * k, fill="none", stroke=gold, stroke_width=page.m * w)
        for k, w in ((1.0, 0.008), (1.05, 0.003))
    )
    core = tag("circle", cx=c.x, cy=c.y, r=r * 0.72, fill=plane) + tag(
        "circle", cx=c.x, cy=c.y, r=r * 0.72, fill="none", stroke=gold, stroke_width=page.m * 0.004
    )
    page.paint("fan", Role.BACKGROUND, clip + f'<g clip-path="url(#fan-clip)">{disc}{rays}{core}{rims}</g>')


def _stepped_frame(page: Page, gold: str) -> None:
    for inset, width, notch in ((0.04, 0.007, 0.07), (0.058, 0.0025, 0.07)):
        d, n = page.m * inset, page.m * notch
        w, h = page.w, page.h
        corners = [
            (d + n, d),
            (w - d - n, d),
            (w - d - n, d + n / 2),
            (w - d - n / 2, d + n / 2),
            (w - d - n / 2, d + n),
            (w - d, d + n),
        ]
        right = [
            *corners,
            (w - d, h - d - n),
            (w - d - n / 2, h - d - n),
            (w - d - n / 2, h - d - n / 2),
            (w - d - n, h - d - n / 2),
            (w - d - n, h - d),
        ]
        left = [(w - x, y) for x, y in reversed(right)]
        path = ornament.polygon([*right, *left])
        page.paint("frame", Role.PROP, tag("path", d=path, fill="none", stroke=gold, stroke_width=page.m * width))


def _diamonds(page: Page, y: float, gold: str) -> None:
    for i in (-1, 0, 1):
        size = page.m * (0.013 if i == 0 else 0.008)
        x = page.w / 2 + i * page.m * 0.045
        page.paint("diamond", Role.PROP, tag("path", d=ornament.regular(Point(x, y), size, 4), fill=gold))
