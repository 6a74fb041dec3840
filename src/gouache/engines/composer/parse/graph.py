"""Chunks to a graph of drafts: clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gouache.engines.composer.lexicon.vocabulary import Vocabulary
from gouache.engines.composer.parse.chunks import Chunk, Item
from gouache.engines.composer.parse.nouns import read_noun
from gouache.engines.composer.parse.quotes import Text
from gouache.engines.composer.parse.state import Read, State, negate
from gouache.engines.composer.parse.verbs import read_copula, read_link, read_verb
from gouache.engines.composer.parse.words import read_pronoun, read_quality, read_side, read_text


def read(items: Sequence[Item], texts: Sequence[Text], vocabulary: Vocabulary, lettered: bool) -> Read:
    """Read items in order. `lettered`: the picture itself carries the texts, as a poster does."""
    s = State(items, list(texts), vocabulary, lettered)
    handlers: dict[Chunk, Callable[[State, Item], None]] = {
        Chunk.NOUN: read_noun, Chunk.PRONOUN: read_pronoun, Chunk.VERB: read_verb, Chunk.LINK: read_link,
        Chunk.COPULA: read_copula, Chunk.QUALITY: read_quality, Chunk.SIDE: read_side, Chunk.TEXT: read_text,
        Chunk.RELATIVE: relative, Chunk.NEGATION: negate,
    }  # fmt: skip
    for at, item in enumerate(s.items):
        end_negation(s, item, s.items[at + 1] if at + 1 < len(s.items) else None)
        if item.chunk in (Chunk.COMMA, Chunk.STOP, Chunk.CONJ):
            mark(s, item)
        elif not s.silent or item.chunk is Chunk.TEXT:
            handlers[item.chunk](s, item)
        s.before = item.chunk
    return s.read


def mark(s: State, item: Item) -> None:
    if item.chunk is not Chunk.CONJ:
        s.silent = False
    if item.chunk is Chunk.STOP:
        s.pending = s.last = s.loose = s.doing = None
        s.object = False
    if s.pending is not None and not s.pending.verb and item.chunk is Chunk.COMMA:
        s.pending = None
    s.gap = item.chunk
    s.verb = None
    s.relative = False
    s.copula = s.copula if item.chunk is Chunk.CONJ else None


def end_negation(s: State, item: Item, after: Item | None) -> None:
    """A new place ends "without ...": "a tree without leaves in the snow"."""
    if s.silent and item.chunk is Chunk.LINK and item.low != "of" and after is not None and after.noun:
        s.silent, s.gap = False, Chunk.COMMA


def relative(s: State, item: Item) -> None:
    s.relative = item.low in ("that", "which", "who", "whose", "where", "whom")
    if not s.relative:
        s.gap = Chunk.COMMA
        s.pending = None
