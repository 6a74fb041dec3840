"""A read prompt to a Scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gouache.engines.composer.lexicon.tables import Setting, keyed, settings
from gouache.engines.composer.lexicon.vocabulary import Vocabulary
from gouache.engines.composer.parse.chunks import NounPhrase
from gouache.engines.composer.parse.drafts import Draft, draft
from gouache.engines.composer.parse.framing import Frame
from gouache.engines.composer.parse.settings import WEAK, key_of
from gouache.engines.composer.parse.state import Read
from gouache.engines.composer.parse.tokens import tokenize
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene, Shot, Time, Weather

OPPOSITE = {"left_of": Rel.LEFT_OF, "right_of": Rel.RIGHT_OF, "behind": Rel.BEHIND, "in_front_of": Rel.IN_FRONT_OF}
MOST = 60  # nodes of one scene
EMBLEMS = (Shot.LOGO, Shot.ICON, Shot.STICKER, Shot.PATTERN)
STUDIO = (
    "isolated",
    "studio",
    "studio lighting",
    "plain background",
    "white background",
    "no background",
    "transparent background",
)


def assemble(prompt: str, read: Read, frame: Frame, ignored: Sequence[str], vocabulary: Vocabulary) -> Scene:
    scene = Scene(prompt, shot=frame.shot, texts=read.texts, background=read.background)
    scene.style_words = tuple(dict.fromkeys((*frame.style_words, *read.style_words)))
    _nodes(scene, read, frame, vocabulary)
    _conditions(scene, read)
    _setting(scene, read)
    _face(scene)
    _clothed(scene)
    scene.moods = tuple(dict.fromkeys(_moods(read, frame)))
    scene.ignored = tuple(dict.fromkeys(ignored))
    return scene


def _clothed(scene: Scene) -> None:
    """A doll that wears something is drawn like a girl."""
    for relation in scene.related(Rel.WEARING):
        node = scene.node(relation.subject)
        if node.concept.rpartition(" ")[2] in ("doll", "mannequin"):
            node.kind, node.concept, node.modifiers = Kind.PERSON, "girl", (*node.modifiers, "doll")


def _face(scene: Scene) -> None:
    """ "An ostrich's face" is a portrait."""
    worn = {relation.object for relation in scene.related(Rel.WEARING)}
    shown = [node for node in scene.nodes if node.id not in worn]
    if scene.shot is not Shot.SCENE or len(shown) != 1 or shown[0].kind not in (Kind.PERSON, Kind.ANIMAL):
        return
    if {"face", "head", "eye", "bust"} & set(shown[0].modifiers) and shown[0].count == 1:
        scene.shot = Shot.PORTRAIT


def _nodes(scene: Scene, read: Read, frame: Frame, vocabulary: Vocabulary) -> None:
    if frame.shot in EMBLEMS:
        read.places, read.drafts = [], [_emblem(d) for d in read.drafts]
    things = [d for d in read.drafts if not d.dropped and not d.place]
    places = [d for d in read.drafts if d.place and not d.dropped]
    kept = things[:MOST] or places[:1] or _fallback(read, frame, scene, vocabulary)
    sides = _sides([d for d in read.drafts if d in kept])
    ids = {d.id: f"n{number}" for number, d in enumerate(kept, 1)}

    scene.nodes = [_node(d, ids[d.id]) for d in kept]
    apart = {frozenset(link[1:]) for link in sides}
    links = [*(k for k in read.relations if k[0] is not Rel.WITH or frozenset(k[1:]) not in apart), *sides]
    scene.relations = [Relation(kind, ids[a], ids[b]) for kind, a, b in links if a in ids and b in ids]


def _emblem(item: Draft) -> Draft:
    """In a logo a place is a thing like any other: a coffee shop, a mountain."""
    item.place = False
    return item


def _node(item: Draft, node_id: str) -> Node:
    node = item.node()
    node.id = node_id
    if item.place:
        node.kind = Kind.SETTING
    return node


def _fallback(read: Read, frame: Frame, scene: Scene, vocabulary: Vocabulary) -> list[Draft]:
    """Something to draw when no thing was named: weather, a place, or the word for the picture itself."""
    if read.spare or read.asides:
        phrase = [*read.spare, *read.asides][0]
        made = draft("n0", phrase, vocabulary)
        made.place = made.name in settings()
        return [made]
    if scene.texts or read.background:
        return []
    words = [token.low for token in tokenize(scene.prompt) if token.word]
    if words and words[-1].isnumeric():
        scene.texts = [words[-1]]
        return []
    return [draft("n0", NounPhrase(words[-1:], words[-1], words), vocabulary)] if words else []


def _sides(drafts: Sequence[Draft]) -> list[tuple[Rel, str, str]]:
    """ "On the left", "in the background": against the thing on the other side, or the first without a side."""
    found: list[tuple[Rel, str, str]] = []
    for item in drafts:
        if item.side is None:
            continue
        others = [d for d in drafts if d is not item and d.side != item.side]
        others.sort(key=lambda d: d.side is None)
        opposite = next((d for d in others if d.side in OPPOSITE), None)
        if opposite is not None and drafts.index(opposite) < drafts.index(item):
            continue
        if others:
            found.append((OPPOSITE[item.side], item.id, others[0].id))
    return found


def _conditions(scene: Scene, read: Read) -> None:
    for field, value in read.conditions:
        if field == "time":
            scene.time = scene.time or Time(value)
        elif field == "weather":
            scene.weather = scene.weather or Weather(value)
        else:
            scene.season = scene.season or value


def _setting(scene: Scene, read: Read) -> None:
    strong = [place for place in read.places if place[0].key not in WEAK]
    chosen = _first(strong) or _first(read.places)
    if chosen is not None:
        setting, scene.setting_words = chosen
        scene.setting = key_of(setting, read.conditions)
    elif any(word in STUDIO for word in (*scene.style_words, *read.words)) and scene.shot is Shot.SCENE:
        scene.setting = "studio"
    if scene.setting is None and scene.background and scene.shot is Shot.SCENE:
        scene.setting = "studio"


def _first(places: Iterable[tuple[Setting, str]]) -> tuple[Setting, str] | None:
    return next(iter(places), None)


def _moods(read: Read, frame: Frame) -> Iterable[str]:
    words = [*read.words, *frame.style_words, *read.style_words]
    words += [word for d in read.drafts for word in d.attributes.modifiers]
    words += [d.attributes.expression or "" for d in read.drafts]
    words += [part for phrase in [*frame.style_words] for part in phrase.split()]
    return (keyed("moods.tsv")[word] for word in words if word in keyed("moods.tsv"))
