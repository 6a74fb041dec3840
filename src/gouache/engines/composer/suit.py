"""A picture in the colours of an own style, each with about the share that it has in the references.

Paints are dealt to colours by optimal transport, then parted where neighbours would become one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from gouache.engines.composer.color import Lab, contrast, distance, from_lab, lab
from gouache.engines.composer.palette import Survey, Unit, on_flat, repainted, surveyed
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats
from gouache.engines.composer.transport import costs, prices
from gouache.styles.profile import StyleProfile

_APART = 0.035  # squared OKLab distance that having a neighbour's colour costs
_BORDER = 0.05  # and that a background saves by having the colour of the references' edges
_MUCH, _SURELY = 0.35, 2.0  # share of the references that makes it so for certain, and how certain
_LINED = 0.03  # share of the references under outlines, whose ink is no fill
_SWEEPS = 4
_TONE = (0.035, 0.11)  # OKLab lightness by which a paint may leave its colour, in flat and in shaded references
_MELTS = 0.12  # how different units are that must not become one
_READ = 3.0  # contrast that lettering needs


@dataclass(slots=True)
class _Deal:
    """Which colour each unit has (`choice`) and how far it leaves it."""

    survey: Survey
    colors: tuple[str, ...]
    cost: Floats
    choice: list[int]


def suited(picture: Picture, profile: StyleProfile, background: str | None) -> Picture:
    """The picture in the profile's colours; with `background` the page behind everything is exactly that colour."""
    if background:
        picture = on_flat(picture, background)
    deal = _dealt(surveyed(picture), profile, background)
    for _ in range(_SWEEPS):
        _part(deal)
    _letter(deal)
    made = repainted(picture, _Paint(deal, profile, background))
    colors = deal.colors
    return replace(made, palette=colors, wanted=colors, every=False, background=background or picture.background)


def _dealt(survey: Survey, profile: StyleProfile, background: str | None) -> _Deal:
    colors = tuple(one.color for one in profile.palette)
    values = np.asarray([lab(color) for color in survey.own], np.float32)
    goals = np.asarray([lab(color) for color in colors], np.float32)
    cost = costs(values, goals)
    areas = np.asarray(np.maximum(survey.areas, 1e-5), np.float32)
    wanted = _wanted(profile, background)
    if profile.border in colors:
        back = [i for i, (group, _) in enumerate(survey.units) if group == "back"]
        k = colors.index(profile.border)
        cost[back, k] -= _BORDER + _SURELY * max(0.0, profile.palette[k].weight - _MUCH)
    cost = cost + prices(cost, areas, wanted)[None]
    return _Deal(survey, colors, np.asarray(cost, np.float32), [int(k) for k in cost.argmin(axis=1)])


def _wanted(profile: StyleProfile, background: str | None) -> Floats:
    """The shares of the colours in what is filled: without the outlines' ink, and without a ground that is set."""
    shares = np.asarray([one.weight for one in profile.palette], np.float32)
    light = np.asarray([lab(one.color).L for one in profile.palette])
    if profile.traits.lines > _LINED:
        ink = int(np.abs(light - profile.traits.ink).argmin())
        shares[ink] = max(0.1 * shares[ink], shares[ink] - 1.2 * profile.traits.lines)
    if background == profile.ground and background is not None:
        ground = int(np.argmin([distance(background, one.color) for one in profile.palette]))
        shares[ground] *= 0.35
    return np.asarray(np.maximum(shares, 2e-3), np.float32)


def _order(deal: _Deal) -> list[int]:
    return [int(i) for i in np.argsort(-deal.survey.areas, kind="stable")]


def _differ(deal: _Deal) -> Floats:
    """How different units were, 0..1."""
    values = np.asarray([lab(color) for color in deal.survey.own], np.float32)
    gaps = np.sqrt(np.square(values[:, None] - values[None]).sum(axis=2))
    return np.asarray(np.minimum(1.0, gaps / 0.2), np.float32)


def _part(deal: _Deal) -> None:
    """Each unit in turn takes its best colour given what its neighbours have."""
    differ = _differ(deal)
    for i in _order(deal):
        if deal.survey.units[i][0] == "text":
            continue
        clash = np.zeros(len(deal.colors), np.float32)
        np.add.at(clash, deal.choice, np.asarray(deal.survey.touch[i] * differ[i], np.float32))
        near = np.minimum(1.0, clash / np.sqrt(max(float(deal.survey.areas[i]), 1e-4)))
        deal.choice[i] = int((deal.cost[i] + _APART * near).argmin())


def _letter(deal: _Deal) -> None:
    """Lettering takes the colour that reads on what it touches."""
    for i, (group, _) in enumerate(deal.survey.units):
        around = deal.survey.touch[i]
        if group != "text" or not around.any():
            continue
        grounds = [deal.colors[deal.choice[j]] for j in np.flatnonzero(around > 0.25 * around.max())]

        def score(k: int, grounds: list[str] = grounds, i: int = i) -> float:
            return min(_READ, *(contrast(deal.colors[k], ground) for ground in grounds)) - float(deal.cost[i, k])

        deal.choice[i] = max(range(len(deal.colors)), key=score)


class _Paint:
    """The colour of every paint: its unit's, and a tonal step where the references shade or two units would melt."""

    def __init__(self, deal: _Deal, profile: StyleProfile, background: str | None) -> None:
        self._index = {unit: i for i, unit in enumerate(deal.survey.units)}
        self._deal, self._background = deal, background
        calm = profile.traits.flatness * (1 - profile.traits.shading)
        self._most = _TONE[1] + (_TONE[0] - _TONE[1]) * calm
        self._follow = 0.15 + 0.5 * (1 - calm)
        self._own = np.asarray([lab(color) for color in deal.survey.own], np.float32)
        self._middle = self._middles()
        self._melting = calm < 0.5

    def _middles(self) -> Floats:
        """The mean own colour of the units that share a colour."""
        choice, areas = np.asarray(self._deal.choice), np.maximum(self._deal.survey.areas, 1e-5)
        found = np.zeros((len(self._deal.colors), 3), np.float32)
        for k in np.unique(choice):
            found[k] = np.average(self._own[choice == k], axis=0, weights=areas[choice == k])
        return found

    def __call__(self, unit: Unit, color: str) -> str:
        i = self._index.get(unit, -1)
        if i < 0 or (unit[0] == "back" and color == self._background):
            return color
        k = self._deal.choice[i]
        base = self._deal.colors[k]
        if unit[0] == "gradient" and self._melting:
            return self._blended(base, color, i)
        if unit[0] == "text" or not (self._melting or self._melts(i) or unit[0] == "gradient"):
            return base
        step = float(np.clip((lab(color).L - self._middle[k, 0]) * self._follow, -self._most, self._most))
        value = lab(base)
        return from_lab(Lab(min(1.0, max(0.0, value.L + step)), value.a, value.b)) if abs(step) > 0.01 else base

    def _blended(self, base: str, color: str, i: int) -> str:
        """A stop of a gradient: its unit's colour, and on the same side of it as before."""
        step = np.asarray(lab(color), np.float32) - self._own[i]
        size = max(float(np.linalg.norm(step)), 1e-6)
        moved = np.asarray(lab(base), np.float32) + step * min(0.8, self._most / size)
        return from_lab(Lab(*(float(v) for v in moved)))

    def _melts(self, i: int) -> bool:
        """Whether a neighbour that was different has the same colour now, and is the larger."""
        survey, choice = self._deal.survey, np.asarray(self._deal.choice)
        same = (choice == choice[i]) & (survey.touch[i] > 0) & (survey.areas > survey.areas[i])
        far = np.sqrt(np.square(self._own - self._own[i]).sum(axis=1)) > _MELTS
        return bool((same & far).any())
