"""Noun phrases to relations."""

from __future__ import annotations

from dataclasses import replace

from gouache.engines.composer.lexicon.tables import materials, word_set
from gouache.engines.composer.parse.attach import Pending, joins, sources
from gouache.engines.composer.parse.chunks import Chunk, NounPhrase
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.parse.meaning import direct_object, refined
from gouache.engines.composer.parse.state import State, add_draft, drafts_of, relate
from gouache.engines.composer.parse.texts import can_carry
from gouache.engines.composer.scene import Kind, Rel

BEARING = (
    "on",
    "onto",
    "in",
    "across",
    "above",
    "over",
    "below",
    "under",
    "into",
    "along",
)  # links to a text's carrier
LIKENESS = {"as": "dressed as", "like": "like", "dress up as": "dressed as"}
INKS = word_set("inks")
GIVING = word_set("giving")


def attach(s: State, new: Draft) -> None:
    if s.pending is not None:
        pending, s.pending = s.pending, None
        connect(s, pending, new)
        s.group, s.object, s.last = [new], True, pending
    elif s.last is not None and s.last.relation == "part" and s.gap is Chunk.CONJ and s.verb is None:
        s.last = Pending("with", Rel.WITH, s.last.sources, s.last.near)
        connect(s, s.last, new)
        s.group, s.object = [new], True
    elif s.gap is None and s.object and given(s, new):
        relate(s, Rel.HOLDING, s.group[-1], new)
    elif s.gap is None and s.elided is not None and s.before is Chunk.NOUN and s.subject:
        again = replace(s.elided, sources=[s.subject[-1].id], near=[s.subject[-1].id])
        s.subject[-1].attributes.pose = next((d.attributes.pose for d in drafts_of(s, s.elided.sources)), None)
        s.elided = None
        connect(s, again, new)
        s.group, s.object, s.last = [new], True, again
    elif s.object and s.gap in (Chunk.CONJ, Chunk.COMMA) and s.last is not None and joins_objects(s, new):
        connect(s, s.last, new)
        s.group.append(new)
    elif (
        not s.object
        and s.subject
        and s.gap in (Chunk.CONJ, Chunk.COMMA)
        and s.verb is None
        and s.before is not Chunk.COPULA
    ):
        s.subject = [*s.subject, new] if new not in s.subject else s.subject
        s.group = s.subject
    else:
        told = s.last if s.object and s.gap is Chunk.CONJ and new.animate else None
        begin(s, [new])
        s.elided = told if told is not None and told.verb else None
    s.gap = None
    s.copula = None
    s.verb = None


def given(s: State, new: Draft) -> bool:
    """Whether the verb had a receiver before this object: "gives a woman a laptop"."""
    giving = s.last is not None and s.last.word in GIVING
    return giving and bool(s.group) and s.group[-1].animate and not new.animate


def joins_objects(s: State, new: Draft) -> bool:
    before = s.group[-1] if s.group else new
    return s.last is not None and joins(s.last, before, new, any(d.animate for d in s.subject))


def connect(s: State, pending: Pending, obj: Draft) -> None:
    if s.loose is not None and obj.name in INKS:
        obj.dropped = True
        return
    if s.loose is not None and pending.word in BEARING and obj.text is None:
        letter(s, obj)
        if not s.joined:
            return
    owners = sources(pending, obj, drafts_of(s, pending.near), drafts_of(s, pending.sources), s.last)
    owners = [d for d in owners if d is not obj]
    if not owners:
        s.fronted = (pending, obj) if not s.subject else None
        return
    for owner in owners:
        connect_one(s, pending, owner, obj)


def connect_one(s: State, pending: Pending, owner: Draft, obj: Draft) -> None:
    match pending.relation:
        case "of":
            made_of(s, owner, obj)
        case "as" | "like":
            owner.attributes.modifiers.append(f"{LIKENESS.get(pending.word, 'shaped like')} {obj.name}")
            obj.dropped = True
        case "between":
            between(s, pending, owner, obj)
        case "against":
            relate(s, Rel.IN_FRONT_OF, owner, obj)
        case "from":
            if s.last is not None and s.last.relation is Rel.EATING and owner.animate:
                relate(s, Rel.HOLDING, owner, obj)
        case Rel.IN if pending.word == "in" and _is_matter(obj) and not owner.animate:
            made_of(s, owner, obj)
        case "object" if pending.word in ("fly", "land") and owner.animate:
            owner.attributes.pose = None
            relate(s, Rel.RIDING if obj.kind is Kind.VEHICLE else Rel.HOLDING, owner, obj)
        case "object":
            relate(s, direct_object(owner, obj), owner, obj)
        case Rel():
            relation, swapped = refined(pending.relation, pending.word, owner, obj)
            first, second = (obj, owner) if swapped != pending.inverse else (owner, obj)
            relate(s, relation, first, second)
        case _:
            pass


def _is_matter(obj: Draft) -> bool:
    """Whether a phrase names what something is made or painted in: "in rusty iron", "in stained glass"."""
    return obj.phrase.head in materials() and not obj.phrase.det and not obj.phrase.plural and not obj.count > 1


def made_of(s: State, owner: Draft, obj: Draft) -> None:
    known = materials().get(obj.phrase.head) or materials().get(obj.phrase.head_form) or materials().get(obj.name)
    if known is not None:
        owner.attributes.material = known[0]
    else:
        owner.attributes.modifiers.append(f"made of {obj.name}")
    owner.attributes.colors += [c for c in obj.attributes.colors if c not in owner.attributes.colors]
    obj.dropped = True


def between(s: State, pending: Pending, owner: Draft, obj: Draft) -> None:
    first = not any(link[1] == owner.id and link[0] is Rel.RIGHT_OF for link in s.read.relations)
    if obj.count > 1 and first:
        relate(s, Rel.NEXT_TO, owner, obj)
    else:
        relate(s, Rel.RIGHT_OF if first else Rel.LEFT_OF, owner, obj)


def letter(s: State, obj: Draft) -> None:
    """A text whose carrier is named after it: "'START' written on a wall"."""
    if s.loose is not None and obj.name in INKS:
        obj.dropped = True
        return
    if s.loose is not None and (can_carry(obj) or not obj.animate):
        obj.text = s.loose
        s.read.texts = [t for t in s.read.texts if t != s.loose]
    s.loose = None


def begin(s: State, subject: list[Draft]) -> None:
    s.subject, s.group, s.object, s.last = subject, subject, False, None
    s.elided = None
    if s.fronted is not None:
        pending, landmark = s.fronted
        s.fronted = None
        if landmark is not None:
            pending.sources = pending.near = [d.id for d in subject]
            connect(s, pending, landmark)


def implied(s: State) -> Draft:
    """Somebody who does what the prompt says without saying who."""
    made = add_draft(s, NounPhrase(["person"], "person", ["person"]))
    begin(s, [made])
    return made
