"""People: heads, builds by age and sex, and the dressed figure of a role."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import lru_cache

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig import hair, ink
from gouache.engines.composer.rig.biped import Build, Figure, body_anchors, head_matrix, put_head, skeleton
from gouache.engines.composer.rig.costume import wear_outfit
from gouache.engines.composer.rig.faces import Face, draw_face, expression
from gouache.engines.composer.rig.garments import Outfit
from gouache.engines.composer.rig.heads import Head
from gouache.engines.composer.rig.ink import ellipse, mirrored
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.poses import Pose
from gouache.engines.composer.rig.tables import rows, words
from gouache.engines.composer.rig.wear import Worn

MAN = Build(0.58, 67, 140, 55, 25, 142, (20, 16, 13.5), 196, (27, 22, 17), 16.5, 32, waist=0.84)
WOMAN = Build(0.57, 66, 132, 47, 23, 134, (17, 14, 12), 190, (25, 20, 15), 15, 29, waist=0.78)
CHILD = Build(0.57, 66, 90, 40, 21, 90, (17, 14.5, 12.5), 98, (22, 19, 16.5), 14, 27, waist=0.92)
BABY = Build(0.50, 54, 78, 38, 21, 66, (18, 16, 13), 52, (24, 21, 17), 13.5, 24, waist=1.02)
SKINS = ("#fbd9c0", "#f2c19c", "#e3a97c", "#c98a5c", "#a3693f", "#7c4a2c", "#5f3822")
HAIRS = ("#2b2226", "#4a2f25", "#6e4228", "#8f5a2e", "#c98a3e", "#e2b45c", "#a8482a")
GREYS = ("#d9d9de", "#b9b9c2", "#eeeeef")
TOPS = (
    "#d9573f",
    "#3f7fbf",
    "#3f9f74",
    "#e0a13a",
    "#7a5bb5",
    "#2f9c95",
    "#e07a8f",
    "#4b6cb7",
    "#f0ece2",
    "#c8553d",
    "#5c8a4a",
)
TROUSERS = ("#2f3e5c", "#4b4a54", "#5a4636", "#33415c", "#6b5b4a", "#3d5a80")


@dataclass(frozen=True, slots=True)
class Human:
    """A kind of person of `data/people.tsv`."""

    name: str
    age: str  # adult, child, baby, old
    sex: str  # male, female, any
    metres: float
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """One row of `data/roles.tsv`."""

    name: str
    aliases: tuple[str, ...]
    sex: str
    top: str
    top_color: str
    bottom: str
    bottom_color: str
    shoes: str
    hat: str
    worn: tuple[Worn, ...]
    looks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a person that seed, words and role decide together."""

    age: str
    sex: str
    skin: str
    hair: str
    hair_color: str
    beard: str | None
    outfit: Outfit
    worn: tuple[Worn, ...] = ()
    wings: str | None = None
    makeup: str | None = None
    skull: bool = False
    pointed: bool = False


@lru_cache(1)
def humans() -> dict[str, Human]:
    """Every kind of person under each of its names."""
    table: dict[str, Human] = {}
    for name, others, age, sex, metres in rows("people.tsv"):
        entry = Human(name, age, sex, float(metres), words(others))
        for key in (name, *entry.aliases):
            table.setdefault(key, entry)
    return table


@lru_cache(1)
def roles() -> dict[str, Role]:
    """Every role under each of its names."""
    table: dict[str, Role] = {}
    for row in rows("roles.tsv"):
        name, others, sex, top, tc, bottom, bc, shoes, hat, worn, looks = (*row, "", "", "", "", "")[:11]
        items = tuple(Worn(w.split(":")[0], w.split(":")[1] if ":" in w else None) for w in words(worn))
        pairs = tuple((p.split("=")[0], p.split("=")[1]) for p in words(looks))
        entry = Role(name, words(others), sex, top, tc, bottom, bc, shoes, hat, items, pairs)
        for key in (name, *entry.aliases):
            table.setdefault(key, entry)
    return table


def role_named(name: str | None) -> Role | None:
    """A role by name, or by the last words of a longer name ("old football player")."""
    parts = (name or "").lower().split()
    for start in range(len(parts)):
        found = roles().get(" ".join(parts[start:])) or roles().get(" ".join(parts[start:]).removesuffix("s"))
        if found:
            return found
    return None


def human_named(name: str) -> Human | None:
    parts = name.lower().split()
    for start in range(len(parts)):
        found = humans().get(" ".join(parts[start:])) or humans().get(" ".join(parts[start:]).removesuffix("s"))
        if found:
            return found
    return None


def build_of(look: Look) -> Build:
    if look.age == "baby":
        return BABY
    if look.age == "child":
        return CHILD
    base = WOMAN if look.sex == "female" else MAN
    return replace(base, torso=base.torso * 0.95, leg=base.leg * 0.92) if look.age == "old" else base


def cast(human: Human, role: Role | None, rng: random.Random, colors: tuple[str, ...]) -> Look:
    """Choose what nobody has said: sex, skin, hair, clothes."""
    sex = (
        human.sex
        if human.sex != "any"
        else (role.sex if role and role.sex != "any" else rng.choice(("male", "female")))
    )
    skin, hair_color = rng.choice(SKINS), rng.choice(HAIRS)
    if lch(skin).L < 0.66:
        hair_color = rng.choice(HAIRS[:2])
    if human.age == "old":
        hair_color = rng.choice(GREYS)
    pool = {("male", "child"): hair.BOY, ("female", "child"): hair.GIRL}.get(
        (sex, human.age), hair.MALE if sex == "male" else hair.FEMALE
    )
    style = rng.choice(pool)
    beard = (
        rng.choice((None, None, None, "full", "moustache")) if sex == "male" and human.age in ("adult", "old") else None
    )
    if human.age == "old":
        style = rng.choice(("balding", "short") if sex == "male" else ("bun", "bob", "curly"))
        beard = rng.choice((None, "full", "moustache")) if sex == "male" else None
    if human.age == "baby":
        style, beard = "baby", None
    look = Look(human.age, sex, skin, style, hair_color, beard, _casual(sex, human.age, rng, colors))
    return _in_role(look, role, colors) if role else look


def _casual(sex: str, age: str, rng: random.Random, colors: tuple[str, ...]) -> Outfit:
    top = rng.choice(("tshirt", "tshirt", "shirt", "sweater", "hoodie", "jacket", "stripes"))
    color, bottom_color = rng.choice(TOPS), rng.choice(TROUSERS)
    bottom = "trousers"
    if sex == "female" and rng.random() < 0.45:
        top, bottom = "dress", "dress"
    elif age == "child" and rng.random() < 0.5:
        bottom = "shorts"
    if age == "baby":
        top, bottom, bottom_color = "tshirt", "trousers", color
    if colors:
        color = colors[0]
        top = "tshirt" if top in ("stripes", "jacket") else top
        bottom_color = colors[1] if len(colors) > 1 else bottom_color
    shoes = "skin" if age == "baby" else rng.choice(("#3a3a44", "#fbfbf8", "#7a4a2c", "#d8574a"))
    return Outfit(top, color, bottom, bottom_color if bottom != "dress" else color, shoes)


def _in_role(look: Look, role: Role, colors: tuple[str, ...]) -> Look:
    facts = dict(role.looks)
    top_color = colors[0] if colors else role.top_color
    same = role.bottom_color == role.top_color
    bottom_color = colors[1] if len(colors) > 1 else (top_color if same else role.bottom_color)
    bottom = {"none": None, "robe-short": "trousers"}.get(role.bottom, role.bottom)
    outfit = Outfit(role.top, top_color, bottom, bottom_color, role.shoes, facts.get("gloves"))
    worn = (*((Worn(role.hat),) if role.hat else ()), *role.worn)
    beard = facts.get("beard") if look.sex == "male" and look.age in ("adult", "old") else None
    skin = facts.get("skin", look.skin)
    return replace(
        look, skin=skin, hair=facts.get("hair", look.hair) if look.sex != "male" or facts.get("hair") not in ("long",
            "bun", "wavy") else look.hair,
        hair_color=facts.get("haircolor", look.hair_color), beard=beard, outfit=outfit, worn=worn,
        wings=facts.get("wings"), makeup=facts.get("makeup"), skull=facts.get("face") == "skull", pointed=facts.get(
            "ears") == "pointed",
    )  # fmt: skip


SKULL = ((0.0, -100.0), (52.0, -92.0), (80.0, -46.0), (82.0, 6.0), (70.0, 56.0), (36.0, 90.0), (0.0, 98.0))


def person_head(look: Look, mood: str, turn: float, covered: bool) -> Head:
    """A person's head; `covered` hair lies flat under a hat."""
    dx = turn * 17
    back, over = hair.STYLES.get(look.hair, hair.short)(look.hair_color)
    skull = ink.symmetric(*SKULL)
    ears = Part("ears")
    for side in (1, -1):
        ear = ellipse(side * 82 - dx * 0.4, 12, 15, 20)
        if look.pointed:
            ear = ink.polygon((side * 74, 30), (side * 76, -14), (side * 132, -34), (side * 96, 22), radius=7)
        ears.solid(ear, look.skin, 4).fill(
            ink.apply(ear, ink.sizing(0.5, about=(side * 83 - dx * 0.4, 13))), shaded(look.skin, 0.09)
        )
    head = Part("head").solid(skull, look.skin, depth=7)
    face = _face(look, dx)
    parts = [ears, head, *_makeup(look, dx), *draw_face(face, expression(mood)), _nose(look, dx)]
    if look.beard:
        beard = hair.beard(look.beard, look.hair_color)
        beard = beard.mapped(ink.moving(dx * 0.5, 0))
        mouth = next(i for i, p in enumerate(parts) if p.name == "mouth")
        parts.insert(mouth, beard)
        if look.beard != "moustache":
            parts.append(parts.pop(mouth + 1))
    if look.skull:
        parts = _skull_face(look, dx)
    parts.append(over.mapped(ink.moving(dx * 0.25, 0)))
    anchors = {
        "eye_left": face.left, "eye_right": face.right, "eyes": (dx, face.left[1]), "mouth": face.mouth,
        "crown": (0.0, -100.0 if look.hair in ("bald", "balding", "baby") else -114.0), "chin": (0.0, 98.0),
    }  # fmt: skip
    if covered and look.hair in ("bun", "afro", "mohawk", "spiky", "quiff"):
        flat_back, flat = hair.STYLES["short" if look.hair != "bun" else "bun"](look.hair_color)
        parts[-1] = flat
        back = Part("hair-back")
    return Head([back] if back.inks else [], [p for p in parts if p.inks], anchors, 86.0)


def _face(look: Look, dx: float) -> Face:
    brow = look.hair_color if lch(look.hair_color).L < 0.85 else "#c9c9cf"
    if look.sex == "female":
        brow = shift(brow, -0.04)
    size = 18.0 if look.age in ("child", "baby") else 16.0
    y = 14.0 if look.age in ("child", "baby") else 6.0
    return Face(
        (dx - 34, y), (dx + 34, y), size, "dark", "#6b4630", "#2a1d20", look.skin, mix(brow, look.skin, 0.12), (
            dx * 1.1, 56), 36, split=False,
        cheeks=((dx - 54, y + 32), (dx + 54, y + 32)), blush=mix(look.skin, "#f2545f", 0.42), brow_lift=1.75,
    )  # fmt: skip


def _nose(look: Look, dx: float) -> Part:
    x = dx * 1.35
    return Part("nose").line(ink.strand((x - 8, 36), (x + 1, 41), (x + 9, 36)), shaded(look.skin, 0.14), 6)


def _makeup(look: Look, dx: float) -> list[Part]:
    if look.makeup != "clown":
        if look.sex == "female" and look.age in ("adult", "old"):
            part = Part("lashes")
            for side in (1, -1):
                x = dx + side * 34
                part.line(ink.strand((x + side * 8, -4), (x + side * 20, -11)), "#2a1d20", 4.5)
            return [part]
        return []
    part = Part("makeup").fill(ellipse(dx, 60, 44, 28), "#fbfbf8")
    for side in (1, -1):
        part.fill(ellipse(dx + side * 34, 4, 26, 34), "#fbfbf8")
    return [part]


def _skull_face(look: Look, dx: float) -> list[Part]:
    skull = ink.union(ellipse(0, -20, 84, 80), ink.polygon((-50, 30), (50, 30), (44, 94), (-44, 94), radius=16))
    part = Part("head").solid(skull, look.skin, depth=8)
    eyes, mouth = Part("eyes"), Part("mouth")
    for side in (1, -1):
        eyes.fill(ellipse(dx + side * 34, -4, 23, 26), "#3a3542").fill(
            ellipse(dx + side * 34 - 5, -10, 6), "#ffffff", 0.85
        )
    eyes.fill(ink.polygon((dx - 10, 40), (dx, 22), (dx + 10, 40), radius=4), "#3a3542")
    for x in (-24, -8, 8, 24):
        mouth.line(ink.strand((dx + x, 62), (dx + x, 80)), "#3a3542", 4)
    return [part, eyes, mouth.line(ink.strand((dx - 36, 70), (dx + 36, 70)), "#3a3542", 4)]


def draw_person(look: Look, pose: Pose, mood: str, turn: float, covered: bool) -> tuple[Figure, Head]:
    """A dressed person without hat and accessories; the figure's layers and its placed head."""
    figure = Figure(skeleton(build_of(look), pose))
    return figure, redraw_person(figure, look, mood, turn, covered)


def redraw_person(figure: Figure, look: Look, mood: str, turn: float, covered: bool) -> Head:
    wear_outfit(figure, look.outfit, look.skin)
    head = person_head(look, mood, turn, covered)
    long_hair = head.behind
    if figure.bones.pose.has("lie"):
        long_hair = []
    placed = put_head(figure, Head([], head.front, head.anchors, head.width))
    back = Head(long_hair, [], {}, head.width)
    from_head = back.mapped(head_matrix(figure.bones))
    figure.put("back", *from_head.behind)
    if look.wings:
        figure.put("back", _wings(figure, look.wings))
    body_anchors(figure)
    return placed


def _wings(figure: Figure, kind: str) -> Part:
    part, bones = Part("wings"), figure.bones
    color = "#fbfcff" if kind == "angel" else "#bfe9f2"
    if kind == "angel":
        feathers = [ellipse(96, 4, 66, 30, -32), ellipse(98, 36, 60, 24, -14), ellipse(88, 64, 48, 20, 4)]
        wing = ink.union(*feathers)
    else:
        wing = ink.union(ellipse(84, -14, 66, 34, -38), ellipse(72, 58, 46, 26, 30))
    k = bones.build.torso / 130
    for shape in (wing, mirrored(wing)):
        part.solid(ink.apply(ink.apply(shape, ink.sizing(k)), bones.torso), color, depth=7, glow=0)
    return part
