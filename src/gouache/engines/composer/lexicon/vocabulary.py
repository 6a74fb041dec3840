"""A guess at the part of speech and the sort of thing that any English word stands for."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from gouache.engines.composer.lexicon.concepts import concepts
from gouache.engines.composer.lexicon.morphology import Form, singular, verb_forms
from gouache.engines.composer.lexicon.tables import keyed, listed
from gouache.engines.composer.scene import Kind

ADJECTIVE_ENDINGS = ("ful", "ous", "ish", "less", "able", "ible", "ive", "esque", "like", "ical", "shaped", "sized",
                     "colored", "coloured", "themed", "inspired", "style", "looking", "covered", "free")  # fmt: skip
PERSON_ENDINGS = ("man", "woman", "ist", "ologist", "ician", "keeper", "maker", "player", "rider", "fighter", "person",
                  "girl", "boy", "driver", "worker", "dancer", "smith", "monger", "eer")  # fmt: skip
KIND_OF_LEXNAME = {"animal": Kind.ANIMAL, "person": Kind.PERSON, "plant": Kind.PLANT, "food": Kind.FOOD}


class Vocabulary(Protocol):
    """Words in lower case. `lexname` is a lexicographer's class: animal, artifact, food, person, plant ..."""

    def is_noun(self, word: str) -> bool: ...
    def is_verb(self, word: str) -> bool: ...
    def is_adjective(self, word: str) -> bool: ...
    def lexname(self, word: str) -> str | None: ...


class TableVocabulary:
    """From the tables of this package and the endings of words; what nothing speaks against is a noun."""

    def is_noun(self, word: str) -> bool:
        return named(word) is not None or not (self.is_verb(word) or self.is_adjective(word))

    def is_verb(self, word: str) -> bool:
        verb = verb_forms().get(word)
        return verb is not None and not (verb.noun and verb.form is Form.BASE)

    def is_adjective(self, word: str) -> bool:
        return word in listed("adjectives.tsv") or (len(word) > 6 and word.endswith(ADJECTIVE_ENDINGS))

    def lexname(self, word: str) -> str | None:
        kind = named(word)
        return kind.value if kind else None


@lru_cache(1)
def _kinds() -> dict[str, Kind]:
    return {name: Kind(kind) for name, kind in keyed("kinds.tsv").items()}


def named(name: str) -> Kind | None:
    """The kind of a name that a table knows, else None."""
    known = concepts().get(name)
    return known.kind if known else _kinds().get(name)


@lru_cache(1)
def compounds() -> frozenset[str]:
    """Every known name of two or more words."""
    return frozenset(name for name in (*concepts(), *_kinds()) if " " in name)


def kind_of(name: str, vocabulary: Vocabulary) -> Kind:
    """The kind of a noun or compound: by its name, its head, its lexical class, its ending; else a thing."""
    words = name.split()
    for start in range(len(words)):
        known = named(" ".join(words[start:]))
        if known is not None:
            return known
    head = singular(words[-1])[0] if words else ""
    lexical = KIND_OF_LEXNAME.get(vocabulary.lexname(head) or "")
    if lexical is not None:
        return lexical
    return Kind.PERSON if len(head) > 4 and head.endswith(PERSON_ENDINGS) else Kind.THING
