"""Time, weather, season and variant of the place: what the prompt leaves open is dealt by the seed."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.direct.place import homes, leading
from gouache.engines.composer.direct.views import calm
from gouache.engines.composer.scene import Kind, Scene, Weather
from gouache.engines.composer.scenery.catalog import Setting, variants

TIMES = frozenset({"day", "dawn", "dusk", "night"})
WEATHERS = frozenset(w.value for w in Weather)
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_AT_NIGHT = frozenset({"moon", "star", "stars", "firework", "fireworks", "firefly", "fireflies", "northern lights",
                       "bat", "ghost", "vampire", "shooting star", "night sky", "campfire"})  # fmt: skip
_WEATHER = {"rain": "rain", "snow": "snow", "snowfall": "snow", "fog": "fog", "mist": "fog", "storm": "storm",
            "lightning": "storm", "thunderstorm": "storm", "blizzard": "snow"}  # fmt: skip
_EVERGREEN = frozenset({"jungle", "swamp", "waterfall", "pine_forest"})
_WARM = frozenset({"jungle", "savanna", "desert", "beach", "underwater", "island", "swamp", "sea", "pond", "bedroom"})
_WINTRY = frozenset({"snowman", "santa claus", "sled", "sleigh", "skis", "snowboard", "igloo", "ice skates"})
_GLAD = frozenset({"cheerful", "energetic", "whimsical", "happy", "laughing", "joyful", "cute"})
_BY_DAY = ("day", "day", "day", "dawn")
_OUTDOORS = ("day", "dusk", "day", "dawn", "day", "night", "day", "dawn")
_INDOORS = ("day", "day", "dusk", "day", "day", "night")
_SEASONS = ("summer", "spring", "autumn", "summer", "summer", "winter", "autumn", "summer")


@dataclass(frozen=True, slots=True)
class Conditions:
    """`place` is the variant of the setting; `season` is spring, summer, autumn or winter."""

    place: Setting
    time: str
    weather: str
    season: str


def conditions(scene: Scene, setting: Setting, seed: int) -> Conditions:
    """The circumstances of a scene in a setting."""
    weather, time, season = _said_weather(scene), _said_time(scene, setting), _said_season(scene, setting)
    place = _variant(scene, setting, seed, (time, weather, season))
    time = time or _hint(place, TIMES) or _time(scene, setting, seed, weather)
    weather = weather or _hint(place, WEATHERS) or "clear"
    season = season or _hint(place, SEASONS) or _season(scene, weather, seed)
    return Conditions(place, time, weather, season)


def _hint(place: Setting, kind: frozenset[str]) -> str | None:
    return next((hint for hint in sorted(place.hints) if hint in kind), None)


def _said_time(scene: Scene, setting: Setting) -> str | None:
    if scene.time:
        return scene.time.value
    at_night = any(n.concept in _AT_NIGHT for n in scene.nodes)
    return "night" if at_night or setting.key in ("northern_lights", "neon_city") else None


def _said_weather(scene: Scene) -> str | None:
    if scene.weather:
        return scene.weather.value
    return next((_WEATHER[n.concept] for n in scene.nodes if n.concept in _WEATHER), None)


def _said_season(scene: Scene, setting: Setting) -> str | None:
    if scene.season:
        return scene.season
    wintry = any(n.concept in _WINTRY for n in scene.nodes) and setting.family in ("land", "forest")
    if wintry or scene.weather is Weather.SNOW or setting.family == "snow":
        return "winter"
    return "summer" if setting.key in _EVERGREEN or setting.family not in ("land", "forest") else None


def _hardy(scene: Scene) -> bool:
    """Whether the scene may lie in snow: no people dressed for summer, nothing from warm countries, no flowers."""
    for node in leading(scene):
        if node.kind in (Kind.PERSON, Kind.PLANT, Kind.FOOD) or _WARM & set(homes(node)):
            return False
    return True


def _timeless(scene: Scene) -> bool:
    """Colours that the prompt names are shown by daylight, and so are photographs and cheerful things."""
    glad = bool(_GLAD & set(scene.moods)) or any(n.expression in _GLAD or _GLAD & set(n.modifiers) for n in scene.nodes)
    return calm(scene) or glad or any(n.colors for n in scene.nodes)


def _bearable(place: Setting, scene: Scene, said: tuple[str | None, str | None, str | None]) -> bool:
    """Whether what a variant needs agrees with what the prompt says."""
    for word, kind in zip(said, (TIMES, WEATHERS, SEASONS), strict=True):
        hint = _hint(place, kind)
        if hint and word and hint != word:
            return False
    if said[1] in ("rain", "storm") and place.hints & {"dawn", "dusk", "winter"} - {w for w in said if w}:
        return False
    if "props" in place.hints and calm(scene):
        return False  # things that could be taken for what the photograph is of
    if _timeless(scene) and place.hints & {"night", "dusk", "fog", "rain", "snow", "winter"} - {w for w in said if w}:
        return False
    return not (place.hints & {"winter", "snow"}) or _hardy(scene) or "winter" in said or "snow" in said


def _variant(scene: Scene, setting: Setting, seed: int, said: tuple[str | None, str | None, str | None]) -> Setting:
    """A variant that the words ask for, else one dealt from those that agree with the prompt."""
    words = scene.setting_words.lower()
    fit = [v for v in variants(setting.key) if _bearable(v, scene, said)] or [setting]
    named = [v for v in fit if v.name and v.name.split()[0] in words]
    return deal(named or fit, seed, f"{scene.prompt}/variant")


def _time(scene: Scene, setting: Setting, seed: int, weather: str | None) -> str:
    if weather in ("rain", "storm", "fog", "snow") or setting.family in ("space", "studio"):
        return "day"
    if setting.key in ("underwater", "tabletop"):
        return "day"
    if _timeless(scene):
        return deal(_BY_DAY, seed, f"{scene.prompt}/time") if setting.family != "room" else "day"
    return deal(_INDOORS if setting.indoors else _OUTDOORS, seed, f"{scene.prompt}/time")


def _season(scene: Scene, weather: str, seed: int) -> str:
    season = deal(_SEASONS, seed, f"{scene.prompt}/season")
    thaw = calm(scene) or weather in ("rain", "storm") or not _hardy(scene)
    return "summer" if season == "winter" and thaw else season
