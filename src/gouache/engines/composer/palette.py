"""Colour finish: a picture brought to exactly the colours that were asked for.

Every paint of the picture (a *unit*: one flat colour of the background, of the rest or of the lettering, or one whole
gradient) is given one requested colour: near in OKLab, of like rank in lightness, unlike its neighbours'. Units that
touch and share a colour keep apart by a tonal step of at most `TONE`. Then colours that are too little seen are given
more units, and as a last resort a trim of plain lines along the edges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gouache.engines.composer import raster
from gouache.engines.composer.color import contrast, distance, from_lab, lab, map_colors, paints
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.scene import Scene
from gouache.engines.composer.svg import document, place, rect
from gouache.engines.composer.trim import FLOOR, share_of, with_trim

TONE = 0.055  # OKLab; the widest tonal step from a requested colour
_AIM = 0.036  # share aimed at, so that soft edges do not bring it under the floor
_PREVIEW = 240  # px of the longer side while units are measured
_GRADIENT = re.compile(r"<(linearGradient|radialGradient)\b([^>]*)>(.*?)</\1>", re.S)
_GRADIENT_ID = re.compile(r'\bid="([^"]+)"')
_OPACITY = re.compile(r'\b((?:stop-|fill-)?opacity)\s*[=:]\s*"?([0-9.]+)"?')

__all__ = ["FLOOR", "TONE", "check_contrast", "conform", "kept", "on_flat", "overruled", "share_of"]

Unit = tuple[str, str]  # ("back" | "fore" | "text", "#rrggbb") or ("gradient", id)
Labels = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def conform(
    picture: Picture,
    colors: tuple[str, ...],
    weights: tuple[float, ...] | None = None,
    background: str | None = None,
    every: bool = True,
) -> Picture:
    """The picture in 1 to 10 requested colours (`#rrggbb`), each exactly on at least `FLOOR` of the page.

    `weights` are wanted shares, roughly kept. Unless `every` colour must be seen, those that nothing is like are left
    out. With `background` the page behind everything is exactly that colour.
    ValueError when no colour is given.
    """
    colors = tuple(dict.fromkeys(color.lower() for color in colors))
    if not colors:
        raise ValueError("a palette needs at least one colour")
    weights = weights if weights and len(weights) == len(colors) else None
    if background:
        picture = on_flat(picture, background)
    plan = _Plan.of(picture, colors, weights, background.lower() if background else None)
    if not every:
        plan.floors = [0.0] * len(plan.floors)
    plan.settle()
    result = repainted(picture, plan.paint)
    result.palette = result.wanted = colors
    result.every = every
    result.background = background.lower() if background else picture.background
    return with_trim(result, [c for c in colors if c != result.background]) if every else result


def kept(picture: Picture) -> tuple[str, ...]:
    """The colours that a restyled picture may have: the wished ones, its background, and a helper where needed."""
    return tuple(dict.fromkeys((*picture.wanted, *_helpers(picture.wanted, picture.background))))


def overruled(scene: Scene, colors: tuple[str, ...]) -> list[str]:
    """A line for every thing whose named colour is not among the wished ones."""
    return [
        f"the colour of {node.phrase} -> the nearest of the palette"
        for node in scene.nodes
        if any(min(distance(named, color) for color in colors) > 0.14 for named in node.colors)
    ]


def check_contrast(picture: Picture, least: float = 4.5) -> list[str]:
    """The texts of a picture that read worse than `least` (WCAG ratio) against what lies under them."""
    page = raster.pixels(document(picture, [e for e in picture.elements if e.role is not Role.TEXT]))
    poor = []
    for element in picture.pick([Role.TEXT]):
        inks = list(dict.fromkeys(paints(element.markup)))
        ground = _common_color(page, element.box)
        grounds = [ground, *inks] if ground else []  # a rim of its own can carry the letters
        if inks and grounds and max(contrast(ink, other) for ink in inks for other in grounds) < least:
            poor.append(element.text or element.id)
    return poor


def _common_color(page: raster.Pixels, box: Box) -> str | None:
    part = page[max(0, int(box.y)) : int(box.bottom) + 1, max(0, int(box.x)) : int(box.right) + 1, :3]
    if not part.size:
        return None
    flat = part.reshape(-1, 3).astype(np.int64)
    codes, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    return f"#{int(codes[counts.argmax()]):06x}"


Paint = Callable[[Unit, str], str]


def _group(role: Role) -> str:
    return "back" if role is Role.BACKGROUND else "text" if role is Role.TEXT else "fore"


def repainted(picture: Picture, paint: Paint) -> Picture:
    """A copy of the picture with every paint put through `paint(unit, colour)`."""
    elements = [replace(e, markup=_element(e, paint)) for e in picture.elements]
    defs = _markup(picture.defs, "fore", paint)
    return replace(picture, elements=elements, defs=defs)


def _element(element: Element, paint: Paint) -> str:
    group = _group(element.role)
    body = _markup(element.markup, group, paint)
    plain = paint((group, "#000000"), "#000000")  # what has no paint of its own is black
    body = f'<g fill="{plain}">{body}</g>' if plain != "#000000" else body
    return _fainter(body) if element.role is Role.SHADOW else body


def _fainter(markup: str) -> str:
    """Shadows at less than half their strength: a tonal step, not another colour."""
    return _OPACITY.sub(lambda m: f'{m.group(1)}="{float(m.group(2)) * 0.4:.3f}"', markup)


def _markup(markup: str, group: str, paint: Paint) -> str:
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        named = _GRADIENT_ID.search(match.group(2))
        unit = ("gradient", named.group(1) if named else "")
        stops = map_colors(match.group(3), lambda color: paint(unit, color))
        held.append(f"<{match.group(1)}{match.group(2)}>{stops}</{match.group(1)}>")
        return f"\x00{len(held) - 1}\x00"

    flat = map_colors(_GRADIENT.sub(hold, markup), lambda color: paint((group, color), color))
    return re.sub("\x00(\\d+)\x00", lambda m: held[int(m.group(1))], flat)


@dataclass(slots=True)
class Survey:
    """What is seen: the units, their share of the page, and how much each touches each other (share of the page)."""

    units: list[Unit]
    areas: Floats
    touch: Floats
    own: list[str]  # the colour of each unit in the picture as it was


def surveyed(picture: Picture) -> Survey:
    seen: dict[Unit, list[str]] = {}

    def code(unit: Unit, color: str) -> str:
        seen.setdefault(unit, []).append(color)
        return _code(list(seen).index(unit))

    coded = repainted(picture, code)
    for element in coded.elements:
        element.markup = _solid(element.markup)
    scale = _PREVIEW / max(picture.width, picture.height)
    size = (max(8, round(picture.width * scale)), max(8, round(picture.height * scale)))
    pixels = raster.pixels(document(coded), *size).astype(np.int64)
    units = list(seen)
    labels = _decoded(pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2], len(units))
    areas = np.bincount(labels[labels >= 0].ravel(), minlength=len(units)) / labels.size
    own = [_mean(seen[unit]) for unit in units]
    return Survey(units, areas.astype(float), _touching(labels, len(units)), own)


def _solid(markup: str) -> str:
    """Faint paints are measured as if solid only when they nearly are; the faintest are not seen at all."""
    return _OPACITY.sub(lambda m: f'{m.group(1)}="{1 if float(m.group(2)) > 0.5 else 0}"', markup)


def _code(index: int) -> str:
    """Colours that stand for numbers, scattered so that a blend of two is hardly ever a third."""
    return f"#{(index * 2654435761 + 1234577) % (1 << 24):06x}"


def _decoded(values: Labels, count: int) -> Labels:
    codes = np.array([int(_code(i)[1:], 16) for i in range(count)], np.int64)
    order = np.argsort(codes)
    at = np.clip(np.searchsorted(codes[order], values), 0, count - 1)
    return np.where(codes[order][at] == values, order[at], -1)


def _touching(labels: Labels, count: int) -> Floats:
    touch = np.zeros((count, count))
    for a, b in ((labels[:, :-3], labels[:, 3:]), (labels[:-3], labels[3:])):
        meet = (a >= 0) & (b >= 0) & (a != b)
        np.add.at(touch, (a[meet], b[meet]), 1.0)
    return (touch + touch.T) / labels.size


def _mean(colors: list[str]) -> str:
    if len(set(colors)) == 1:
        return colors[0]
    values = [lab(color) for color in colors]
    return from_lab(type(values[0])(*(sum(v[i] for v in values) / len(values) for i in range(3))))


@dataclass(slots=True)
class _Plan:
    """Which colour every unit gets (`choice`, an index into `colors`) and its tonal step (`tone`, in OKLab L)."""

    survey: Survey
    colors: list[str]
    floors: list[float]
    costs: Floats
    fixed: dict[int, int]
    choice: list[int]
    tone: list[float]
    apartness: float = 0.55  # what it costs to have a neighbour's colour

    @staticmethod
    def of(
        picture: Picture, colors: tuple[str, ...], weights: tuple[float, ...] | None, background: str | None
    ) -> _Plan:
        survey = surveyed(picture)
        extra = [c for c in _helpers(colors, background) if c not in colors]
        inks = [c for c in _inks((*colors, *extra)) if c not in (*colors, *extra)]
        palette = [*colors, *extra, *inks]
        alike = len(extra) > bool(background)
        least = [min(f, 0.1) for f in _floors(colors, weights)] if alike else _floors(colors, weights)
        floors = [*least, *(0.0 for _ in (*extra, *inks))]
        fixed = _fixed(survey, palette, background)
        costs = _costs(survey, palette)
        for helper in inks:  # for letters that nothing else makes readable
            costs[:, palette.index(helper)] = [1.0 if unit[0] == "text" else 99.0 for unit in survey.units]
        if background and background not in colors:
            costs[:, palette.index(background)] += 10.0
            floors[palette.index(background)] = 0.0
        n = len(survey.units)
        first = [int(i) for i in costs.argmin(1)]
        return _Plan(survey, palette, floors, costs, fixed, first, [0.0] * n, 1.6 if alike else 0.55)

    def settle(self) -> None:
        for unit, color in self.fixed.items():
            self.choice[unit] = color
        for _ in range(4):
            self._separate()
        self._cover()
        self._letter()
        self._tones()

    def paint(self, unit: Unit, color: str) -> str:
        index = self._index.get(unit, -1)
        if index < 0:
            return color
        base = self.colors[self.choice[index]]
        return _toned(base, self.tone[index]) if self.tone[index] else base

    @property
    def _index(self) -> dict[Unit, int]:
        return _index_of(tuple(self.survey.units))

    def _free(self) -> list[int]:
        order = sorted(range(len(self.survey.units)), key=lambda i: -self.survey.areas[i])
        return [i for i in order if i not in self.fixed and self.survey.units[i][0] != "text"]

    def _separate(self) -> None:
        """Each unit in turn takes its best colour given what its neighbours have."""
        n = len(self.colors)
        apart = self._apart
        for i in self._free():
            area = max(self.survey.areas[i], 1e-4)
            clash = np.zeros(n)
            np.add.at(clash, self.choice, self.survey.touch[i] * apart[i])
            self.choice[i] = int((self.costs[i] + self.apartness * np.minimum(1.0, clash / np.sqrt(area))).argmin())

    @property
    def _apart(self) -> Floats:
        """How different units were: 0 for the same colour, 1 for plainly different ones."""
        return _apart_of(tuple(self.survey.own))

    def _shares(self) -> Floats:
        shares = np.zeros(len(self.colors))
        np.add.at(shares, self.choice, self.survey.areas)
        return shares

    def _cover(self) -> None:
        """Colours under their floor take over the units that suit them best from colours that can spare them."""
        for _ in range(3 * len(self.colors)):
            shares = self._shares()
            short = [i for i, floor in enumerate(self.floors) if shares[i] < floor]
            if not short:
                return
            wanted = max(short, key=lambda i: self.floors[i] - shares[i])
            unit = self._best_gift(wanted, shares)
            if unit is None:
                self.floors[wanted] = min(self.floors[wanted], FLOOR * 0.5)
                if shares[wanted] >= self.floors[wanted]:
                    continue
                self.floors[wanted] = 0.0  # left to the trim
            else:
                self.choice[unit] = wanted

    def _best_gift(self, wanted: int, shares: Floats) -> int | None:
        need = self.floors[wanted] - shares[wanted]
        best: tuple[float, int] | None = None
        for i in self._free():
            area, giver = self.survey.areas[i], self.choice[i]
            if area < 0.004 or giver == wanted or shares[giver] - area < self.floors[giver]:
                continue
            clash = float((self.survey.touch[i] * (np.array(self.choice) == wanted)).sum())
            score = self.costs[i, wanted] - self.costs[i, giver] + clash / np.sqrt(area)
            score += 0.5 * abs(min(area - need, 0.0)) / need + 0.8 * max(0.0, area - 6 * need)
            if best is None or score < best[0]:
                best = float(score), i
        return best[1] if best else None

    def _letter(self) -> None:
        """Lettering takes the colour that reads best on what it touches; its shadow or rim takes another."""
        texts = [i for i, u in enumerate(self.survey.units) if u[0] == "text" and self.survey.areas[i] > 0]
        lettered: list[int] = []
        for i in sorted((t for t in texts if t not in self.fixed), key=lambda t: -self.survey.areas[t]):
            around = self.survey.touch[i].copy()
            partners = [j for j in lettered if around[j] > 0.3 * around.max()]
            around[texts] = 0.0
            if around.max() > 0:
                grounds = [self.colors[self.choice[j]] for j in np.flatnonzero(around > around.max() * 0.25)]
                self.choice[i] = self._most_readable(i, grounds, {self.choice[j] for j in partners})
            lettered.append(i)

    def _most_readable(self, unit: int, grounds: list[str], taken: set[int]) -> int:
        def score(color: int) -> float:
            worst = min(contrast(self.colors[color], ground) for ground in grounds)
            return min(worst, 4.5) - float(self.costs[unit, color]) - 4.0 * (color in taken)

        return max(range(len(self.colors)), key=score)

    def _tones(self) -> None:
        """Units that touch and share a colour part by small steps; the largest keeps the colour itself."""
        done: list[int] = []
        for i in [*self.fixed, *self._free()]:
            rivals = [
                j
                for j in done
                if self.choice[j] == self.choice[i] and self.survey.touch[i, j] > 0 and self._apart[i, j] > 0.15
            ]
            if rivals and i not in self.fixed and self.survey.areas[i] < 0.25:
                self.tone[i] = self._free_tone(i, rivals)
            done.append(i)
        self._keep_exact()

    def _free_tone(self, unit: int, rivals: list[int]) -> float:
        main = max(rivals, key=lambda j: self.survey.touch[unit, j])
        lighter = lab(self.survey.own[unit]).L >= lab(self.survey.own[main]).L
        base = lab(self.colors[self.choice[unit]]).L
        up = (lighter or base < 0.12) and base < 0.95
        steps = (TONE, -TONE) if up else (-TONE, TONE)

        def room(step: float) -> float:
            nearest = min(abs(step - self.tone[j]) for j in rivals)
            return nearest - (0.02 if step != steps[0] else 0.0)

        return max((*steps, 0.0), key=room)

    def _keep_exact(self) -> None:
        """Takes tonal steps back where a colour would not be seen pure often enough."""
        for color, floor in enumerate(self.floors):
            members = [i for i, c in enumerate(self.choice) if c == color]
            pure = sum(self.survey.areas[i] for i in members if not self.tone[i])
            for i in sorted((m for m in members if self.tone[m]), key=lambda m: -self.survey.areas[m]):
                if pure >= max(floor, _AIM):
                    break
                self.tone[i] = 0.0
                pure += self.survey.areas[i]


@lru_cache(8)
def _index_of(units: tuple[Unit, ...]) -> dict[Unit, int]:
    return {unit: i for i, unit in enumerate(units)}


@lru_cache(8)
def _apart_of(own: tuple[str, ...]) -> Floats:
    values = np.array([lab(color) for color in own], float)
    gaps: Floats = np.sqrt(((values[:, None] - values[None]) ** 2).sum(2))
    return np.asarray(np.minimum(1.0, gaps / 0.2), float)


def _toned(color: str, step: float) -> str:
    """A colour moved in lightness only, never farther than `TONE` (rounding included)."""
    value = lab(color)
    return from_lab(value._replace(L=min(1.0, max(0.0, value.L + step))))


def _helpers(colors: Sequence[str], background: str | None) -> list[str]:
    """The background; and where the colours are all alike a paper or an ink, without which nothing could be seen."""
    given = [*colors, *([background] if background else [])]
    extra = [background] if background else []
    if max((distance(a, b) for a in given for b in given), default=0.0) < 0.2:
        extra.append("#ffffff" if lab(given[0]).L < 0.72 else "#1d1d1f")
    return extra


def _inks(colors: tuple[str, ...]) -> tuple[str, ...]:
    """Black and white where no two of the colours can be read on each other."""
    best = max((contrast(a, b) for a in colors for b in colors), default=1.0)
    return () if best >= 4.5 else ("#161616", "#ffffff")


def _floors(colors: tuple[str, ...], weights: tuple[float, ...] | None) -> list[float]:
    total = sum(weights) if weights else float(len(colors))
    wanted = [w / total for w in weights] if weights and total > 0 else [1 / len(colors)] * len(colors)
    share = 0.55 if weights else 0.3
    return [max(_AIM, share * w) for w in wanted]


def _fixed(survey: Survey, palette: list[str], background: str | None) -> dict[int, int]:
    if background is None:
        return {}
    return {
        i: palette.index(background)
        for i, (group, color) in enumerate(survey.units)
        if (group, color) == ("back", background)
    }


def _costs(survey: Survey, palette: list[str]) -> Floats:
    """Units x colours: distance in OKLab (hue and chroma count more than lightness) and difference of rank."""
    units = np.array([lab(color) for color in survey.own])
    goals = np.array([lab(color) for color in palette])
    gaps = np.sqrt((((units[:, None] - goals[None]) ** 2) * (1.0, 1.3, 1.3)).sum(2))
    rank = np.array([(survey.areas * (units[:, 0] < light)).sum() for light in units[:, 0]])
    places = np.linspace(0, 1, len(palette)) if len(palette) > 1 else np.array([0.5])
    goal_rank = np.empty(len(palette))
    goal_rank[np.argsort(goals[:, 0], kind="stable")] = places
    costs: Floats = gaps + 0.22 * np.abs(rank[:, None] - goal_rank[None])
    return costs


_SETTING = (Role.BACKGROUND, Role.MIDDLE, Role.GROUND, Role.FOREGROUND, Role.LIGHT)


def on_flat(picture: Picture, background: str) -> Picture:
    """The picture over one flat colour: what a setting paints at the edges of the page gives way to it."""
    background = background.lower()
    page = Box(0.0, 0.0, float(picture.width), float(picture.height))
    flat = Element("flat-background", Role.BACKGROUND, rect(page, background), page, "background")
    repeats = picture.setting == "pattern"  # its motifs cross the edges by nature
    rest = [e for e in picture.elements if repeats or not (e.role in _SETTING and _at_edges(e, picture, page))]
    return replace(picture, elements=[flat, *(_drawn_in(e, page) for e in rest)], background=background)


def _drawn_in(element: Element, page: Box) -> Element:
    """A shadow that would reach the page's edge is drawn in until it does not."""
    box = element.box
    if element.role is not Role.SHADOW or min(box.w, box.h) <= 0:
        return element
    x, y = box.center.x, box.center.y
    k = 0.98 * min(1.0, min(x, page.w - x) / (box.w / 2), min(y, page.h - y) / (box.h / 2))
    if k >= 0.98:
        return element
    markup = place(place(element.markup, -x, -y), x, y, max(k, 0.01))
    return replace(element, markup=markup, box=Box(x - k * box.w / 2, y - k * box.h / 2, k * box.w, k * box.h))


def _at_edges(element: Element, picture: Picture, page: Box) -> bool:
    """Whether an element paints over more than a trifle of the page's edge."""
    box, slack = element.box, 0.02 * min(page.w, page.h)
    if box.x > slack and box.right < page.w - slack and box.y > slack and box.bottom < page.h - slack:
        return False
    seen = raster.pixels(document(picture, [element]), 64, max(8, round(64 * page.h / page.w)))[..., 3] > 24
    edge = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])
    return bool(edge.mean() > 0.02 or seen[[1, 1, -2, -2], [1, -2, 1, -2]].any())
