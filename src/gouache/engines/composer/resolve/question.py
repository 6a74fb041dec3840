"""A name to resolve, and what kind of thing it is by the parser and by WordNet."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.art import Pack, Sense
from gouache.engines.composer.lexicon import Concept
from gouache.engines.composer.resolve import gallery
from gouache.engines.composer.resolve.resolution import Resolution
from gouache.engines.composer.resolve.senses import family, sense_of
from gouache.engines.composer.resolve.tables import lexnames
from gouache.engines.composer.scene import Kind

SIZES = {Kind.PERSON: 1.7, Kind.ANIMAL: 0.6, Kind.FOOD: 0.12, Kind.PLANT: 0.5, Kind.VEHICLE: 2.0,
         Kind.BUILDING: 10.0, Kind.FURNITURE: 1.0, Kind.WEARABLE: 0.4, Kind.CARRIER: 1.0,
         Kind.CELESTIAL: 5.0, Kind.LANDFORM: 20.0}  # fmt: skip
ALIVE = (Kind.PERSON, Kind.ANIMAL)
GROWN = (*ALIVE, Kind.FOOD, Kind.PLANT)
NATURAL = (Kind.CELESTIAL, Kind.LANDFORM)
KINDS = {
    "animal": (Kind.ANIMAL,), "person": (Kind.PERSON,), "food": (Kind.FOOD, Kind.PLANT),
    "plant": (Kind.PLANT, Kind.FOOD),
    "artifact": tuple(kind for kind in Kind if kind not in (*GROWN, *NATURAL)), "body": (),
    "object": (*NATURAL, Kind.EFFECT, Kind.THING), "phenomenon": (*NATURAL, Kind.EFFECT),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One name to resolve, with all that decides the answer."""

    name: str
    kind: Kind
    look: str
    needs_rig: bool
    art: Pack | None
    finish: bool = False  # a material or a pattern, which only drawings of house and pack take on


def sense_in(question: Question) -> Sense | None:
    """The noun sense that fits the node's kind, as a Sense with that one sense only."""
    word = question.art.word(question.name) if question.art else None
    return sense_of(word, question.kind) if word else None


def agrees(question: Question, label: str) -> bool:
    """Whether a label's class is the class of the asked name; an unknown name agrees with nothing."""
    if question.art is None or (sense := sense_in(question)) is None:
        return False
    entry = question.art.word(label) or question.art.word(label.split()[-1])
    group = gallery.group_of(question.art, label)
    if entry is None or entry.noun is None or group is None:
        return False
    return family(sense.lexnames[0]) == family(entry.noun.lexnames[0]) and kinds_agree(question, label)


def kinds_agree(question: Question, label: str) -> bool:
    group = gallery.group_of(question.art, label) if question.art else None
    return group is not None and (question.kind in (Kind.THING, group.kind) or group.kind is Kind.THING)


def fits(sense: Sense | None, found: Resolution) -> bool:
    """Whether what was found is of the kind that a sense speaks of: an anode is no (orchestra) conductor."""
    allowed = KINDS.get(sense.lexnames[0]) if sense else None
    kind = found.concept.kind
    return kind in allowed if allowed is not None else kind not in ALIVE


def kind_of(question: Question) -> Kind:
    """The parser's kind; a mere thing may be known better by WordNet."""
    sense = sense_in(question)
    if question.kind is not Kind.THING or sense is None:
        return question.kind
    kind, abstract = lexnames().get(sense.lexnames[0], (Kind.THING, False))
    return Kind.EFFECT if abstract else kind


def unlisted(name: str, kind: Kind) -> Concept:
    return Concept(name, kind, SIZES.get(kind, 0.4))


def made(question: Question) -> bool:
    sense = sense_in(question)
    return sense is not None and family(sense.lexnames[0]) == "artifact"
