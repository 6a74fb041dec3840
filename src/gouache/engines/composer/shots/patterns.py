"""Repeats: the page is a tile that meets itself at every edge."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gouache.engines.composer.color import distance, mix
from gouache.engines.composer.drawing import scope_ids
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.svg import num, place, tag


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a motif sits: centre and size in px, turn in degrees, which motif."""

    x: float
    y: float
    size: float
    turn: float
    index: int


def compose_pattern(page: Page) -> None:
    page.ground()
    motifs = [(d.markup + d.front, d.box, (d.source, *d.sources)) for d in page.cast.drawings] or _plain_motifs(page)
    plan = page.rng.choice([_half_drop, _half_drop, _tossed, _medallions])
    if page.says("grid", "geometric", "tile"):
        plan = _medallions
    spots, fillers = plan(page)
    for i, spot in enumerate(fillers):
        _wrapped(page, "filler", _filler(page, i), Box(-1.0, -1.0, 2.0, 2.0), spot, Role.MIDDLE, ())
    for i, spot in enumerate(spots):
        markup, box, sources = motifs[spot.index % len(motifs)]
        _wrapped(page, "motif", scope_ids(markup, f"m{i}"), box, spot, Role.SUBJECT, sources)
    page.picture.setting = "pattern"


def _plain_motifs(page: Page) -> list[tuple[str, Box, tuple[()]]]:
    """Nothing named to repeat: leaves, stars and drops of the scheme."""
    s = page.scheme
    leaf = "M0 -50C40 -30 40 25 0 50C-40 25 -40 -30 0 -50Z"
    return [
        (
            tag("path", d=leaf, fill=s.main) + tag("path", d="M0 -38V44", stroke=s.ground, stroke_width=4, fill="none"),
            Box(-50, -50, 100, 100),
            (),
        ),
        (tag("path", d=ornament.star(Point(0, 0), 46, 8, 0.6), fill=s.accent), Box(-50, -50, 100, 100), ()),
        (
            tag("circle", cx=0, cy=0, r=30, fill=s.ink) + tag("circle", cx=0, cy=0, r=14, fill=s.soft),
            Box(-50, -50, 100, 100),
            (),
        ),
    ]


def _cells(page: Page, across: int) -> tuple[int, int, float, float]:
    """An even number of columns and of lines, and the size of a cell in px."""
    across = max(2, across // 2 * 2)
    if page.w < page.h:
        lines = across
        columns = max(2, round(lines * page.w / page.h / 2) * 2)
    else:
        columns = across
        lines = max(2, round(columns * page.h / page.w / 2) * 2)
    return columns, lines, page.w / columns, page.h / lines


def _half_drop(page: Page) -> tuple[list[Spot], list[Spot]]:
    """Every other column drops by half a cell; small fillers sit in the gaps."""
    columns, lines, cw, ch = _cells(page, 4 if len(page.cast.drawings) < 3 else 6)
    cell = min(cw, ch)
    spots, fillers = [], []
    lean = [page.rng.uniform(-24, 24) for _ in range(columns * lines)]
    for c in range(columns):
        for r in range(lines):
            x, y = (c + 0.5) * cw, (r + 0.5 + 0.5 * (c % 2)) * ch
            spots.append(
                Spot(
                    x, y, cell * 0.72, lean[c * lines + r], c + r * (1 if len(page.cast.drawings) == 2 else columns + 1)
                )
            )
            fillers.append(Spot(x, y + ch / 2, cell * 0.15, lean[c * lines + r] * 3, c + r))
    return spots, fillers


def _tossed(page: Page) -> tuple[list[Spot], list[Spot]]:
    """Motifs of two sizes thrown on a torus, each as far from the others as can be found."""
    columns, lines, cw, ch = _cells(page, 4)
    unit = min(cw, ch)
    corner = [Spot(0.0, 0.0, unit, 0.0, 0)] if page.picture.background else []  # where the ground must be seen
    spots: list[Spot] = []
    for i in range(columns * lines):
        size = unit * (0.78 if i % 3 == 0 else 0.58)
        at = _freest(page, [*spots, *corner], 40)
        spots.append(Spot(at.x, at.y, size, page.rng.uniform(-38, 38), i))
    fillers: list[Spot] = []
    for i in range(columns * lines * 2):
        at = _freest(page, [*spots, *corner, *fillers], 24)
        fillers.append(Spot(at.x, at.y, unit * (0.12 if i % 2 else 0.08), page.rng.uniform(0, 180), i))
    return spots, fillers


def _freest(page: Page, spots: list[Spot], tries: int) -> Point:
    """Of some random places the one with the most room round it, measured across the edges."""

    def room(p: Point) -> float:
        return min((_torus(page, p, s) - s.size * 0.5 for s in spots), default=0.0)

    places = [Point(page.rng.uniform(0, page.w), page.rng.uniform(0, page.h)) for _ in range(tries)]
    return max(places, key=room)


def _torus(page: Page, p: Point, s: Spot) -> float:
    dx, dy = abs(p.x - s.x), abs(p.y - s.y)
    return math.hypot(min(dx, page.w - dx), min(dy, page.h - dy))


def _medallions(page: Page) -> tuple[list[Spot], list[Spot]]:
    """Motifs upright in a chequer of rounded fields."""
    columns, lines, cw, ch = _cells(page, 4)
    cell = min(cw, ch)
    s = page.scheme
    quiet = [s.soft, mix(s.ground, s.main, 0.22)]
    spots = []
    for c in range(columns):
        for r in range(lines):
            x, y = (c + 0.5) * cw, (r + 0.5) * ch  # neither a field nor a filler in the page's corners
            if (c + r) % 2 == 0:
                field = tag("circle", cx=0.0, cy=0.0, r=1.0, fill=quiet[(c // 2 + r) % 2])
                _wrapped(
                    page, "field", field, Box(-1.0, -1.0, 2.0, 2.0), Spot(x, y, cell * 0.94, 0.0, 0), Role.MIDDLE, ()
                )
            spots.append(Spot(x, y, cell * 0.62, 0.0, c + r * (columns + 1)))
    fillers = [Spot(c * cw, (r + 0.5) * ch, cell * 0.1, 45.0, c + r) for c in range(columns) for r in range(lines)]
    return spots, fillers


def _filler(page: Page, index: int) -> str:
    s = page.scheme
    colors = [c for c in (s.accent, s.main, s.soft) if distance(c, s.ground) > 0.06] or [s.ink]
    color = colors[index % len(colors)]
    kinds = (
        tag("circle", cx=0.0, cy=0.0, r=0.7, fill=color),
        tag("path", d="M0-1L.3-.3L1 0L.3.3L0 1L-.3.3L-1 0L-.3-.3Z", fill=color),
        tag("circle", cx=0.0, cy=0.0, r=0.6, fill="none", stroke=color, stroke_width=0.35),
    )
    return kinds[index % 3]


def _wrapped(page: Page, name: str, markup: str, own: Box, spot: Spot, role: Role, sources: tuple[object, ...]) -> None:
    """A motif, with copies a page further where it crosses an edge."""
    k = min(0.92 * spot.size / math.sqrt(own.w * own.h), 1.2 * spot.size / max(own.w, own.h))
    reach = math.hypot(own.w, own.h) * k / 2
    inner = place(markup, -own.center.x * k, -own.center.y * k, k)
    xs = [d for d in (-page.w, 0.0, page.w) if -reach < spot.x + d < page.w + reach]
    ys = [d for d in (-page.h, 0.0, page.h) if -reach < spot.y + d < page.h + reach]
    copies = [
        f'<g transform="translate({num(spot.x + dx)} {num(spot.y + dy)}) rotate({num(spot.turn)})">{inner}</g>'
        for dx in xs
        for dy in ys
    ]
    markup = copies[0] + "".join(scope_ids(copy, f"w{i}") for i, copy in enumerate(copies[1:]))
    box = Box(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach)
    page.paint(name, role, markup, box, sources)  # type: ignore[arg-type]
