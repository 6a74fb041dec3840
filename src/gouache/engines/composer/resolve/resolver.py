"""From a node's name to what is drawn: a ladder of ever weaker answers, never a random neighbour.

House drawing, concept table, the pack's exact label, WordNet synonym, symbol, the same for the last words of the
name, a thing that serves alike, keyword, hypernym, embedding, and at the foot the generic drawing of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from zlib import crc32

from gouache.engines.composer.art import Pack, pack
from gouache.engines.composer.lexicon import Concept, concept
from gouache.engines.composer.resolve import gallery
from gouache.engines.composer.resolve.answers import creature, of_concept, of_label, person
from gouache.engines.composer.resolve.question import (
    ALIVE,
    SIZES,
    Question,
    agrees,
    fits,
    kind_of,
    kinds_agree,
    made,
    sense_in,
    unlisted,
)
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.resolve.species import species_named
from gouache.engines.composer.resolve.tables import broad, generic, symbols
from gouache.engines.composer.scene import Kind, Node

SAME = 0.8  # cosine from which two names mean the same
NEAR = 0.62  # cosine from which one may stand in for the other, if they are of one class
NEAR_MADE = 0.7  # the same among things made by people, which is a wide class
AKIN = 0.45  # cosine that a keyword's label must have
STEPS = 3  # hypernyms up
ABSTRACT = "abstract composition"  # shapes for what has none; four of them, so that words differ
BOARD = Concept("sign", Kind.CARRIER, 1.0)  # the one drawing that is always there

Rung = Callable[[Question], Resolution | None]


def resolve(node: Node, look: str = "soft", needs_rig: bool = False) -> Resolution:
    """What a node is drawn as. `look` is "soft" or "flat"; `needs_rig` asks for a body that can act."""
    name = " ".join(node.concept.lower().split())
    return _answer(Question(name, node.kind, look, needs_rig, pack(), bool(node.material or node.pattern)))


@lru_cache(4096)
def _answer(question: Question) -> Resolution:
    name = question.name
    if question.kind is Kind.PERSON:
        return person(question, concept(name))
    for form in _forms(name):
        found = _first(replace(question, name=form), (named, labelled, synonymous, symbolic))
        if found is not None:
            return found
    return _shortened(question) or _first(question, (kindred, tagged, broader, embedded)) or generic_of(question)


def _first(question: Question, rungs: tuple[Rung, ...]) -> Resolution | None:
    return next((found for rung in rungs if (found := rung(question)) is not None), None)


def _forms(name: str) -> Iterator[str]:
    """The name itself, without hyphens, and in the singular."""
    yield name
    if "-" in name:
        yield name.replace("-", " ")
    for ending, stem in (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("s", "")):
        if name.endswith(ending) and len(name) > len(ending) + 2 and not name.endswith("ss"):
            yield name.removesuffix(ending) + stem


def _shortened(question: Question) -> Resolution | None:
    """The last words alone: "garden bench" is a bench. A dropped noun makes it a stand-in, an adjective does not."""
    words = question.name.split()
    for start in range(1, len(words)):
        rest = replace(question, name=" ".join(words[start:]))
        found = _first(rest, (named, labelled, synonymous))
        if found is not None and not _another_sort(question, found):
            whole = _is_noun(question.art, words[start - 1])
            stands_in = question.name if whole and found.stands_in_for is None else found.stands_in_for
            return replace(found, confidence=found.confidence * 0.85, stands_in_for=stands_in)
    return None


def _another_sort(question: Question, found: Resolution) -> bool:
    """A baseball bat is no animal."""
    entry = concept(question.name)
    return entry is not None and entry.kind not in ALIVE and found.concept.kind in ALIVE


def _is_noun(art: Pack | None, word: str) -> bool:
    return concept(word) is not None or (art is not None and art.vocabulary().is_noun(word))


# rungs


def named(question: Question) -> Resolution | None:
    """A house drawing, a species or a concept of this very name."""
    entry = concept(question.name)
    if entry is None:
        drawn = gallery.house_name([question.name])
        own = unlisted(question.name, question.kind)
        return Resolution(own, Means.HOUSE, drawn, 1.0, "name") if drawn else creature(question)
    if question.kind is Kind.ANIMAL and entry.kind is not Kind.ANIMAL:
        return creature(question)  # "a mole": the parser knows which one is meant
    return of_concept(question, entry)


def labelled(question: Question) -> Resolution | None:
    """The pack's drawing of exactly this label."""
    label = gallery.exact(question.art, question.name) if question.art else None
    return of_label(question, label, "name", 1.0) if label else None


def synonymous(question: Question) -> Resolution | None:
    """A word of the same WordNet synset, if that is what the word means first."""
    sense = sense_in(question)
    for word in sense.synonyms[0] if sense else ():
        if word in broad() or concept(question.name) not in (None, concept(word)) or not _means_first(question, word):
            continue
        found = _first(replace(question, name=word), (named, labelled))
        if found is not None and found.confidence > 0.8 and fits(sense, found):
            return replace(found, how="synonym", confidence=0.9, stands_in_for=None)
    return None


def _means_first(question: Question, word: str) -> bool:
    """A hydrant is called a plug, but a plug is first of all something else."""
    other = question.art.word(word) if question.art else None
    return other is not None and other.noun is not None and question.name in other.noun.synonyms[0]


def symbolic(question: Question) -> Resolution | None:
    """What one draws for a word without a shape: love is a heart."""
    for name in symbols().get(question.name, ()):
        drawing = gallery.written(question.art, name, question.look) if ":" in name else None
        if drawing:
            return Resolution(unlisted(question.name, Kind.THING), Means.PACK, drawing, 0.8, "keyword")
        found = _first(replace(question, name=name, kind=Kind.THING), (named, labelled)) if ":" not in name else None
        if found is not None:
            return replace(found, how="keyword", confidence=0.8, stands_in_for=question.name)
    return None


def kindred(question: Question) -> Resolution | None:
    """Something that serves like a known concept nobody has drawn: for a seat, a chair."""
    entry = concept(question.name)
    traits = sorted(entry.traits & generic().keys()) if entry and entry.kind is not Kind.ANIMAL else []
    return _any_of(question, traits[0], entry.kind) if entry and traits else None


def tagged(question: Question) -> Resolution | None:
    """A label with this keyword, of the same class and near in meaning."""
    if question.art is None:
        return None
    found = gallery.tagged(question.art, question.name)
    labels = [label for label in found if agrees(question, label) and not _qualifies(question.name, label)]
    if not labels:
        return None
    scores = dict(question.art.nearest(question.name, 60))
    best = max(labels, key=lambda label: scores.get(label, 0.0))
    if scores.get(best, 0.0) < AKIN:
        return None
    return of_label(question, best, "keyword", 0.7, question.name)


def broader(question: Question) -> Resolution | None:
    """The nearest thing up the tree of WordNet that can be drawn, standing in."""
    sense = sense_in(question)
    for step, words in enumerate(sense.hypernyms[0][:STEPS] if sense and sense.hypernyms else ()):
        for word in words:
            if word in broad() or (entry := concept(word)) is not None and entry.name != word and entry.name in broad():
                continue
            found = _first(replace(question, name=word), (named, labelled))
            if found is not None and fits(sense, found):
                confidence = 0.6 - 0.1 * step
                return replace(found, how="kind", confidence=confidence, stands_in_for=question.name)
    return None


def embedded(question: Question) -> Resolution | None:
    """The label nearest in meaning, if it is near enough."""
    if question.art is None or question.kind is Kind.ANIMAL:
        return None
    for label, score in question.art.nearest(question.name, 8):
        if score < NEAR:
            return None
        if not gallery.retrievable(question.art, label):
            continue
        if _qualifies(question.name, label):
            continue
        if score >= SAME and kinds_agree(question, label) and (sense_in(question) is None or agrees(question, label)):
            return of_label(question, label, "embedding", score)
        if agrees(question, label) and (score >= NEAR_MADE or not made(question)):
            return of_label(question, label, "embedding", score, question.name)
    return None


def _qualifies(word: str, label: str) -> bool:
    """Whether a word only qualifies a label: a kitchen is no kitchen knife, a neck no necktie."""
    return label.startswith(word) and label != word and not label.removeprefix(word).startswith(("ing", "er", "s"))


def generic_of(question: Question) -> Resolution:
    """The foot of the ladder: any thing of that kind."""
    kind = kind_of(question)
    if kind is Kind.PERSON:
        return person(question, None)
    return _any_of(question, kind, kind) or Resolution(BOARD, Means.CARRIER, "sign", 0.0, "kind", question.name)


def _any_of(question: Question, sort: str, kind: Kind) -> Resolution | None:
    """The first drawing that exists of a row of the generic table."""
    for drawing in generic()[sort]:
        collection, _, name = drawing.partition(":")
        found = _generic(question, kind, collection, name)
        if found is not None:
            return found
    return None


def _generic(question: Question, kind: Kind, collection: str, name: str) -> Resolution | None:
    entry = unlisted("abstract shapes", kind) if name.startswith(ABSTRACT) else concept(name) or unlisted(name, kind)
    entry = replace(entry, metres=SIZES.get(kind, 0.4))
    if collection == "rig":
        known = species_named(name)
        return Resolution(entry, Means.CHARACTER, known, 0.2, "kind", question.name) if known else None
    if collection == "carrier":
        return Resolution(entry, Means.CARRIER, name, 0.3, "kind", question.name)
    if name == ABSTRACT:
        name += ("", " 2", " 3", " 4")[crc32(question.name.encode()) % 4]
    drawing = gallery.written(question.art, f"{collection}:{name}", question.look)
    if drawing is None:
        return None
    means = Means.HOUSE if collection == "house" else Means.PACK
    return Resolution(entry, means, name if means is Means.HOUSE else drawing, 0.2, "kind", question.name)
