"""The scene graph: what a prompt says, before anybody decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a node is; decides how it may be drawn and placed."""

    PERSON = "person"
    ANIMAL = "animal"
    THING = "thing"
    FOOD = "food"
    PLANT = "plant"
    VEHICLE = "vehicle"
    BUILDING = "building"
    FURNITURE = "furniture"
    CONTAINER = "container"
    WEARABLE = "wearable"
    CARRIER = "carrier"  # carries text: sign, poster, banner, book cover
    SURFACE = "surface"  # brick wall, carpet, table top as texture
    EFFECT = "effect"  # rain, smoke, northern lights, petals
    CELESTIAL = "celestial"  # sun, moon, planet, cloud
    LANDFORM = "landform"  # mountain, iceberg, island, waterfall
    SETTING = "setting"


class Rel(StrEnum):
    """Relation of a subject node to an object node."""

    LEFT_OF = "left_of"
    RIGHT_OF = "right_of"
    ABOVE = "above"
    BELOW = "below"
    ON = "on"
    IN = "in"
    NEXT_TO = "next_to"
    BEHIND = "behind"
    IN_FRONT_OF = "in_front_of"
    HOLDING = "holding"
    WEARING = "wearing"
    RIDING = "riding"
    USING = "using"
    EATING = "eating"
    FACING = "facing"
    AROUND = "around"
    WITH = "with"


class Shot(StrEnum):
    SCENE = "scene"
    PORTRAIT = "portrait"
    CLOSEUP = "closeup"
    LOGO = "logo"
    ICON = "icon"
    POSTER = "poster"
    CARD = "card"
    PATTERN = "pattern"
    STICKER = "sticker"


class Time(StrEnum):
    DAY = "day"
    DAWN = "dawn"
    DUSK = "dusk"
    NIGHT = "night"


class Weather(StrEnum):
    CLEAR = "clear"
    CLOUDY = "cloudy"
    RAIN = "rain"
    STORM = "storm"
    SNOW = "snow"
    FOG = "fog"
    WIND = "wind"


@dataclass(slots=True)
class Node:
    """One noun phrase. Colours are `#rrggbb`; `size` is a factor (1 = usual)."""

    id: str
    phrase: str  # the words of the prompt: "two cute red pandas"
    concept: str  # lemmatised name to look up: "red panda"
    kind: Kind
    count: int = 1
    colors: tuple[str, ...] = ()
    material: str | None = None  # wood, glass, gold, stone ...
    pattern: str | None = None  # striped, dotted, checked, floral ...
    size: float = 1.0
    modifiers: tuple[str, ...] = ()  # cute, old, steaming, open ...
    pose: str | None = None  # sitting, lying, running, flying, sleeping ...
    deeds: tuple[str, ...] = ()  # verbs of what it does: fish, knit, cast
    expression: str | None = None  # happy, sad, angry, surprised ...
    text: str | None = None  # what is written on it
    extra_arms: int = 0  # "a monster with lots of hands"
    parts: tuple[str, ...] = ()  # named parts it has: "wings", "long hair", "beard"


@dataclass(frozen=True, slots=True)
class Relation:
    kind: Rel
    subject: str  # node id
    object: str  # node id


@dataclass(slots=True)
class Scene:
    """A parsed prompt. `ignored` holds words that found no meaning here."""

    prompt: str
    nodes: list[Node] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # quoted texts carried by no node
    setting: str | None = None  # key of a setting: "forest"; None = not said
    setting_words: str = ""
    time: Time | None = None
    weather: Weather | None = None
    season: str | None = None  # spring, summer, autumn, winter
    moods: tuple[str, ...] = ()
    shot: Shot = Shot.SCENE
    background: str | None = None  # "#rrggbb" asked for in words: "on a red background"
    style_words: tuple[str, ...] = ()  # "watercolor", "oil painting", "photo", "3d render"
    ignored: tuple[str, ...] = ()

    def node(self, node_id: str) -> Node:
        return next(n for n in self.nodes if n.id == node_id)

    def related(self, kind: Rel, *, subject: str | None = None, object: str | None = None) -> list[Relation]:
        """Relations of one kind, narrowed to a subject or an object."""
        return [
            r for r in self.relations if r.kind is kind and subject in (None, r.subject) and object in (None, r.object)
        ]
