"""Colours of a setting under its light: time of day, weather and distance all pass through here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gouache.engines.composer.color import distance, lch, mix, shift

if TYPE_CHECKING:
    from gouache.engines.composer.direct import ArtDirection, Palette

_GREY = {"cloudy": 0.35, "rain": 0.55, "storm": 0.75, "fog": 0.5, "snow": 0.3}
_DULL = {"rain": (-0.035, 0.78), "storm": (-0.09, 0.65), "fog": (0.01, 0.72), "cloudy": (-0.01, 0.92)}
_GREEN = ("land", "forest", "fantasy")
_AUTUMN = ("#d9772e", "#c4502f", "#e0a23c", "#a8432f", "#cf8f35")


@dataclass(slots=True)
class Tones:
    """`sky` is top, middle, horizon. Everything else goes through `local` (light) and `at` (light and distance)."""

    palette: Palette
    time: str
    weather: str
    season: str
    sky: tuple[str, str, str]
    glow: str
    haze: str
    tint: str = "#ffffff"
    amount: float = 0.0
    lift: float = 0.0
    chroma: float = 1.0
    _known: dict[str, str] = field(default_factory=dict)

    @property
    def night(self) -> bool:
        return self.time == "night"

    @property
    def dim(self) -> bool:
        """Lamps are lit."""
        return self.time in ("night", "dusk") or self.weather in ("storm", "rain")

    @property
    def covered(self) -> bool:
        """Clouds hide the sun."""
        return self.weather in ("rain", "storm", "fog", "snow", "cloudy")

    def indoors(self) -> None:
        """Lamps warm a room whatever the hour; its walls take the place of the air."""
        self.tint, self.amount, self.lift = mix(self.tint, "#d98f4c", 0.65), self.amount * 0.36, self.lift * 0.42
        self.chroma = 0.4 + 0.6 * self.chroma
        self._known.clear()
        self.haze = self.local(self.palette.sky)

    def local(self, color: str) -> str:
        """A thing's own colour as this picture's light shows it."""
        known = self._known.get(color)
        if known is None:
            known = self._known[color] = self._lit(self._snapped(color) if self.palette.given else color)
        return known

    def _lit(self, color: str) -> str:
        light, chroma = _DULL.get(self.weather, (0.0, 1.0))
        if self.palette.given:
            return shift(color, light)
        value = lch(color)
        lift = self.lift * (0.4 + 1.3 * value.L) + light
        return mix(shift(color, lift, self.chroma * chroma), self.tint, self.amount)

    def _snapped(self, color: str) -> str:
        """With the user's palette: the nearest of its colours, keeping half of the lightness difference."""
        if color in self.palette.colors:
            return color
        near = min(self.palette.colors, key=lambda c: distance(c, color))
        return shift(near, (lch(color).L - lch(near).L) * 0.5)

    def at(self, color: str, depth: float) -> str:
        """A colour seen through `depth` (0 near .. 1 far) of air."""
        return mix(self.local(color), self.haze, depth)

    def wet(self, color: str) -> str:
        """Water's colour: it takes the sky's where the light is coloured, so that it never turns to mud."""
        if self.amount == 0 or self.palette.given:
            return self.local(color)
        if self.night:
            return mix(shift(color, self.lift * 1.6, 0.9), self.sky[1], 0.5)
        return mix(shift(color, self.lift, 0.9), shift(mix(self.sky[0], self.sky[1], 0.7), -0.04, 1.15), 0.8)

    def lamp(self) -> str:
        return "#ffd98a" if not self.palette.given else self.palette.light

    @property
    def shadow(self) -> str:
        return shift(self.local(self.palette.ground), -0.2 if not self.night else -0.1, 0.9)

    def _green(self, of_palette: str, usual: str) -> str:
        return of_palette if self.palette.family in _GREEN or self.palette.given else mix(usual, of_palette, 0.22)

    @property
    def leaf(self) -> str:
        """Foliage, before the light."""
        if self.palette.family == "snow":
            return self.palette.near
        if self.season == "autumn" and "autumn" not in self.palette.tags and not self.palette.given:
            return _AUTUMN[len(self.palette.name) % len(_AUTUMN)]
        return self._green(self.palette.near, "#4f9068")

    @property
    def grass(self) -> str:
        base = self._green(self.palette.ground, "#93bd6c")
        if self.season == "winter" and not self.palette.given:
            return "#eef4f9"
        plain = self.season == "autumn" and "autumn" not in self.palette.tags and not self.palette.given
        return mix(base, "#d9b45a", 0.45) if plain else base

    @property
    def snowy(self) -> bool:
        return self.season == "winter" or self.weather == "snow" or self.palette.family == "snow"

    @property
    def sand(self) -> str:
        fits = self.palette.family in ("dry", "water", "mars") or self.palette.given
        return self.palette.ground if fits else mix("#f0d6a0", self.palette.light, 0.2)

    @property
    def water(self) -> str:
        if self.palette.family == "water" or self.palette.given:
            return self.palette.near
        return mix("#3f93b5", self.palette.far, 0.3)

    @property
    def stone(self) -> str:
        return mix("#93939f", self.palette.far, 0.35)

    @property
    def wood(self) -> str:
        return mix("#9a6743", self.palette.near, 0.12)


def _by_day(palette: Palette) -> tuple[str, str, str]:
    return shift(palette.sky, -0.065, 1.3), palette.sky, mix(palette.sky, palette.light, 0.6)


def _given_sky(palette: Palette, time: str) -> tuple[str, str, str]:
    """The user's colours as a sky."""
    if time in ("dusk", "dawn"):
        return palette.far, mix(palette.far, palette.sky, 0.6), mix(palette.sky, palette.accent, 0.45)
    return shift(palette.sky, -0.04), palette.sky, mix(palette.sky, palette.light, 0.35)


def tones(direction: ArtDirection) -> Tones:
    """The colours of a direction."""
    palette, script = direction.palette, direction.sky
    if palette.given:
        sky = _given_sky(palette, direction.time)
    else:
        sky = (script.top, script.middle, script.low) if script else _by_day(palette)
    grey = _GREY.get(direction.weather, 0.0)
    if grey and not palette.given:
        cold = {"night": "#262c3d", "dusk": "#8a7f90"}.get(direction.time, "#aab6c0")
        sky = (mix(sky[0], shift(cold, -0.09), grey), mix(sky[1], cold, grey), mix(sky[2], shift(cold, 0.08), grey))
    result = Tones(palette, direction.time, direction.weather, direction.season, sky, palette.light, sky[2])
    if script:
        result.glow = script.glow if not palette.given else palette.light
        result.tint, result.amount, result.lift, result.chroma = script.tint, script.amount, script.light, script.chroma
    return result
