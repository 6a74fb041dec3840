"""From a node's name to what is drawn: a ladder of ever weaker answers, never a random neighbour.

House drawing, concept table, the pack's exact label, WordNet synonym, symbol, the same for the last words of the
name, keyword, hypernym, embedding, and at the foot the generic drawing of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from gouache.engines.composer.art import Pack, Sense, pack
from gouache.engines.composer.lexicon import Concept, concept
from gouache.engines.composer.resolve import gallery
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.resolve.senses import family, sense_of
from gouache.engines.composer.resolve.species import species_named
from gouache.engines.composer.resolve.tables import generic, lexnames, symbols
from gouache.engines.composer.scene import Kind, Node

SAME = 0.8  # cosine from which two names mean the same
NEAR = 0.62  # cosine from which one may stand in for the other, if they are of one class
NEAR_MADE = 0.7  # the same among things made by people, which is a wide class
AKIN = 0.45  # cosine that a keyword's label must have
STEPS = 3  # hypernyms up
SIZES = {Kind.PERSON: 1.7, Kind.ANIMAL: 0.6, Kind.FOOD: 0.12, Kind.PLANT: 0.5, Kind.VEHICLE: 2.0, Kind.BUILDING: 10.0,
         Kind.FURNITURE: 1.0, Kind.WEARABLE: 0.4, Kind.CARRIER: 1.0, Kind.CELESTIAL: 5.0, Kind.LANDFORM: 20.0}  # fmt: skip
ALIVE = (Kind.PERSON, Kind.ANIMAL)
# too broad to be drawn: their drawing would say more than the word
BROAD = frozenset("animal person object artifact thing entity whole structure device instrumentality container covering "
                  "equipment vehicle building plant food vessel article implement tool item creature dish support part "
                  "component unit system fabric material substance commodity produce beverage fruit vegetable machine "
                  "conveyance craft area region location way passage leader expert worker adult male female game "
                  "organism instrument furnishing furniture clothing garment mammal vertebrate body sheet surface "
                  "construction obstruction barrier figure sign line sphere solid can pin iron card "
                  "paper bag stick bar ball ring frame block cut club fan box case".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One name to resolve, with all that decides the answer."""

    name: str
    kind: Kind
    look: str
    needs_rig: bool
    art: Pack | None


Rung = Callable[[Question], Resolution | None]


def resolve(node: Node, look: str = "soft", needs_rig: bool = False) -> Resolution:
    """What a node is drawn as. `look` is "soft" or "flat"; `needs_rig` asks for a body that can act."""
    name = " ".join(node.concept.lower().split())
    question = Question(name, node.kind, look, needs_rig, pack())
    if node.kind is Kind.PERSON:
        return _person(question, concept(name))
    for form in _forms(name):
        found = _first(replace(question, name=form), (named, labelled, synonymous, symbolic))
        if found is not None:
            return found
    return _shortened(question) or _first(question, (tagged, broader, embedded)) or generic_of(question)


def _first(question: Question, rungs: tuple[Rung, ...]) -> Resolution | None:
    return next((found for rung in rungs if (found := rung(question)) is not None), None)


def _forms(name: str) -> Iterator[str]:
    """The name itself, without hyphens, and in the singular."""
    yield name
    if "-" in name:
        yield name.replace("-", " ")
    for ending, stem in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
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
        own = _unlisted(question.name, question.kind)
        return Resolution(own, Means.HOUSE, drawn, 1.0, "name") if drawn else _creature(question)
    if question.kind is Kind.ANIMAL and entry.kind is not Kind.ANIMAL:
        return _creature(question)  # "a mole": the parser knows which one is meant
    return _of_concept(question, entry)


def labelled(question: Question) -> Resolution | None:
    """The pack's drawing of exactly this label."""
    label = gallery.exact(question.art, question.name) if question.art else None
    return _of_label(question, label, "name", 1.0) if label else None


def synonymous(question: Question) -> Resolution | None:
    """A word of the same WordNet synset, if that is what the word means first."""
    sense = _sense(question)
    for word in sense.synonyms[0] if sense else ():
        if word in BROAD or concept(question.name) not in (None, concept(word)) or not _means_first(question, word):
            continue
        found = _first(replace(question, name=word), (named, labelled))
        if found is not None and found.confidence > 0.8:
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
            return Resolution(_unlisted(question.name, Kind.THING), Means.PACK, drawing, 0.8, "keyword")
        found = _first(replace(question, name=name, kind=Kind.THING), (named, labelled)) if ":" not in name else None
        if found is not None:
            return replace(found, how="keyword", confidence=0.8, stands_in_for=question.name)
    return None


def tagged(question: Question) -> Resolution | None:
    """A label with this keyword, of the same class and near in meaning."""
    if question.art is None:
        return None
    labels = [label for label in gallery.tagged(question.art, question.name) if _agrees(question, label)]
    if not labels:
        return None
    scores = dict(question.art.nearest(question.name, 60))
    best = max(labels, key=lambda label: scores.get(label, 0.0))
    if scores.get(best, 0.0) < AKIN:
        return None
    return _of_label(question, best, "keyword", 0.7, question.name)


def broader(question: Question) -> Resolution | None:
    """The nearest thing up the tree of WordNet that can be drawn, standing in."""
    sense = _sense(question)
    for step, words in enumerate(sense.hypernyms[0][:STEPS] if sense and sense.hypernyms else ()):
        for word in words:
            if word in BROAD or (entry := concept(word)) is not None and entry.name != word and entry.name in BROAD:
                continue
            found = _first(replace(question, name=word), (named, labelled))
            if found is not None:
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
        if score >= SAME and _kinds_agree(question, label):
            return _of_label(question, label, "embedding", score)
        if _agrees(question, label) and (score >= NEAR_MADE or not _made(question)):
            return _of_label(question, label, "embedding", score, question.name)
    return None


def _made(question: Question) -> bool:
    sense = _sense(question)
    return sense is not None and family(sense.lexnames[0]) == "artifact"


def generic_of(question: Question) -> Resolution:
    """The foot of the ladder: any thing of that kind."""
    kind = _kind(question)
    if kind is Kind.PERSON:
        return _person(question, None)
    for drawing in generic()[kind]:
        collection, _, name = drawing.partition(":")
        found = _generic(question, kind, collection, name)
        if found is not None:
            return found
    return Resolution(_unlisted("thing", kind), Means.HOUSE, "", 0.0, "kind", question.name)


def _generic(question: Question, kind: Kind, collection: str, name: str) -> Resolution | None:
    entry = concept(name) or _unlisted(name, kind)
    entry = replace(entry, metres=SIZES.get(kind, 0.4))
    if collection == "rig":
        known = species_named(name)
        return Resolution(entry, Means.CHARACTER, known, 0.2, "kind", question.name) if known else None
    if collection == "carrier":
        return Resolution(entry, Means.CARRIER, name, 0.3, "kind", question.name)
    drawing = gallery.written(question.art, f"{collection}:{name}", question.look)
    if drawing is None:
        return None
    means = Means.HOUSE if collection == "house" else Means.PACK
    return Resolution(entry, means, name if means is Means.HOUSE else drawing, 0.2, "kind", question.name)


# how each sort of answer is made


def _of_concept(question: Question, entry: Concept) -> Resolution | None:
    """The drawing of a known concept: house first, then by kind."""
    if entry.kind is Kind.PERSON:
        return _person(question, entry)
    drawn = gallery.house_name((question.name, entry.name))
    if drawn and not (question.needs_rig and entry.kind is Kind.ANIMAL):
        return Resolution(entry, Means.HOUSE, drawn, 1.0, "name", _narrower(question, entry))
    if entry.kind is Kind.ANIMAL:
        return _creature(question) or _of_pack(question, entry) or _any_creature(question, entry)
    drawn = gallery.house_name(entry.aliases)
    house = Resolution(entry, Means.HOUSE, drawn, 0.95, "name", _narrower(question, entry)) if drawn else None
    if entry.kind is Kind.CARRIER:
        return house or _of_pack(question, entry) or Resolution(entry, Means.CARRIER, entry.name, 0.9, "name")
    return _of_pack(question, entry) or house


def _of_pack(question: Question, entry: Concept) -> Resolution | None:
    """The pack's drawing of the asked name, or of the concept."""
    art = question.art
    if entry.drawing and (drawing := gallery.written(art, entry.drawing, question.look)):
        if drawing.startswith("house:"):
            return Resolution(entry, Means.HOUSE, drawing[6:], 0.9, "name", _narrower(question, entry))
        drawing = _own_label(question, entry) or drawing
        return Resolution(entry, Means.PACK, drawing, 1.0, "name", _narrower(question, entry))
    if art is None:
        return None
    label = gallery.exact(art, question.name) or gallery.exact(art, entry.name)
    drawing_ = gallery.choose(art, label, question.look) if label else None
    if drawing_ is None:
        return None
    stands_in = None if label == question.name else _narrower(question, entry)
    return Resolution(entry, Means.PACK, drawing_, 1.0, "name", stands_in)


def _own_label(question: Question, entry: Concept) -> str | None:
    """An alias that the pack draws by itself is better than its concept's drawing: a "strawberry pie" aside."""
    if question.art is None or question.name == entry.name or _synonym(question, entry):
        return None
    label = gallery.exact(question.art, question.name)
    return gallery.choose(question.art, label, question.look) if label else None


def _creature(question: Question) -> Resolution | None:
    """An animal through the rig: when it must act, or when only the rig knows it."""
    known = species_named(question.name)
    if known is None:
        return None
    entry = concept(question.name) or _unlisted(question.name, Kind.ANIMAL)
    if entry.kind not in ALIVE and question.kind not in ALIVE:
        return None
    if question.needs_rig or not _full_body(question, entry):
        return Resolution(entry, Means.CHARACTER, known, 1.0, "name")
    return None


def _full_body(question: Question, entry: Concept) -> bool:
    """Whether the pack shows this very animal whole; a breed that only the rig knows is not this very animal."""
    if question.name != entry.name and species_named(question.name) != species_named(entry.name):
        return False
    return _of_pack(question, entry) is not None


def _any_creature(question: Question, entry: Concept) -> Resolution | None:
    known = species_named(entry.name) or next(filter(None, map(species_named, entry.aliases)), None)
    if known is None:
        return None
    return Resolution(entry, Means.CHARACTER, known, 0.9, "name", _narrower(question, entry))


def _person(question: Question, entry: Concept | None) -> Resolution:
    """People always go through the rig, which dresses roles."""
    own = entry or concept("person") or _unlisted("person", Kind.PERSON)
    if own.kind is not Kind.PERSON:
        own = _unlisted(question.name, Kind.PERSON)
    known = species_named(question.name) or species_named(own.name) or species_named("person") or "person"
    stands_in = question.name if entry is None and species_named(question.name) is None else None
    return Resolution(own, Means.CHARACTER, known, 0.4 if stands_in else 1.0, "kind" if stands_in else "name", stands_in)


def _of_label(
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


def _narrower(question: Question, entry: Concept) -> str | None:
    """The asked name when the concept is only its kind (corgi: dog), None when it is another word for it."""
    return question.name if question.name != entry.name and not _synonym(question, entry) else None


def _synonym(question: Question, entry: Concept) -> bool:
    """Another word for a concept, as far as WordNet knows; what it does not know is taken for one."""
    word = question.art.word(question.name) if question.art else None
    if word is None or word.noun is None:
        return entry.name in question.name or not question.name.isascii() or word is None
    above = [name for sense in word.noun.hypernyms for step in sense for name in step]
    return entry.name not in above


# classes of meaning


def _sense(question: Question) -> Sense | None:
    """The noun sense that fits the node's kind, as a Sense with that one sense only."""
    word = question.art.word(question.name) if question.art else None
    return sense_of(word, question.kind) if word else None


def _agrees(question: Question, label: str) -> bool:
    """Whether a label's class is the class of the asked name; an unknown name agrees with nothing."""
    if question.art is None or (sense := _sense(question)) is None:
        return False
    entry = question.art.word(label) or question.art.word(label.split()[-1])
    group = gallery.group_of(question.art, label)
    if entry is None or entry.noun is None or group is None:
        return False
    return family(sense.lexnames[0]) == family(entry.noun.lexnames[0]) and _kinds_agree(question, label)


def _kinds_agree(question: Question, label: str) -> bool:
    group = gallery.group_of(question.art, label) if question.art else None
    return group is not None and (question.kind in (Kind.THING, group.kind) or group.kind is Kind.THING)


def _kind(question: Question) -> Kind:
    """The parser's kind; a mere thing may be known better by WordNet."""
    sense = _sense(question)
    if question.kind is not Kind.THING or sense is None:
        return question.kind
    kind, abstract = lexnames().get(sense.lexnames[0], (Kind.THING, False))
    return Kind.EFFECT if abstract else kind


def _unlisted(name: str, kind: Kind) -> Concept:
    return Concept(name, kind, SIZES.get(kind, 0.4))
