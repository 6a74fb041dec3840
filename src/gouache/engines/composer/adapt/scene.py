"""The whole adaptation, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gouache.engines.composer.adapt.assort import assort
from gouache.engines.composer.adapt.deeds import enact
from gouache.engines.composer.adapt.describe import describe
from gouache.engines.composer.adapt.pictures import Prints, collect
from gouache.engines.composer.adapt.places import remove, settle
from gouache.engines.composer.adapt.spelling import respell
from gouache.engines.composer.adapt.worth import vague
from gouache.engines.composer.adapt.writing import gather_words
from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.resolve.species import has_hooves, species_named
from gouache.engines.composer.resolve.tables import lexnames
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene, Shot, Time

_TIMES = {"sunset": Time.DUSK, "sunrise": Time.DAWN, "dawn": Time.DAWN, "dusk": Time.DUSK, "daybreak": Time.DAWN}
_DAYTIME = re.compile(r"\b(?:sunny|sunlit|during the day|daytime|daylight|in the sun|bright day|noon|blue sky)\b")
_BOARDS = frozenset(
    {"checkers", "chess", "checker", "draughts", "chess piece", "board game", "chessboard", "card game", "dominoes"}
)
_BODY = frozenset(
    ("talon", "paw", "claw", "beak", "tail", "wing", "ear", "hand", "foot", "leg", "arm", "back", "eye", "face", "head",
     "shoulder", "mouth", "nose", "fur", "feather", "chest", "belly", "lap", "knee", "finger", "tooth", "hair", "beard",
     "flank", "tongue", "mane", "whisker", "scale", "skin", "neck", "feet", "hoof", "trunk", "fang", "antler", "horn",
     "body", "mustache", "moustache", "wings spread", "palm", "handpalm", "stance", "smile", "grin", "expression")
)  # fmt: skip
_FEATURES = frozenset({"nose", "eye", "ear", "beak", "paw", "claw", "whisker", "mustache", "moustache", "cheek"})
_SKYWARD = (Rel.ABOVE, Rel.BELOW, Rel.AROUND, Rel.NEXT_TO, Rel.IN, Rel.WITH, Rel.BEHIND, Rel.ON, Rel.FACING)
_FIGURES = frozenset({"snowman", "scarecrow", "teddy bear", "robot", "doll", "statue"})
_GRASPED = frozenset(
    {"hold", "carry", "wield", "grasp", "grip", "clutch", "lift", "raise", "bring", "balance", "eat", "drink"}
)
_LIGHT = 0.6  # metres: lanterns are held, chandeliers are not
_CAPS = frozenset({"mushroom", "toadstool", "flower", "sunflower"})  # roofs of the little ones
_JARS = frozenset({"jar", "glass jar", "mason jar"})
_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})


@dataclass(slots=True)
class Adapted:
    """`prints` are pictures on things, per id of the thing; `ignored` says in plain words what was left out."""

    prints: Prints = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)


def adapt(scene: Scene, look: str, lettered: bool = True) -> Adapted:
    """Change a scene in place to what can be drawn of it. `lettered` allows an abstract word to be written out."""
    result = Adapted()
    gather_words(scene)
    assort(scene)
    _limbs(scene)
    _dusk(scene)
    _starry(scene)
    respell(scene, look)
    describe(scene, result.ignored)
    result.prints = collect(scene)
    if scene.shot in _SCENES:
        settle(scene, look)
        gather_words(scene)
    _drop(scene, look, result.ignored)
    if scene.shot in _SCENES:
        _abstract(scene, look, lettered)
    if scene.shot is not Shot.PATTERN:
        enact(scene, result.ignored)
    _finish(scene)
    return result


def _finish(scene: Scene) -> None:
    """Games lie before the players, what is spoken into is held, stripes are a pattern, a silhouette is dark."""
    scene.relations = [_acted(_aboard(relation, scene), scene) for relation in scene.relations]
    _to_be_read(scene)
    dark = "silhouette" in scene.style_words
    for relation in scene.related(Rel.BELOW):
        roof, guest = scene.node(relation.object), scene.node(relation.subject)
        if roof.concept in _CAPS and guest.kind in _ALIVE and roof.size == 1.0:
            roof.size = 6.0
    for relation in scene.related(Rel.IN):
        vessel = scene.node(relation.object)
        if vessel.concept in _JARS and not vessel.text:
            vessel.concept = "open jar"  # what is in it can be seen
    for node in scene.nodes:
        if node.concept in _BOARDS and not node.phrase[:1].isdigit():
            node.count = 1
        if dark and node.kind not in (Kind.CELESTIAL, Kind.SETTING):
            node.modifiers = (*node.modifiers, "silhouette")
            node.pose = node.pose or "standing"
    dark = dark or any("silhouette" in node.modifiers for node in scene.nodes)
    if dark and scene.shot in _SCENES:
        scene.time = scene.time or Time.DUSK
        alive = any(n.kind in (Kind.PERSON, Kind.ANIMAL, Kind.PLANT, Kind.VEHICLE) for n in scene.nodes)
        scene.setting = scene.setting or ("hills" if alive else None)
    if scene.time is None and _DAYTIME.search(scene.prompt.lower()):
        scene.time = Time.DAY


def _to_be_read(scene: Scene) -> None:
    """Somebody shown for what is written on a shirt is seen from near."""
    worn = {relation.object for relation in scene.related(Rel.WEARING)}
    alone = [node for node in scene.nodes if node.id not in worn and node.kind is not Kind.SETTING]
    read = any(node.text for node in scene.nodes if node.id in worn)
    if scene.shot is Shot.SCENE and read and len(alone) == 1 and alone[0].count == 1 and alone[0].pose is None:
        scene.shot = Shot.PORTRAIT


def _acted(relation: Relation, scene: Scene) -> Relation:
    subject, other = scene.node(relation.subject), scene.node(relation.object)
    if relation.kind is Rel.HOLDING and not _GRASPED & set(subject.deeds) and _cannot_hold(subject, other):
        return Relation(Rel.NEXT_TO, other.id, subject.id)
    if relation.kind is Rel.USING and other.concept in _BOARDS:
        return Relation(Rel.IN_FRONT_OF, other.id, subject.id)
    entry = concept(other.concept)
    small = entry is not None and "handheld" in entry.traits and not entry.traits & {"container", "seat", "top"}
    if relation.kind is Rel.IN and small and subject.kind in (Kind.PERSON, Kind.ANIMAL) and other.kind is Kind.THING:
        return Relation(Rel.HOLDING, subject.id, other.id)
    return relation


def _aboard(relation: Relation, scene: Scene) -> Relation:
    """ "A man holding a fish in a boat": the man is in the boat."""
    holder = next((r.subject for r in scene.related(Rel.HOLDING, object=relation.subject)), None)
    large = scene.node(relation.object).kind in (Kind.VEHICLE, Kind.FURNITURE, Kind.BUILDING, Kind.LANDFORM)
    if holder is None or not large or relation.kind not in (Rel.IN, Rel.ON) or holder == relation.object:
        return relation
    return Relation(relation.kind, holder, relation.object)


def _cannot_hold(subject: Node, other: Node) -> bool:
    """Hooves hold no suitcases, and nobody holds what hangs; "with" only says that it is there."""
    entry = concept(other.concept)
    hanging = entry is not None and "hangs" in entry.traits and "handheld" not in entry.traits and entry.metres > _LIGHT
    return hanging or subject.kind is Kind.ANIMAL and has_hooves(species_named(subject.concept))


def _dusk(scene: Scene) -> None:
    """A sunset is a time, not a thing."""
    for node in list(scene.nodes):
        if node.concept in _TIMES:
            scene.time = scene.time or _TIMES[node.concept]
            scene.setting = scene.setting or ("hills" if len(scene.nodes) == 1 else None)
            remove(scene, node)


def _starry(scene: Scene) -> None:
    """Stars without a number are a sky, not things."""
    if scene.shot not in _SCENES or len(scene.nodes) < 2:
        return
    for node in [n for n in scene.nodes if n.concept == "star" and n.count > 1 and not n.colors and not n.material]:
        links = [r for r in scene.relations if node.id in (r.subject, r.object)]
        if node.phrase.lower() in ("stars", "the stars", "bright stars", "twinkling stars", "distant stars") and all(
            link.kind in _SKYWARD for link in links
        ):
            afloat = any(n.pose in ("swimming", "flying", "floating") for n in scene.nodes)
            scene.time = scene.time or Time.NIGHT
            scene.setting = scene.setting or ("space" if afloat else None)
            remove(scene, node)


def _limbs(scene: Scene) -> None:
    """A tail or a paw belongs to somebody who is drawn anyway."""
    if not any((n.kind in _ALIVE or n.concept in _FIGURES) and not _is_limb(n) for n in scene.nodes):
        return
    for node in [n for n in scene.nodes if _is_limb(n) and not n.text]:
        remove(scene, node)


def _is_limb(node: Node) -> bool:
    return node.concept in _BODY or node.concept.split()[-1] in _FEATURES


def _drop(scene: Scene, look: str, ignored: list[str]) -> None:
    """Leave out what would be a mere cube, as long as something else is there to see."""
    worn = {r.object for r in scene.related(Rel.WEARING)}
    empty = [n for n in scene.nodes if n.id not in worn and vague(n, look)]
    solid = [n for n in scene.nodes if n not in empty]
    if not solid and not scene.texts and scene.setting is None:
        empty = empty[1:]
    for node in empty:
        remove(scene, node)
        ignored.append(f"{node.concept}: nothing here looks like it")


def _abstract(scene: Scene, look: str, lettered: bool) -> None:
    """A lone word without a shape becomes a composition of plain shapes, titled with the word."""
    if len(scene.nodes) != 1 or scene.setting or scene.texts or not vague(scene.nodes[0], look):
        return
    scene.setting = "abstract"
    if lettered and shapeless(scene.nodes[0]):
        scene.texts = [scene.nodes[0].concept]


def shapeless(node: Node) -> bool:
    """An idea, by WordNet's class of its first sense, or an unknown word."""
    art = pack()
    word = art.word(node.concept) if art else None
    if word is None or word.noun is None:
        return node.kind in (Kind.THING, Kind.EFFECT)
    return lexnames().get(word.noun.lexnames[0], (Kind.THING, False))[1]
