"""Answers of each sort: from a concept, a creature, a person, a label of the pack."""

from __future__ import annotations

from dataclasses import replace

from gouache.engines.composer.lexicon import Concept, concept
from gouache.engines.composer.resolve import gallery
from gouache.engines.composer.resolve.question import ALIVE, Question, unlisted
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.resolve.species import has_body, species_named
from gouache.engines.composer.scene import Kind


def of_concept(question: Question, entry: Concept) -> Resolution | None:
    """The drawing of a known concept: house first, then by kind."""
    if entry.kind is Kind.PERSON:
        return person(question, entry)
    drawn = gallery.house_name((question.name, entry.name))
    if drawn and not (question.needs_rig and entry.kind is Kind.ANIMAL):
        return Resolution(entry, Means.HOUSE, drawn, 1.0, "name", _narrower(question, entry))
    if entry.kind is Kind.ANIMAL:
        return creature(question) or _of_pack(question, entry) or _any_creature(question, entry)
    drawn = gallery.house_name(entry.aliases)
    house = Resolution(entry, Means.HOUSE, drawn, 0.95, "name", _narrower(question, entry)) if drawn else None
    found = _of_pack(question, entry)
    if found is None and entry.kind is Kind.CARRIER and house is None:
        return Resolution(entry, Means.CARRIER, entry.name, 0.9, "name")
    return house if found is None or (house and found.stands_in_for) else found


def _of_pack(question: Question, entry: Concept) -> Resolution | None:
    """The pack's drawing of the asked name, else the table's drawing of the concept, else its label."""
    art = question.art
    drawing = _own_label(question, entry) or (entry.drawing and gallery.written(art, entry.drawing, question.look))
    if drawing and drawing.startswith("house:"):
        return Resolution(entry, Means.HOUSE, drawing[6:], 0.9, "name", _narrower(question, entry))
    label = gallery.exact(art, entry.name) if art and not drawing else None
    drawing = drawing or (gallery.choose(art, label, question.look) if art and label else None)
    if not drawing:
        return None
    kin = _kin(question, entry, drawing)
    if kin is not None:
        return Resolution(kin, Means.PACK, drawing, 0.7, "name", question.name)
    return Resolution(entry, Means.PACK, drawing, 1.0, "name", _narrower(question, entry, drawing))


def _kin(question: Question, entry: Concept, drawing: str) -> Concept | None:
    """What a drawing of the pack shows, if that is another thing than the concept: a yak that is drawn as a bison."""
    collection, _, name = drawing.partition(":")
    label = question.art.label(collection, name) if question.art else None
    shown = concept(label) if label else None
    if label is None or shown is None or shown.name == entry.name or entry.name in label.split():
        return None
    word = question.art.word(shown.name) if question.art else None
    kinds = (name for sense in word.noun.hypernyms for step in sense for name in step) if word and word.noun else ()
    return None if entry.name in kinds else replace(shown, metres=entry.metres, traits=entry.traits)


def _own_label(question: Question, entry: Concept) -> str | None:
    """Another name that the pack draws by itself is better drawn so: a chipmunk, though filed under squirrel."""
    if question.art is None or question.name == entry.name:
        return None
    label = gallery.exact(question.art, question.name)
    return gallery.choose(question.art, label, question.look) if label else None


def creature(question: Question) -> Resolution | None:
    """An animal through the rig: when it must act, or has a body of its own there, or only the rig knows it."""
    entry = concept(question.name) or unlisted(question.name, Kind.ANIMAL)
    if entry.kind not in ALIVE and question.kind not in ALIVE:
        return None
    known = species_named(question.name)
    kin = None if known or _own_label(question, entry) else species_named(entry.name)
    species = known or kin
    if species is None:
        return None
    own = species in (question.name, entry.name, *entry.aliases) and has_body(species) and not question.finish
    if question.needs_rig or own or not _full_body(question, entry):
        return Resolution(entry, Means.CHARACTER, species, 1.0, "name", _narrower(question, entry) if kin else None)
    return None


def _full_body(question: Question, entry: Concept) -> bool:
    """Whether the pack shows this very animal whole; a breed that only the rig knows is not this very animal."""
    if question.name != entry.name and species_named(question.name) != species_named(entry.name):
        return False
    found = _of_pack(question, entry)
    return found is not None and (found.stands_in_for is None or found.concept.name == entry.name)


def _any_creature(question: Question, entry: Concept) -> Resolution | None:
    known = species_named(entry.name) or next(filter(None, map(species_named, entry.aliases)), None)
    if known is None:
        return None
    return Resolution(entry, Means.CHARACTER, known, 0.9, "name", _narrower(question, entry))


def person(question: Question, entry: Concept | None) -> Resolution:
    """People always go through the rig, which dresses roles."""
    own = entry or concept("person") or unlisted("person", Kind.PERSON)
    if own.kind is not Kind.PERSON:
        own = unlisted(question.name, Kind.PERSON)
    known = species_named(question.name) or species_named(own.name) or species_named("person") or "person"
    stands_in = question.name if entry is None and species_named(question.name) is None else None
    if stands_in:
        return Resolution(own, Means.CHARACTER, known, 0.4, "kind", stands_in)
    return Resolution(own, Means.CHARACTER, known, 1.0, "name")


def of_label(
    question: Question, label: str, how: str, confidence: float, stands_in: str | None = None
) -> Resolution | None:
    if question.art is None or (drawing := gallery.choose(question.art, label, question.look)) is None:
        return None
    group = gallery.group_of(question.art, label)
    entry = concept(label)
    if entry is None:
        kind, metres, traits = (group.kind, group.metres, group.traits) if group else (Kind.THING, 0.4, frozenset())
        entry = Concept(label, kind, metres, (), None, traits)
    return Resolution(entry, Means.PACK, drawing, confidence, how, stands_in)


def _narrower(question: Question, entry: Concept, drawing: str = "") -> str | None:
    """The asked name when what is drawn is only its kind (corgi: dog), None when it is another word for it."""
    collection, _, name = drawing.partition(":")
    exact = question.art is not None and question.art.label(collection, name) == question.name
    return None if exact or question.name == entry.name or _synonym(question, entry) else question.name


def _synonym(question: Question, entry: Concept) -> bool:
    """Another word for a concept, as far as WordNet knows; what it does not know is taken for one."""
    word = question.art.word(question.name) if question.art else None
    if word is None or word.noun is None:
        return True
    return entry.name not in (name for sense in word.noun.hypernyms for step in sense for name in step)
