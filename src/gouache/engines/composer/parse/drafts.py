"""Nodes while a prompt is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gouache.engines.composer.lexicon.concepts import concepts
from gouache.engines.composer.lexicon.tables import colors, listed, materials, styles, word_set
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, kind_of, named
from gouache.engines.composer.parse.attributes import Attributes
from gouache.engines.composer.parse.chunks import NounPhrase
from gouache.engines.composer.scene import Kind, Node

ANIMATE = (Kind.PERSON, Kind.ANIMAL)
COATS = ("black", "white", "brown", "gray", "grey")
GROWN = (Kind.PLANT, Kind.ANIMAL, Kind.PERSON)  # an oak tree, a golden retriever: no material
FIGURATIVE = (Kind.ANIMAL, Kind.CELESTIAL, Kind.BUILDING)  # red panda, black hole, white house
FIGURES = word_set("figures")
FEMININE = ("a", "ie", "ine", "elle", "ette", "beth", "een", "yn")  # endings of first names
STATUES = ("statue", "sculpture", "figurine", "bust", "carving")
PLAYTHINGS = ("puppet", "plushie", "plush", "toy", "doll")
PHOTOS = ("photo", "photograph", "photography", "shot", "image", "render", "mockup")
STAGED = ("product", "studio", "macro", "stock", "packaging", "commercial", "catalog")
TRAILING = word_set("trailing")


@dataclass(slots=True)
class Draft:
    """One noun phrase on its way to a node. `place` is a setting, dropped when anything else is named."""

    id: str
    phrase: NounPhrase
    name: str
    kind: Kind
    attributes: Attributes
    count: int
    text: str | None = None
    side: str | None = None
    extra_arms: int = 0
    place: bool = False
    dropped: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def animate(self) -> bool:
        return self.kind in ANIMATE or self.name.endswith(FIGURES)

    @property
    def plural(self) -> bool:
        return self.count > 1 or self.phrase.plural

    def node(self) -> Node:
        a = self.attributes
        return Node(
            id=self.id,
            phrase=" ".join(self.words),
            concept=self.name,
            kind=self.kind,
            count=self.count,
            colors=tuple(a.colors),
            material=a.material,
            pattern=a.pattern,
            size=a.size,
            modifiers=tuple(dict.fromkeys(a.modifiers)),
            pose=a.pose,
            deeds=tuple(dict.fromkeys(a.deeds)),
            expression=a.expression,
            text=self.text,
            extra_arms=self.extra_arms,
            parts=tuple(dict.fromkeys(a.parts)),
        )


def draft(node_id: str, phrase: NounPhrase, vocabulary: Vocabulary) -> Draft:
    """A draft of a noun phrase under its concept's name."""
    nouns = _depicted(phrase, _nouns(phrase))
    name = " ".join(nouns)
    name, kind = _unpacked(name, phrase.attributes, vocabulary, _is_proper(phrase, nouns, vocabulary))
    return Draft(node_id, phrase, name, kind, phrase.attributes, phrase.number(), words=list(phrase.words))


def _nouns(phrase: NounPhrase) -> list[str]:
    """The compound; a body part gives way to its owner: "a corgi's head"."""
    nouns = list(phrase.nouns)
    if phrase.owner and nouns[-1] in listed("parts.tsv") and " ".join(nouns) != phrase.owner:
        phrase.attributes.modifiers.append(nouns[-1])
        nouns = nouns[:-1]
    return nouns


def _depicted(phrase: NounPhrase, nouns: list[str]) -> list[str]:
    """ "An owl statue" is an owl of stone, "a dog puppet" a small dog."""
    if len(nouns) > 1 and nouns[-1] in ("face", "head") and named(" ".join(nouns[:-1])) in ANIMATE:
        phrase.attributes.modifiers.append(nouns[-1])
        return nouns[:-1]
    kind = named(" ".join(nouns[:-1])) if len(nouns) > 1 and named(" ".join(nouns)) is None else None
    if kind not in (*ANIMATE, Kind.VEHICLE) or nouns[-1] not in (*STATUES, *PLAYTHINGS):
        return nouns
    phrase.attributes.modifiers.append(nouns[-1] if nouns[-1] in STATUES else "toy")
    if nouns[-1] in PLAYTHINGS:
        phrase.attributes.size = min(phrase.attributes.size, 0.6)
    elif phrase.attributes.material is None:
        phrase.attributes.material = "stone"
    return nouns[:-1]


def trim(phrase: NounPhrase) -> None:
    """Take words about the drawing off a compound: "red panda cartoon character" is a red panda."""
    nouns = phrase.nouns
    while len(nouns) > 2 and nouns[-1] in PHOTOS and nouns[-2] in STAGED:
        del nouns[-2:]
        phrase.words = [word for word in phrase.words if word.lower() not in (*PHOTOS, *STAGED)]
    while len(nouns) > 1 and nouns[-1] in ("esport", "esports", "e-sport"):
        nouns.pop()
        phrase.plural = False
    while len(nouns) > 1 and nouns[-1] in TRAILING and named(" ".join(nouns)) is None:
        nouns.pop()
    while len(nouns) > 1 and nouns[0] in ("cartoon", "anime", "vector") and named(" ".join(nouns)) is None:
        nouns.pop(0)


def _is_proper(phrase: NounPhrase, nouns: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a phrase is a first and a last name: two or three capitalised words that no table knows."""
    words = [word for word in phrase.words if word.lower() not in ("the", "a", "an")]
    titled = len(words) == len(nouns) and len(nouns) in (2, 3) and all(word.istitle() for word in words)
    unknown = all(named(word) is None for word in nouns) and vocabulary.lexname(nouns[-1]) in (None, "person")
    return titled and unknown and phrase.det != "the" and named(" ".join(nouns)) is None


def _unpacked(name: str, attributes: Attributes, vocabulary: Vocabulary, proper: bool = False) -> tuple[str, Kind]:
    """(name, kind): known names stay whole; a material or colour in front of an unknown one goes to the attributes."""
    kind = kind_of(name, vocabulary)
    if kind is Kind.THING and proper:
        return ("woman" if name.split()[0].endswith(FEMININE) else "man"), Kind.PERSON
    first, _, rest = name.partition(" ")
    if not rest:
        return name, kind
    color = colors().get(first)
    whole, base = concepts().get(name), concepts().get(rest)
    plain = base is not None and (base.kind is not Kind.ANIMAL or first in COATS)
    if color is not None and not color.noun and base is not None and plain and whole in (None, base):
        attributes.colors.insert(0, color.hex)
        return rest, base.kind
    if color is not None and kind not in FIGURATIVE and not color.noun and color.hex not in attributes.colors:
        attributes.colors.insert(0, color.hex)
    material = materials().get(first)
    if kind in GROWN or base is not None and base.kind in GROWN:
        return name, kind
    if material is not None and base is not None and whole is base and attributes.material is None and first != "neon":
        attributes.material = material[0]
        return rest, base.kind
    if material is not None and name not in concepts() and attributes.material is None and first not in styles()[0]:
        attributes.material = material[0]
        return (name, kind) if named(name) else (rest, kind)
    return name, kind
