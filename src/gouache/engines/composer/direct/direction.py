"""The art direction of one picture: composition, place, time, light, colours and fonts, all from scene and seed."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer import rng
from gouache.engines.composer.direct import colors
from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.direct.place import PLAIN_SHOTS, fitting
from gouache.engines.composer.direct.tables import Fonts, Palette, Sky, Template, fonts, skies, templates
from gouache.engines.composer.picture import Light
from gouache.engines.composer.scene import Kind, Rel, Scene, Shot, Weather
from gouache.engines.composer.scenery.catalog import Setting, settings

_AT_NIGHT = frozenset({"moon", "star", "stars", "firework", "fireworks", "firefly", "fireflies", "northern lights",
                       "bat", "ghost", "vampire", "shooting star", "night sky", "campfire"})  # fmt: skip
_WEATHER = {"rain": "rain", "snow": "snow", "snowfall": "snow", "fog": "fog", "mist": "fog", "storm": "storm",
            "lightning": "storm", "thunderstorm": "storm", "blizzard": "snow"}  # fmt: skip
_EVERGREEN = frozenset({"jungle", "swamp", "waterfall", "pine_forest"})
_PHOTO = frozenset({"photo", "photograph", "photography", "realistic", "cinematic"})
_CLOSED = ("rounded", "circle", "arch", "diorama", "tile", "border")
_BACKDROPS = ("blob", "poster")


@dataclass(frozen=True, slots=True)
class ArtDirection:
    """`horizon` is a fraction of the height; `background` is the exact flat colour asked for, or None.

    `season` is spring, summer, autumn or winter; `sky` is the colour script of the time, None by day.
    """

    seed: int
    prompt: str
    template: Template
    setting: str
    time: str
    weather: str
    season: str
    horizon: float
    light: Light
    palette: Palette
    sky: Sky | None
    fonts: Fonts
    mirrored: bool
    moods: tuple[str, ...] = ()
    background: str | None = None


def direct(
    scene: Scene,
    seed: int,
    width: int,
    height: int,
    palette: tuple[str, ...] = (),
    background: str | None = None,
) -> ArtDirection:
    """Decide how a scene is going to look.

    Args:
        scene: what the prompt says; what it leaves open is decided here.
        seed: neighbouring seeds get plainly different compositions.
        width, height: page in px.
        palette: the user's colours, `#rrggbb`; scenery is built from them.
        background: exact flat background, `#rrggbb`.
    """
    flat = background or scene.background
    setting = settings()["studio" if flat else deal(fitting(scene), seed, f"{scene.prompt}/setting")]
    time, weather, season = _time(scene, setting, seed), _weather(scene), _season(scene, setting, seed)
    template = _template(scene, setting, seed, width / height, flat is not None)
    dice = rng.stream(seed, f"{scene.prompt}/direction")
    mirrored = bool((seed ^ dice.getrandbits(1)) & 1)
    sky = None if time == "day" else deal([s for s in skies() if s.time == time], seed, f"{scene.prompt}/sky")
    chosen = _palette(scene, setting, season, time, seed, palette)
    return ArtDirection(
        seed=seed,
        prompt=scene.prompt,
        template=template,
        setting=setting.key,
        time=time,
        weather=weather,
        season=season,
        horizon=round(dice.uniform(*_span(setting, template, width / height)), 4),
        light=_light(sky, dice.uniform(28, 66), mirrored),
        palette=colors.flat(flat, chosen) if flat else chosen,
        sky=sky,
        fonts=_fonts(scene, seed),
        mirrored=mirrored,
        moods=scene.moods,
        background=flat,
    )


def _things(scene: Scene) -> int:
    return sum(max(1, n.count) for n in scene.nodes if n.kind not in (Kind.SETTING, Kind.EFFECT, Kind.SURFACE))


def _fits(template: Template, scene: Scene, setting: Setting, aspect: float, flat: bool) -> bool:
    """Closed frames need room around the subject; photographs and flat grounds have none."""
    placed = [r for r in scene.relations if r.kind in (Rel.LEFT_OF, Rel.RIGHT_OF, Rel.ABOVE, Rel.BELOW)]
    photo = bool(_PHOTO & set(scene.style_words)) and template.frame in (*_CLOSED, *_BACKDROPS)
    closed = template.frame in (*_CLOSED, *_BACKDROPS, "foreground") and (flat or bool(placed))
    shape = template.frame in ("circle", "diorama", "tile", "blob") and not 0.7 <= aspect <= 1.45
    base = template.frame in ("diorama", "tile") and setting.floor != "ground"
    backdrop = template.frame in _BACKDROPS and setting.floor != "flat"
    bare = template.frame in _CLOSED and setting.floor in ("flat", "table")
    bare = bare or (template.frame in ("arch", "circle") and setting.floor == "room")
    return not (photo or closed or shape or base or backdrop or bare) and _things(scene) <= template.most


def _template(scene: Scene, setting: Setting, seed: int, aspect: float, flat: bool) -> Template:
    suited = [t for t in templates() if scene.shot.value in t.shots]
    fit = [t for t in suited if _fits(t, scene, setting, aspect, flat)] or [t for t in suited if t.frame == "none"]
    fallback = [t for t in templates() if t.name == "wide open"]
    return deal(fit or suited or fallback, seed, f"{scene.prompt}/template", lambda t: t.weight)


def _span(setting: Setting, template: Template, aspect: float) -> tuple[float, float]:
    """The horizon's range: the template's, moved into what the setting can bear; wide pages keep ground to stand on."""
    low, high = template.horizon
    if setting.horizon:
        floor, top = setting.horizon
        low, high = min(max(low, floor), top), max(min(high, top), floor)
    if aspect > 1.5:
        high = min(high, 0.66)
    return min(low, high), high


def _time(scene: Scene, setting: Setting, seed: int) -> str:
    if scene.time:
        return scene.time.value
    if scene.weather in (Weather.RAIN, Weather.STORM, Weather.FOG, Weather.SNOW):
        return "day"
    if setting.key in ("northern_lights", "neon_city") or any(n.concept in _AT_NIGHT for n in scene.nodes):
        return "night"
    if (
        setting.family in ("space", "studio", "room")
        or setting.key == "underwater"
        or any(n.colors for n in scene.nodes)
    ):
        return "day"
    return deal(("day", "day", "day", "dawn", "dusk", "day"), seed, f"{scene.prompt}/time")


def _weather(scene: Scene) -> str:
    named = next((_WEATHER[n.concept] for n in scene.nodes if n.kind is Kind.EFFECT and n.concept in _WEATHER), "clear")
    return scene.weather.value if scene.weather else named


def _season(scene: Scene, setting: Setting, seed: int) -> str:
    if scene.season:
        return scene.season
    if scene.weather and scene.weather.value == "snow" or setting.family == "snow":
        return "winter"
    if setting.key in _EVERGREEN or setting.family not in ("land", "forest"):
        return "summer"
    return deal(("summer", "summer", "spring", "summer", "autumn"), seed, f"{scene.prompt}/season")


def _palette(scene: Scene, setting: Setting, season: str, time: str, seed: int, given: tuple[str, ...]) -> Palette:
    if given:
        return colors.from_user(given, time == "night" or setting.family == "space", setting.family)
    snowy = season == "winter" and setting.family in ("land", "forest")
    family = "snow" if snowy else setting.family
    return colors.choose(family, scene.moods, season, seed, f"{scene.prompt}/{family}")


def _light(sky: Sky | None, elevation: float, mirrored: bool) -> Light:
    angle = round(180 - elevation if mirrored else elevation, 1)
    if sky is None:
        return Light(angle)
    strength = {"dawn": 0.9, "dusk": 0.85}.get(sky.time, 0.55)
    return Light(angle, sky.glow, sky.tint if sky.time == "night" else sky.top, strength)


def _fonts(scene: Scene, seed: int) -> Fonts:
    table = fonts()
    words = (*scene.moods, *scene.style_words)
    mood = next((word for word in words if word in table), None)
    if mood is None:
        poster = scene.shot in PLAIN_SHOTS or scene.shot is Shot.POSTER
        mood = deal(("modern", "bold", "elegant", "playful", "retro") if poster else ("playful", "modern", "warm"),
                    seed, f"{scene.prompt}/mood")  # fmt: skip
    heads, body = table[mood]
    return Fonts(deal(heads, seed, f"{scene.prompt}/font"), body)
