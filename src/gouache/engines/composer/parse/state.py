"""What has been read of a prompt so far, and the steps that every reader takes on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gouache.engines.composer.lexicon.morphology import Verb
from gouache.engines.composer.lexicon.tables import Setting, settings
from gouache.engines.composer.lexicon.vocabulary import Vocabulary
from gouache.engines.composer.parse import settings as places
from gouache.engines.composer.parse.attach import Pending
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.coreference import mentioned
from gouache.engines.composer.parse.drafts import Draft, draft
from gouache.engines.composer.parse.quotes import Text
from gouache.engines.composer.scene import Rel


@dataclass(slots=True)
class Read:
    """What the clauses of a prompt say. Relations are (relation, subject, object) of draft ids."""

    drafts: list[Draft] = field(default_factory=list)
    relations: list[tuple[Rel, str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    conditions: list[tuple[str, str]] = field(default_factory=list)
    places: list[tuple[Setting, str]] = field(default_factory=list)
    spare: list[NounPhrase] = field(default_factory=list)  # phrases that became no draft
    asides: list[NounPhrase] = field(default_factory=list)  # and phrases about the picture
    style_words: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # adjectives that belong to the whole picture
    background: str | None = None


@dataclass(slots=True)
class State:
    """`subject` is what the clause is about, `group` the last noun phrases joined by "and"."""

    items: Sequence[Item]
    texts: list[Text]
    vocabulary: Vocabulary
    lettered: bool  # the picture itself carries texts: a poster, a logo
    read: Read = field(default_factory=Read)
    subject: list[Draft] = field(default_factory=list)
    group: list[Draft] = field(default_factory=list)
    object: bool = False  # whether `group` is the object of `last`
    pending: Pending | None = None
    last: Pending | None = None
    elided: Pending | None = None  # the verb of the clause before: "a man sips a latte and a woman a beer"
    fronted: tuple[Pending, Draft] | None = None  # "on the table ..." before its subject
    gap: Chunk | None = Chunk.STOP  # the mark since the last noun phrase
    verb: tuple[Verb, list[Draft]] | None = None
    doing: tuple[Verb, list[Draft]] | None = None  # the same, until the clause ends
    copula: list[Draft] | None = None
    relative: bool = False
    silent: bool = False  # inside a negation
    side: str | None = None
    loose: str | None = None  # a text that waits for "written on X"
    joined: bool = False  # whether "and" stood before that text
    before: Chunk | None = None  # the chunk before this one


def add_draft(s: State, phrase: NounPhrase) -> Draft:
    """A new draft, or the earlier one that "the X" means."""
    fresh = draft(f"n{len(s.read.drafts) + 1}", phrase, s.vocabulary)
    known = mentioned(phrase, s.read.drafts, fresh.name)
    if known is not None:
        known.attributes.merge(phrase.attributes)
        return known
    s.read.drafts.append(fresh)
    if s.side is not None:
        fresh.side, s.side = s.side, None
    if phrase.content is not None:
        inner = add_draft(s, phrase.content)
        relate(s, Rel.IN, inner, fresh)
    return fresh


def pending_word(s: State) -> str:
    return s.pending.word if s.pending else ""


def settle(s: State) -> None:
    """After a place: what follows belongs to the subject again."""
    s.last = Pending("place", None, [], [])
    s.pending = None
    s.object = s.object and bool(s.group)
    s.gap = None


def note_place(s: State, phrase: NounPhrase, place: Setting) -> None:
    if "underwater" in phrase.attributes.modifiers or "underwater" in phrase.nouns:
        place = settings()["underwater"]
    s.read.places.append((place, " ".join(word.lower() for word in phrase.words)))
    s.read.conditions += places.said(phrase)
    s.read.spare.append(phrase)
    s.read.words += phrase.attributes.modifiers


def unlink(s: State, subject: Draft, obj: Draft, *kinds: Rel) -> None:
    s.read.relations = [
        link for link in s.read.relations if not (link[0] in kinds and link[1:] == (subject.id, obj.id))
    ]


def undo_with(s: State, owner: Draft, thing: Draft) -> None:
    """ "a box with a ball under it": what "with" said is said again, better."""
    if s.last is not None and s.last.relation is Rel.WITH:
        unlink(s, owner, thing, Rel.WITH, Rel.HOLDING, Rel.NEXT_TO)
        unlink(s, thing, owner, Rel.ON, Rel.IN)


def drafts_of(s: State, ids: Sequence[str]) -> list[Draft]:
    return [d for d in s.read.drafts if d.id in ids]


def relate(s: State, relation: Rel, subject: Draft, obj: Draft) -> None:
    link = (relation, subject.id, obj.id)
    if subject is not obj and link not in s.read.relations:
        unlink(s, obj, subject, Rel.WITH)
        s.read.relations.append(link)


def linked(s: State, one: Draft, other: Draft) -> bool:
    return any({one.id, other.id} == {link[1], link[2]} for link in s.read.relations)


def negate(s: State, item: Item) -> None:
    s.silent = True
    s.pending = None
