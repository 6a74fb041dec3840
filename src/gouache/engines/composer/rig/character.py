"""Characters on order: species or person, pose, expression, things held and worn, as one drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from gouache.engines.composer.color import lch
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.lexicon.tables import colors
from gouache.engines.composer.rig import people
from gouache.engines.composer.rig.attire import attire, extra_arms, on_body
from gouache.engines.composer.rig.biped import Figure, skeleton
from gouache.engines.composer.rig.birds import BIRD_PLANS
from gouache.engines.composer.rig.bodies import mascot_build
from gouache.engines.composer.rig.compose import bust, to_drawing
from gouache.engines.composer.rig.costume import top_named, usual_color
from gouache.engines.composer.rig.dress import dress, in_beak
from gouache.engines.composer.rig.hair import STYLES
from gouache.engines.composer.rig.hats import hat_named
from gouache.engines.composer.rig.hold import Held, put_items, take, text_field
from gouache.engines.composer.rig.mascot import draw_mascot, skin_of
from gouache.engines.composer.rig.natural import draw_natural, natural_plans
from gouache.engines.composer.rig.poses import Pose, find_pose
from gouache.engines.composer.rig.species import MARKED, Species, SpeciesInfo, creatures, dyed, find, in_coat
from gouache.engines.composer.rig.tools import stool, with_tools
from gouache.engines.composer.rig.wear import Worn, on_neck
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Kind


@dataclass(frozen=True)
class Character:
    """What to draw. `form`: natural, mascot, bust, head or auto. `colors` dye the fur, or the clothes of a person."""

    species: str
    form: str = "auto"
    pose: str = "standing"
    expression: str = "happy"
    held: tuple[Held, ...] = ()
    worn: tuple[Worn, ...] = ()
    colors: tuple[str, ...] = ()
    role: str | None = None
    skin: str | None = None
    hair: str | None = None
    age: str | None = None
    parts: tuple[str, ...] = ()
    extra_arms: int = 0
    facing: str = "auto"
    seed: int = 0


def species() -> Mapping[str, SpeciesInfo]:
    """Everything the rig can draw: creatures, kinds of people, and roles, by name."""
    table = {
        s.name: SpeciesInfo(s.name, s.kind, s.metres, s.plan != "-", s.aliases, s.plan in BIRD_PLANS, s.plan in HOOFED)
        for s in creatures().values()
    }
    for human in people.humans().values():
        table.setdefault(human.name, SpeciesInfo(human.name, "person", human.metres, False, human.aliases))
    for role in people.roles().values():
        table.setdefault(role.name, SpeciesInfo(role.name, "person", 1.7, False, role.aliases))
    return MappingProxyType(table)


def draw_character(character: Character) -> Drawing:
    """The character as a drawing. Raises KeyError for a species that the rig does not know."""
    kind = find(character.species)
    if kind is None:
        return _draw_human(character)
    if not character.colors:
        kind = in_coat(kind, stream(character.seed, "coat"))
    kind = _with_parts(dyed(kind, character.colors), character.parts)
    form = _form(character, kind)
    if form == "natural":
        natural = draw_natural(kind, character.pose, character.expression, character.facing, character.seed)
        if character.held:
            natural = in_beak(natural, character.held[0])
        return dress(natural, character.worn, ()) if character.worn else natural
    return _draw_mascot(character, kind, bust=form == "bust")


HOOFED = frozenset({"horse", "deer", "deer-big", "cow", "goat", "sheep", "giraffe", "camel", "llama", "pig"})
_MORSELS = frozenset({"fish", "worm", "twig", "letter", "envelope", "key", "ring", "heart"})
_GROWN = {
    "wings": "wings", "winged": "wings", "horns": "horns-small", "horn": "horn", "antlers": "antlers", "beard": "beard",
    "mane": "mane", "whiskers": "whiskers", "tusks": "tusks",
}  # fmt: skip


def _marked(kind: Species, said: list[str]) -> Species:
    """Stripes or spots in the colours that are said: one colours the marks, two the coat and the marks."""
    mark = next((m for m in ("stripes", "spots") if said and said[-1].rstrip("s") + "s" == m), None)
    tones = [colors()[word].hex for word in said if word in colors()]
    if mark is None or not tones:
        return kind
    marks = kind.marks if kind.marks & MARKED else kind.marks | {mark}
    coat = tones[0] if len(tones) > 1 else kind.coat
    return replace(kind, coat=coat, dark=tones[-1], marks=marks)


def _with_parts(kind: Species, parts: tuple[str, ...]) -> Species:
    """The species with parts that it usually lacks ("a cat with wings")."""
    for part in parts:
        kind = _marked(kind, part.lower().split())
    grown = {_GROWN[word] for part in parts for word in part.lower().split() if word in _GROWN}
    return replace(kind, extras=kind.extras | grown) if grown else kind


def _form(character: Character, kind: Species) -> str:
    """What `auto` means: natural bodies, unless hands are needed."""
    natural = kind.plan in natural_plans()
    if character.form == "natural":
        return "natural" if natural else "mascot"
    if character.form in ("mascot", "bust", "head"):
        return character.form
    if _pecks(character, kind):
        return "natural"
    pose = find_pose(character.pose)
    quiet = pose.name in (
        "standing",
        "walking",
        "running",
        "sitting",
        "sitting on the ground",
        "lying",
        "sleeping",
        "flying",
        "swimming",
        "jumping",
        "eating",
    )
    needs_hands = (
        bool(character.held or character.role or character.extra_arms or body_wear(character.worn)) or not quiet
    )
    return "mascot" if needs_hands or not natural else "natural"


def _pecks(character: Character, kind: Species) -> bool:
    """Whether a bird takes what it is given in its beak, as birds do with what they eat; a dragon its fire."""
    if character.held and character.held[0].name == "fire breath":
        return True
    if kind.plan not in BIRD_PLANS or len(character.held) != 1 or character.role or body_wear(character.worn):
        return False
    name = character.held[0].name
    entry = concept(name)
    edible = entry is not None and entry.kind in (Kind.FOOD, Kind.ANIMAL, Kind.PLANT)
    return find_pose(character.pose).name in ("standing", "eating", "flying") and (edible or name in _MORSELS)


def body_wear(worn: tuple[Worn, ...]) -> bool:
    return any(top_named(w.name) or on_body(w) for w in worn)


def _draw_mascot(character: Character, kind: Species, bust: bool) -> Drawing:
    pose, held = with_tools(_pose(character), character.held)
    bones, placed = take(
        skeleton(mascot_build(kind), pose), held, 400.0, 104.0, any(on_neck(w) for w in character.worn)
    )
    mood = "sleeping" if pose.name == "sleeping" else character.expression
    figure, head = draw_mascot(kind, bones, mood, _turn(character, pose))
    if character.extra_arms:
        extra_arms(figure, character.extra_arms, kind.coat, kind.light if lch(kind.light).L < 0.9 else kind.dark)
    attire(figure, head, _role_wear(character), person=False)
    if pose.has("stool"):
        figure.put("back", stool(bones))
    put_items(figure, placed, skin_of(kind).hand)
    return _finish(character, figure, kind.name, text_field(placed), bust)


def _role_wear(character: Character) -> tuple[Worn, ...]:
    """What is worn, with the costume of a role on an animal ("a cat chef")."""
    role = people.role_named(character.role)
    if role is None:
        return character.worn
    top = (Worn({v: k for k, v in _TOP_NAMES}.get(role.top, "t-shirt"), role.top_color),)
    hat = (Worn(role.hat),) if role.hat else ()
    return (*top, *role.worn, *hat, *character.worn)


_TOP_NAMES = (
    ("shirt", "shirt"), ("suit", "suit"), ("lab coat", "labcoat"), ("robe", "robe"), ("gown", "gown"), ("dress",
        "dress"),
    ("uniform", "uniform"), ("overalls", "overalls"), ("armor", "armor"), ("hoodie", "hoodie"), ("jacket", "jacket"),
    ("coat", "coat"), ("kimono", "kimono"), ("spacesuit", "spacesuit"), ("sweater", "sweater"), ("vest", "vest"), (
        "jersey", "sport"),
)  # fmt: skip


def _draw_human(character: Character) -> Drawing:
    role = people.role_named(character.role or character.species)
    human = people.human_named(character.species)
    if human is None and role is None:
        raise KeyError(character.species)
    human = human or people.humans()["person"]
    if character.age in ("child", "old", "baby", "adult"):
        human = replace(human, age=character.age)
    look = _look(
        character, people.cast(human, role, stream(character.seed, f"person/{character.species}"), character.colors)
    )
    pose, held = with_tools(_pose(character), character.held)
    build = people.build_of(look)
    height = build.leg + build.torso + build.rise + build.head * 110
    bones, placed = take(skeleton(build, pose), held, height, build.head * 92, any(on_neck(w) for w in character.worn))
    worn = (*(w for w in look.worn if not _replaced(w, character.worn)), *character.worn)
    figure = Figure(bones)
    mood = "sleeping" if pose.name == "sleeping" else character.expression
    head = people.redraw_person(figure, look, mood, _turn(character, pose), covered=any(_is_hat(w) for w in worn))
    if character.extra_arms:
        extra_arms(figure, character.extra_arms, look.outfit.top_color, look.skin)
    attire(figure, head, worn, person=True)
    if pose.has("stool"):
        figure.put("back", stool(bones))
    put_items(figure, placed, look.outfit.gloves or look.skin)
    return _finish(character, figure, (role.name if role else human.name), text_field(placed), character.form == "bust")


def _is_hat(item: Worn) -> bool:
    return hat_named(item.name) is not None


def _replaced(usual: Worn, asked: tuple[Worn, ...]) -> bool:
    """Whether the prompt names another thing for the same place."""
    return any(_is_hat(w) and _is_hat(usual) or w.name == usual.name for w in asked)


def _look(character: Character, look: people.Look) -> people.Look:
    """The look with what the words say: skin, hair, parts, clothes."""
    outfit = look.outfit
    for item in character.worn:
        style, name = top_named(item.name), item.name.lower()
        if style:
            color = item.color or usual_color(item.name) or outfit.top_color
            outfit = replace(outfit, top=style, top_color=color)
            if style in ("dress", "gown", "robe", "kimono", "tutu"):
                outfit = replace(outfit, bottom=style, bottom_color=color)
            elif outfit.bottom in ("dress", "gown", "robe"):
                outfit = replace(outfit, bottom="trousers", bottom_color="#3d4a63")
        elif any(k in name for k in ("trousers", "pants", "jeans", "shorts", "skirt", "kilt")):
            kind = "shorts" if "short" in name else "skirt" if "skirt" in name or "kilt" in name else "trousers"
            usual = "#9c2f38" if "kilt" in name else "#3f5a86"
            outfit = replace(outfit, bottom=kind, bottom_color=item.color or usual)
        elif "glove" in name or "mitten" in name:
            outfit = replace(outfit, gloves=item.color or "#d8494a")
    look = replace(look, outfit=outfit)
    if character.skin:
        look = replace(
            look, skin=character.skin if character.skin.startswith("#") else _SKIN_WORDS.get(character.skin, look.skin)
        )
    asked = f"{character.hair} hair" if character.hair else ""
    if character.hair and character.hair.startswith("#"):
        look = replace(look, hair_color=character.hair)
    return _hair_words(look, (asked, *character.parts))


_SKIN_WORDS = {
    "dark": "#7c4a2c", "black": "#6b3f26", "brown": "#a3693f", "tan": "#c98a5c", "tanned": "#c98a5c",
        "light": "#fbd9c0",
    "pale": "#fde6d6", "white": "#fbd9c0", "asian": "#f2c19c", "african": "#6b3f26", "green": "#8fc46f",
        "blue": "#6fa8e0",
}  # fmt: skip
_HAIR_COLORS = {
    "blonde": "#e8bd5e", "blond": "#e8bd5e", "golden": "#e8bd5e", "red": "#c0522c", "ginger": "#d0662f",
        "brown": "#6e4228",
    "black": "#2b2226", "white": "#f1f1f2", "grey": "#b9b9c2", "gray": "#b9b9c2", "silver": "#cfd2da",
        "pink": "#f08ab5",
    "blue": "#3f78d0", "green": "#4fa35f", "purple": "#8a54c7", "dark": "#33262a", "orange": "#e8792f",
    "brunette": "#5a3826", "redhead": "#c0522c", "redheaded": "#c0522c",
}  # fmt: skip
_HAIR_ALONE = frozenset({"blonde", "blond", "ginger", "brunette", "redhead", "redheaded"})


_PLAIN_STYLES = frozenset(STYLES) - {"short", "side", "long", "baby", "bun"}  # words that mean hair by themselves


def _hair_words(look: people.Look, phrases: tuple[str, ...]) -> people.Look:
    """Hair, beard and wings as the parts of a prompt name them: "long red hair", "bald", "beard"."""
    for phrase in phrases:
        said = phrase.lower().replace("-", " ").split()
        hairy = "hair" in said or "haired" in said
        style = next((w for w in said if w in (STYLES if hairy else _PLAIN_STYLES)), None)
        tone = next((_HAIR_COLORS[w] for w in said if w in _HAIR_COLORS and (hairy or w in _HAIR_ALONE)), None)
        look = replace(look, hair=style or look.hair, hair_color=tone or look.hair_color)
        look = _beard_and_wings(look, said)
    return look


def _beard_and_wings(look: people.Look, said: list[str]) -> people.Look:
    if "beard" in said or "bearded" in said:
        look = replace(look, beard="long" if "long" in said else "full")
    elif "goatee" in said:
        look = replace(look, beard="goatee")
    elif "mustache" in said or "moustache" in said:
        look = replace(look, beard="moustache")
    if "wings" in said or "winged" in said:
        look = replace(look, wings="fairy" if "fairy" in said else "angel")
    return look


def _pose(character: Character) -> Pose:
    pose = find_pose(character.pose)
    if character.form == "bust" and (pose.side or pose.has("sit")):
        pose = find_pose("standing")
    return pose


def _turn(character: Character, pose: Pose) -> float:
    if character.facing == "front":
        return 0.0
    if not pose.side and not _points(pose) and character.facing in ("left", "right"):
        return 0.55 if character.facing == "right" else -0.55
    return pose.turn


def _points(pose: Pose) -> bool:
    """Whether a figure seen from the front acts to its right: it points, paints, hands something over."""
    return pose.name in ("pointing", "painting")


def _finish(character: Character, figure: Figure, name: str, text: Box | None, cut: bool) -> Drawing:
    fields = {"text": text} if text else {}
    bones = figure.bones
    chest = bones.at(0, bones.build.torso * 0.45)
    wide, high = bones.build.shoulder * (1.7 if bones.build.pear else 1.62), bones.build.torso * 0.62
    fields["chest"] = Box(chest[0] - wide / 2, chest[1] - high * 0.42, wide, high)
    level = bones.neck[1] + bones.build.torso * 0.98
    if text:
        level = max(level, text.bottom + bones.build.torso * 0.04)
    if character.form == "head":
        parts = [part for layer in ("behind-head", "head", "hat") for part in figure.layers.get(layer, [])]
    else:
        parts = bust(figure, level) if cut else figure.parts()
    if cut:
        figure.anchors["feet"] = (bones.neck[0], level)
    facing = "right" if bones.pose.side or _points(bones.pose) else "front"
    drawing = to_drawing(parts, name, figure.anchors, fields, facing, tuple(h.drawing.source for h in character.held))
    if facing == "right" and character.facing == "left":
        return drawing.flipped()
    return drawing
