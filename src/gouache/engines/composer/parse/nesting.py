"""Noun phrases joined by "of": groups, measures, contents, statues, places and views."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.tables import groups, keyed, of_nouns, word_set
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, kind_of, named
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.scene import Kind

LIQUIDS = word_set("liquids")
STONE = ("statue", "sculpture", "bust", "carving", "effigy")
FRAMED = ("painting", "picture", "photo", "photograph", "portrait", "poster", "mural", "map")


def fold(items: Sequence[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items with every "X of Y" made one noun phrase, the innermost first."""
    folded = list(items)
    at = len(folded) - 1
    while at > 1:
        at = min(at, len(folded) - 1)
        if at < 2:
            break
        left, link, right = folded[at - 2 : at + 1]
        if left.noun and right.noun and link.chunk is Chunk.LINK and link.low == "of":
            phrase = join(left.noun, right.noun, vocabulary)
            folded[at - 2 : at + 1] = [Item(Chunk.NOUN, phrase.head, noun=phrase)]
        at -= 1
    return folded


def join(outer: NounPhrase, inner: NounPhrase, vocabulary: Vocabulary) -> NounPhrase:
    """What "outer of inner" stands for."""
    if outer.head == "glasses" and inner.name.endswith(LIQUIDS):
        outer.nouns[-1], outer.plural = "glass", True
    head = outer.head
    words = [*outer.words, "of", *inner.words]
    if head in groups() and (
        inner.plural
        or inner.count
        or keyed("singular_s.tsv").get(inner.head) == "pair"
        or kind_of(inner.name, vocabulary) is Kind.PERSON
    ):
        return _group(outer, inner, words)
    whole = f"{outer.name} of {inner.name}"
    if named(whole) is not None:
        outer.nouns, outer.words = [whole], words
        return outer
    kind = kind_of(outer.name, vocabulary)
    role = of_nouns().get(head)
    if head == "map":
        return _labelled(outer, inner, words)
    if role == "picture" and head in FRAMED:
        return _with_content(outer, inner, words)
    if role is not None:
        return _absorbed(outer, inner, words, role)
    if kind is Kind.CONTAINER or kind is Kind.FURNITURE:
        return _filled(outer, inner, words)
    return _labelled(outer, inner, words)


def _labelled(outer: NounPhrase, inner: NounPhrase, words: list[str]) -> NounPhrase:
    """The inner noun only says more about the outer one: "a map of Italy"."""
    outer.words = words
    outer.attributes.modifiers.append(f"of {inner.name}")
    outer.attributes.colors += [] if outer.attributes.colors else inner.attributes.colors
    return outer


def _group(outer: NounPhrase, inner: NounPhrase, words: list[str]) -> NounPhrase:
    if inner.count is None or inner.count == 1:
        count = groups()[outer.head]
        inner.count = count * (outer.number() if outer.det != "the" else 1)
        inner.plural = True
    if outer.head == "family":
        inner.attributes.modifiers.append("family")
    if outer.head in ("stack", "pile", "heap", "tower", "mound", "row", "line", "circle", "ring"):
        inner.attributes.modifiers.append({"line": "row", "ring": "circle", "heap": "pile"}.get(outer.head, outer.head))
    inner.words = words
    return inner


def _absorbed(outer: NounPhrase, inner: NounPhrase, words: list[str], role: str) -> NounPhrase:
    """The outer noun becomes a modifier of the inner one."""
    inner.words = words
    if role != "place":
        inner.attributes.modifiers.append(outer.name)
    if role == "measure":
        inner.count, inner.plural = outer.count, outer.plural
    if role == "depiction" or role == "measure":
        inner.attributes.merge(outer.attributes)
        if outer.det != "the" or outer.count:
            inner.count, inner.plural = outer.count, outer.plural
    if role == "depiction" and outer.head in STONE and inner.attributes.material is None:
        inner.attributes.material = "stone"
    if role == "body" and inner.owner is None:
        inner.attributes.merge(outer.attributes)
    return inner


def _filled(outer: NounPhrase, inner: NounPhrase, words: list[str]) -> NounPhrase:
    if inner.name in LIQUIDS or inner.head.rpartition(" ")[2] in LIQUIDS:
        outer.attributes.modifiers.append(inner.name)
        outer.words = words
        return outer
    return _with_content(outer, inner, words)


def _with_content(outer: NounPhrase, inner: NounPhrase, words: list[str]) -> NounPhrase:
    outer.words, outer.content = words, inner
    return outer


def with_heads(items: Sequence[Item]) -> list[Item]:
    """Items whose headless phrases ("a black and a white cat") got the head of the next one."""
    filled = list(items)
    for at, item in enumerate(filled):
        if item.noun is None or not item.noun.headless:
            continue
        head = next((later.noun for later in filled[at + 1 : at + 3] if later.noun and not later.noun.headless), None)
        if head is not None:
            item.noun.nouns, item.noun.head_form, item.noun.headless = list(head.nouns), head.head_form, False
    return filled
