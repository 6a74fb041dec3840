"""What a loose word of relation ("with", "in", "on") means between two things of known kinds."""

from __future__ import annotations

from gouache.engines.composer.lexicon.concepts import concept
from gouache.engines.composer.lexicon.tables import word_set
from gouache.engines.composer.parse.attach import handheld, wearing
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.scene import Kind, Rel

OPEN = word_set("open")
HOLDERS = word_set("holders")
STATIONS = word_set("stations")
CUDDLY = word_set("cuddly")
CUDDLING = ("hug", "embrace", "cuddle", "kiss", "snuggle")
TOPPED = (Kind.FOOD, Kind.FURNITURE, Kind.CONTAINER, Kind.SURFACE, Kind.CARRIER, Kind.WEARABLE)
SMALL = (Kind.FOOD, Kind.THING, Kind.CONTAINER, Kind.PLANT, Kind.CARRIER)


def refined(relation: Rel, word: str, owner: Draft, obj: Draft) -> tuple[Rel, bool]:
    """(relation, whether owner and object change places)."""
    if relation in (Rel.USING, Rel.HOLDING) and obj.name.endswith(STATIONS):
        return Rel.FACING, False
    if relation is Rel.FACING and owner.animate and not obj.animate and obj.phrase.det == "poss" and handheld(obj):
        return Rel.HOLDING, False
    if word in CUDDLING and owner.animate and obj.name.endswith(CUDDLY):
        return Rel.HOLDING, False
    if relation is Rel.WITH:
        return _with(owner, obj)
    if (
        relation is Rel.IN
        and word in ("in", "inside")
        and wearing(owner, obj)
        and (owner.animate or _clothed(owner, obj))
    ):
        return Rel.WEARING, False
    if relation is Rel.IN and owner.kind is Kind.EFFECT and obj.kind in (Kind.BUILDING, Kind.VEHICLE):
        return Rel.ABOVE, False  # smoke from a chimney, steam from an engine
    if relation is Rel.ON and owner.animate and _ridden(obj) and owner.attributes.pose not in ("sleeping", "lying"):
        return Rel.RIDING, False
    return relation, False


def _clothed(owner: Draft, obj: Draft) -> bool:
    """Whether something that is no figure may still be dressed: "a radish in a tutu"."""
    return owner.kind in (Kind.FOOD, Kind.THING) and obj.name not in HOLDERS


def _ridden(obj: Draft) -> bool:
    known = concept(obj.name) or concept(obj.name.rpartition(" ")[2])
    return known is not None and "ridden" in known.traits


def _with(owner: Draft, obj: Draft) -> tuple[Rel, bool]:
    if wearing(owner, obj):
        return Rel.WEARING, False
    toy = "toy" in obj.attributes.modifiers
    if owner.animate and (toy or obj.kind not in (Kind.PERSON, Kind.ANIMAL) and handheld(obj)):
        return Rel.HOLDING, False
    if owner.animate and obj.animate:
        return Rel.NEXT_TO, False
    if owner.name.endswith(OPEN) and obj.kind in SMALL:
        return Rel.IN, True
    if owner.kind in TOPPED and obj.kind in (*SMALL, Kind.ANIMAL):
        return Rel.ON, True
    return Rel.WITH, False


def direct_object(owner: Draft, obj: Draft) -> Rel:
    """The relation of a verb that has none of its own to its object: "preparing a salad", "visiting a friend"."""
    if obj.animate:
        return Rel.FACING
    if owner.animate and handheld(obj):
        return Rel.HOLDING
    return Rel.NEXT_TO
