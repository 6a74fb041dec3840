"""Which earlier thing a pronoun or a "the X" means."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.tables import word_set
from gouache.engines.composer.parse.chunks import NounPhrase
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.scene import Kind

PEOPLE = ("he", "she", "him", "himself", "herself")
THINGS = ("it", "itself", "this")
MANY = ("they", "them", "themselves", "each other", "one another", "both", "each")
PARTS = {Kind.BUILDING: word_set("house_parts"), Kind.VEHICLE: word_set("vehicle_parts")}
SPLITTING = ("one", "another", "other")


def antecedent(
    pronoun: str, drafts: Sequence[Draft], subject: Sequence[Draft], avoid: Sequence[Draft] = ()
) -> list[Draft]:
    """The drafts that a pronoun stands for: the clause's subject if it fits, else the last that fits."""
    if pronoun in MANY and len(subject) > 1 and not any(d in avoid for d in subject):
        return list(subject)
    candidates = (
        [*reversed(drafts), *reversed(subject)] if pronoun in THINGS else [*reversed(subject), *reversed(drafts)]
    )
    candidates = [d for d in candidates if not d.dropped and d not in avoid]
    found = next((d for d in candidates if _fits(pronoun, d)), None)
    return [found] if found else candidates[:1]


def _fits(pronoun: str, candidate: Draft) -> bool:
    if pronoun in PEOPLE:
        return candidate.animate
    if pronoun in MANY:
        return candidate.plural
    if pronoun in THINGS:
        return candidate.kind is not Kind.PERSON and not candidate.plural
    return True


def mentioned(phrase: NounPhrase, drafts: Sequence[Draft], name: str) -> Draft | None:
    """The draft that "the X" names again, the last first."""
    words = {word.lower() for word in phrase.words}
    whole = whole_of(phrase, drafts)
    if whole is not None:
        return whole
    if phrase.det != "the" or words & {"other", "another", "second", "third"}:
        return None
    return next((d for d in reversed(drafts) if not d.dropped and _same(d, phrase, name)), None)


def whole_of(phrase: NounPhrase, drafts: Sequence[Draft]) -> Draft | None:
    """The building or vehicle that "the chimney", "its door", "the wheels" are parts of."""
    kinds = [kind for kind, parts in PARTS.items() if phrase.head in parts]
    if not kinds or phrase.det not in ("the", "poss") or len(phrase.nouns) > 1:
        return None
    return next((d for d in reversed(drafts) if d.kind in kinds and not d.dropped and d.name != phrase.head), None)


def _same(draft: Draft, phrase: NounPhrase, name: str) -> bool:
    if phrase.plural != draft.phrase.plural and draft.phrase.plural:
        return False
    if phrase.attributes.colors and draft.attributes.colors and phrase.attributes.colors != draft.attributes.colors:
        return False
    if phrase.head in draft.attributes.modifiers and len(phrase.nouns) == 1:
        return True  # "a statue of a king ... the statue"
    return draft.name == name or draft.name.endswith(" " + name) or name.endswith(" " + draft.name)
