"""What verbs, links and copulas do."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.morphology import Form, Verb
from gouache.engines.composer.lexicon.tables import keyed, phrasals, word_set
from gouache.engines.composer.parse.attach import Pending
from gouache.engines.composer.parse.chunks import Chunk, Item
from gouache.engines.composer.parse.coreference import antecedent
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.parse.linking import implied
from gouache.engines.composer.parse.state import State, negate, relate, undo_with
from gouache.engines.composer.scene import Kind, Rel

STANCES = word_set("stances")
NEARBY = word_set("nearby")


def read_verb(s: State, item: Item) -> None:
    verb = item.verb
    if verb is None:
        return
    actors = actors_of(s, verb)
    nobody = not (actors or s.read.drafts or s.read.conditions or s.read.spare)
    if nobody and verb.form is Form.GERUND and (verb.pose or verb.relation):
        actors = [implied(s)]
    act(s, item.low, verb, actors)
    s.verb = s.doing = (verb, actors)
    ids = [d.id for d in actors]
    name, inverse = (verb.relation or "object").removeprefix("<"), (verb.relation or "").startswith("<")
    if verb.lemma != "be":
        relation: Rel | str = Rel(name) if name in tuple(Rel) else name
        s.pending = Pending(verb.lemma, relation, ids, ids, inverse=inverse, verb=True)
    s.copula = None
    s.relative = False


def actors_of(s: State, verb: Verb) -> list[Draft]:
    if s.copula:
        return s.copula
    if s.before is Chunk.TEXT and verb.form in (Form.PAST, Form.PARTICIPLE):
        return []
    if s.before is Chunk.NOUN and s.object and verb.form in (Form.PAST, Form.PARTICIPLE) and s.group:
        return s.group
    if s.relative:
        return s.group or s.subject
    if verb.lemma == "use" and verb.form is Form.GERUND and s.object:
        return s.subject  # "looking at a whale using binoculars"
    at_place = s.last is not None and s.last.word == "place" and s.gap is None
    if at_place and verb.lemma in NEARBY and verb.form in (Form.PAST, Form.PARTICIPLE):
        return []  # "a field covered with flowers"
    if not s.object or s.gap in (Chunk.COMMA, Chunk.CONJ, Chunk.STOP) or not s.group:
        return s.subject
    finite = verb.form in (Form.THIRD, Form.BASE)
    somebody = any(d.animate for d in s.subject)
    passive = verb.lemma in NEARBY and not (somebody and verb.form is Form.GERUND and verb.relation is not None)
    near_fits = s.group[-1].animate or passive or not somebody
    worn = s.group[-1].kind is Kind.WEARABLE and not passive
    return s.group if near_fits and not finite and not worn else s.subject


def act(s: State, low: str, verb: Verb, actors: Sequence[Draft]) -> None:
    expression = keyed("expressions.tsv").get(low) or keyed("expressions.tsv").get(_gerund(verb.lemma))
    active = verb.form in (Form.GERUND, Form.THIRD, Form.BASE)
    for actor in actors:
        actor.attributes.deeds += [verb.lemma] if active and not expression else []
        if expression:
            actor.attributes.expression = expression
        elif (
            verb.pose
            and (actor.animate or verb.relation is None and verb.pose != "sitting" or actor.kind is Kind.FOOD)
            and not _suffered(verb)
        ):
            actor.attributes.pose = _stronger(actor.attributes.pose, verb.pose)


def read_link(s: State, item: Item) -> None:
    if s.verb is not None and s.before is Chunk.VERB:
        verb_link(s, item)
    elif item.value.endswith("+"):
        beside_pronoun(s, item)
    elif item.low == "without":
        negate(s, item)
    else:
        plain_link(s, item)
    s.relative = False


def verb_link(s: State, item: Item) -> None:
    verb, actors = s.verb if s.verb else (None, [])
    if verb is None:
        return
    ids = [d.id for d in actors]
    value, pose = phrasals().get((verb.lemma, item.low), (item.value, None))
    if value == "using" and verb.form in (Form.PAST, Form.PARTICIPLE):
        value = item.value  # painted on a wall, not with it
    if pose:
        for actor in actors:
            actor.attributes.pose = _stronger(actor.attributes.pose, pose)
    if item.low == "by" and verb.form in (Form.PAST, Form.PARTICIPLE) and (verb.lemma, "by") not in phrasals():
        by(s, verb, actors, ids)
        return
    if value in ("of", "with", "by") and (verb.lemma, item.low) not in phrasals():
        value = "with" if value == "with" else "next_to" if value == "by" else "-"
    s.pending = pending_of(s, item.low, value, ids, ids, verb=True)
    s.copula = None


def by(s: State, verb: Verb, actors: Sequence[Draft], ids: list[str]) -> None:
    """The passive: "a sign held by a cat"."""
    for actor in actors:
        actor.attributes.pose = None if actor.attributes.pose == verb.pose else actor.attributes.pose
    relation = Rel(verb.relation) if verb.relation in tuple(Rel) else "-"
    s.pending = Pending("by", relation, ids, ids, inverse=True, verb=True)


def pending_of(s: State, word: str, value: str, ids: list[str], near: list[str], verb: bool = False) -> Pending:
    inverse, name = value.startswith("<"), value.removeprefix("<")
    relation: Rel | str | None = Rel(name) if name in tuple(Rel) else name
    if name == "by":
        relation = Rel.NEXT_TO
    return Pending(word, relation, ids, near, inverse, verb)


def plain_link(s: State, item: Item) -> None:
    value = item.value
    if s.gap is None and s.doing and item.low in ("at", "to", "towards"):
        verb, actors = s.doing
        known = phrasals().get((verb.lemma, item.low))
        if known is not None:
            ids = [d.id for d in actors]
            s.pending = pending_of(s, item.low, known[0], ids, ids, verb=True)
            return
    apart = s.gap in (Chunk.COMMA, Chunk.CONJ)
    near = s.copula or (s.subject if apart else s.group)
    subject = s.copula or s.subject
    if s.gap is Chunk.STOP and s.before is not Chunk.COPULA:
        near, subject = [], []
        s.subject, s.group = [], []
    if value in ("-", "of") and item.low not in ("from",):
        s.pending = Pending(item.low, "-", [], [d.id for d in near])
        return
    s.pending = pending_of(s, item.low, value, [d.id for d in subject], [d.id for d in near])


def beside_pronoun(s: State, item: Item) -> None:
    """ "one beer to its left"."""
    movers = s.group[-1:]
    targets = [d for d in s.subject if d not in movers] or antecedent("it", s.read.drafts, [], avoid=movers)
    for mover in movers:
        for target in targets:
            undo_with(s, target, mover)
            relate(s, Rel(item.value.rstrip("+")), mover, target)


def read_copula(s: State, item: Item) -> None:
    if item.low in ("do", "does", "did") and s.before is Chunk.CONJ:  # "and so does a gecko"
        s.object, s.last, s.verb, s.gap = False, None, None, Chunk.CONJ
        return
    if s.before in (
        Chunk.NOUN,
        Chunk.PRONOUN,
        Chunk.RELATIVE,
        Chunk.TEXT,
        Chunk.QUALITY,
        Chunk.COMMA,
        Chunk.SIDE,
        Chunk.CONJ,
    ):
        near = s.group if s.relative else s.subject
        s.copula = list(near) or None
    if s.fronted is not None or s.before in (Chunk.SIDE, Chunk.STOP, None):
        s.copula, s.gap, s.object = None, Chunk.STOP, False
    if item.low in ("has", "have", "had", "having") and s.copula:
        ids = [d.id for d in s.copula]
        s.pending = Pending("have", Rel.WITH, ids, ids, verb=True)


def _suffered(verb: Verb) -> bool:
    """Whether the form says what was done to something: "worn", "ridden"."""
    return verb.form is Form.PARTICIPLE and verb.relation is not None


def _stronger(old: str | None, new: str) -> str:
    """A stance outlives what the hands do in it: "sitting on a bench, reading"."""
    return old if old in STANCES and new not in STANCES else new


def _gerund(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") else lemma) + "ing"
