"""What the chunker makes of a prompt: noun phrases, verbs, links and the marks between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from gouache.engines.composer.lexicon.morphology import Verb, is_pair
from gouache.engines.composer.parse.attributes import Attributes

PLAIN = 3  # what a bare plural counts
MOST = 40


class Chunk(StrEnum):
    NOUN = "noun"
    PRONOUN = "pronoun"
    VERB = "verb"
    LINK = "link"
    COPULA = "copula"
    QUALITY = "quality"  # adjectives without a noun
    SIDE = "side"
    RELATIVE = "relative"
    NEGATION = "negation"
    CONJ = "conj"
    COMMA = "comma"
    STOP = "stop"
    TEXT = "text"


@dataclass(slots=True)
class NounPhrase:
    """`nouns` is the compound with its head last, singular; `head_form` the head as written."""

    nouns: list[str]
    head_form: str
    words: list[str]
    det: str = ""  # "a", "the", "poss" or nothing
    count: int | None = None
    plural: bool = False
    attributes: Attributes = field(default_factory=Attributes)
    owner: str | None = None  # "corgi" in "a corgi's head"
    headless: bool = False  # "a black" in "a black and a white cat"
    content: NounPhrase | None = None  # the flowers in "a vase of flowers", the cat in "a painting of a cat"

    @property
    def head(self) -> str:
        return self.nouns[-1]

    @property
    def name(self) -> str:
        return " ".join(self.nouns)

    def number(self) -> int:
        """How many there are: as said, or three for a bare plural."""
        if self.count is not None:
            return min(self.count, MOST)
        if not self.plural:
            return 1
        return 2 if is_pair(self.head_form) else PLAIN


@dataclass(slots=True)
class Item:
    chunk: Chunk
    low: str = ""
    noun: NounPhrase | None = None
    verb: Verb | None = None
    quality: Attributes | None = None
    value: str = ""
    passive: bool = False  # a finite or auxiliary verb stood before
