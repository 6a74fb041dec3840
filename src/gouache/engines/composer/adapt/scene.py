"""The whole adaptation, in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouache.engines.composer.adapt.pictures import Prints, collect
from gouache.engines.composer.adapt.places import remove, settle
from gouache.engines.composer.adapt.worth import vague
from gouache.engines.composer.adapt.writing import gather_words
from gouache.engines.composer.art import pack
from gouache.engines.composer.resolve.tables import lexnames
from gouache.engines.composer.scene import Kind, Node, Rel, Scene, Shot

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
    result.prints = collect(scene)
    if scene.shot in _SCENES:
        settle(scene, look)
    _drop(scene, look, result.ignored)
    if scene.shot in _SCENES:
        _abstract(scene, look, lettered)
    return result


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
