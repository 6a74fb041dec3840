"""Choosing among the senses of a word by the kind of thing that a scene expects."""

from __future__ import annotations

from gouache.engines.composer.art import Sense, Word
from gouache.engines.composer.scene import Kind

FITS = {
    Kind.PERSON: ("person",),
    Kind.ANIMAL: ("animal",),
    Kind.FOOD: ("food", "plant", "animal"),
    Kind.PLANT: ("plant",),
    Kind.LANDFORM: ("object", "location"),
    Kind.CELESTIAL: ("object", "phenomenon"),
    Kind.EFFECT: ("phenomenon", "event", "process", "substance"),
}
CONCRETE = ("artifact", "animal", "food", "plant", "object", "person", "body", "phenomenon", "substance", "shape")
FAMILIES = {"plant": "food", "substance": "artifact", "communication": "artifact", "possession": "artifact",
            "cognition": "artifact", "group": "artifact"}  # fmt: skip


def family(lexname: str) -> str:
    """Classes that draw alike: a lettuce is filed under plant or food."""
    return FAMILIES.get(lexname, lexname)


def sense_of(word: Word, kind: Kind) -> Sense | None:
    """The sense that fits a kind, alone in a Sense; for a mere thing the first one that has a shape."""
    if word.noun is None:
        return None
    wanted = FITS.get(kind, ("artifact",) if kind is not Kind.THING else CONCRETE)
    lexnames = word.noun.lexnames
    index = next((i for i, name in enumerate(lexnames) if name in wanted), 0 if kind is Kind.THING else None)
    if index is None:
        return None
    noun = word.noun
    return Sense(
        1, noun.count, noun.lexnames[index : index + 1], noun.synonyms[index : index + 1],
        noun.hypernyms[index : index + 1],
    )  # fmt: skip
