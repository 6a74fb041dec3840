"""Who a relation belongs to: the rules of attachment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouache.engines.composer.lexicon.concepts import concept
from gouache.engines.composer.lexicon.tables import listed, of_nouns, word_set
from gouache.engines.composer.parse.chunks import NounPhrase
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.scene import Kind, Rel

BODY = word_set("body")
GRASPING = word_set("grasping")
DIRECT = word_set("direct")
GIVING = word_set("giving")
ARMS = ("hand", "arm", "tentacle", "paw")
TAKING = (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.USING, Rel.WITH)
STICKY = (Rel.HOLDING, Rel.WEARING, Rel.WITH, Rel.EATING, Rel.FACING)


@dataclass(slots=True)
class Pending:
    """A relation that waits for its object. `inverse`: the object of the words is the subject of the relation."""

    word: str
    relation: Rel | str | None  # "between", "as", "of", "against" are handled by name
    sources: list[str]
    near: list[str]
    inverse: bool = False
    verb: bool = False


def joins(pending: Pending, before: Draft, after: Draft, subject_animate: bool) -> bool:
    """Whether "and X" goes on the objects of a relation ("holding a cup and a sign") or begins a new subject."""
    if pending.relation == "between" or pending.word in GIVING and before.animate and after.animate:
        return True
    if before.kind is after.kind is Kind.WEARABLE and not after.phrase.det:
        return True  # "in blue jeans and yellow shirt"
    if pending.relation not in TAKING and pending.relation is not Rel.FACING:
        return pending.relation in (Rel.NEXT_TO, Rel.AROUND) and not pending.verb and before.kind is after.kind
    if pending.relation is Rel.WITH:
        return not (after.animate and not before.animate)
    return not after.animate or before.animate or (pending.relation is Rel.HOLDING and after.kind is not Kind.PERSON)


def sources(
    pending: Pending, obj: Draft | None, near: Sequence[Draft], subject: Sequence[Draft], last: Pending | None
) -> list[Draft]:
    """The drafts that a link's object relates to, among the nearest noun phrase and the clause's subject."""
    if not near or not subject or list(near) == list(subject):
        return list(near or subject)
    if pending.relation in (Rel.WITH, Rel.WEARING):
        fits = near[-1].kind is Kind.WEARABLE or obj is not None and obj.kind is Kind.WEARABLE
        acted = last is not None and last.relation == "object" or obj is not None and obj.animate and not pictured(obj)
        return list(subject) if (fits or acted) and not near[-1].animate and subject[-1].animate else list(near)
    if near[-1].kind is Kind.WEARABLE and subject[-1].animate and pending.relation in (Rel.ON, Rel.IN, Rel.NEXT_TO):
        return list(subject)
    small = obj is not None and obj.kind in (Kind.FOOD, Kind.CONTAINER, Kind.CARRIER, Kind.WEARABLE)
    if small and last is not None and last.verb and last.relation in TAKING and pending.relation in (Rel.ON, Rel.IN):
        return list(near)  # "eating cheese on a plate"
    struggle = last is not None and last.verb and last.relation is Rel.FACING and last.word in DIRECT
    if near[-1].animate and pending.relation != "against" and not struggle:
        return list(near)
    if (
        last is not None
        and last.relation in (Rel.IN, Rel.ON)
        and pending.relation in (Rel.ON, Rel.IN, Rel.BELOW)
        and not last.verb
    ):
        return list(near)
    return list(subject)


def pictured(obj: Draft) -> bool:
    """Whether a draft is only a picture of something: "a box with a drawing of an elephant"."""
    return any(of_nouns().get(word) == "picture" for word in obj.attributes.modifiers)


def wearing(subject: Draft, obj: Draft) -> bool:
    """Whether something worn and somebody who can wear it."""
    return obj.kind is Kind.WEARABLE and (subject.animate or subject.kind in (Kind.FOOD, Kind.THING, Kind.PLANT))


def handheld(obj: Draft) -> bool:
    known = concept(obj.name) or concept(obj.name.rpartition(" ")[2])
    if known is not None:
        return "handheld" in known.traits or known.metres <= 0.6 and known.kind not in (Kind.ANIMAL, Kind.PERSON)
    return obj.kind in (Kind.FOOD, Kind.CONTAINER, Kind.CARRIER)


def part_words(phrase: NounPhrase, relation: Rel | str | None, owner: Draft) -> bool:
    """Whether "with X" names a part of its owner: long hair, wings, a red door."""
    if relation is not Rel.WITH:
        return False
    return phrase.head in listed("parts.tsv") and not (
        phrase.head in ("text", "letter", "coat", "shell") and not owner.animate
    )


def part_name(phrase: NounPhrase, color_names: Sequence[str]) -> str:
    """The part as said: "long blue hair", "three heads"."""
    skip = {"a", "an", "the", "its", "his", "her", "their", "very", "some"}
    return " ".join(word.lower() for word in phrase.words if word.lower() not in skip)
