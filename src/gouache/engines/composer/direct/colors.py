"""The palette of a picture: a curated one that suits, or one built from the user's colours."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.color import from_lch, lch, mix, shift
from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.direct.tables import Palette, palettes

_DARK = 0.57  # walls and skies darker than this swallow dark subjects; they wait for a mood that wants them


def _score(palette: Palette, wanted: frozenset[str], season: str) -> int:
    """How well the tags fit; a palette of another season loses."""
    wrong = any(tag in palette.tags for tag in ("autumn", "winter") if tag != season) and palette.family != "snow"
    right = season in palette.tags
    return len(palette.tags & wanted) + (3 if right and season in ("autumn", "spring") else 0) - (4 if wrong else 0)


def choose(family: str, moods: Sequence[str], season: str, seed: int, purpose: str) -> Palette:
    """A palette of the family: the better half by tags, dealt by seed."""
    wanted = frozenset(moods)
    own = [p for p in palettes() if p.family == family and (wanted or family == "space" or lch(p.sky).L > _DARK)]
    own = own or list(palettes())
    ranked = sorted(own, key=lambda p: -_score(p, wanted, season))
    best = _score(ranked[0], wanted, season)
    fitting = [p for p in ranked if _score(p, wanted, season) >= best - (1 if best > 1 else 0)]
    return deal(fitting, seed, f"{purpose}/palette")


def _ramp(color: str) -> list[str]:
    """Six tones of one colour, light to dark."""
    value = lch(color)
    return [from_lch(level, value.C * min(1.0, 1.6 - level), value.h) for level in (0.95, 0.84, 0.72, 0.6, 0.46, 0.32)]


def _fill(colors: Sequence[str]) -> list[str]:
    """At least five colours, light to dark; the missing ones are mixed from those given."""
    if len(colors) == 1:
        return _ramp(colors[0])
    known = sorted(dict.fromkeys(colors), key=lambda c: -lch(c).L)
    while 1 < len(known) < 5:
        gaps = [(lch(a).L - lch(b).L, a, b) for a, b in zip(known, known[1:], strict=False)]
        _, first, second = max(gaps)
        known.insert(known.index(second), mix(first, second, 0.5))
    return known


def from_user(colors: Sequence[str], dark: bool, family: str) -> Palette:
    """A palette of the user's colours and mixtures of them: lightest sky by day, darkest by night."""
    tones = _fill(colors)
    accent = max(colors, key=lambda c: lch(c).C)
    rest = [c for c in tones if c != accent] or tones
    light, count = rest[0], len(rest)
    sky, far, ground, near = (rest[min(count - 1, round(k * (count - 1)))] for k in (0.0, 0.34, 0.6, 1.0))
    if dark:
        sky, far, near, ground = rest[-1], rest[-2 % count], rest[count // 2], shift(rest[-1], 0.08)
    if light == sky:
        light = shift(light, 0.05)
    return Palette("given", family, sky, far, near, ground, accent, light, given=True)


def flat(background: str, palette: Palette) -> Palette:
    """The palette on a flat ground of one exact colour."""
    return Palette(
        f"{palette.name} on {background}",
        "studio",
        background,
        shift(background, -0.05),
        palette.near,
        background,
        palette.accent,
        palette.light,
        palette.tags,
        palette.given,
    )
