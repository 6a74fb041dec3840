"""Pronouns, texts, and adjectives that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouache.engines.composer.parse.attributes import Attributes
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.coreference import SPLITTING, antecedent
from gouache.engines.composer.parse.drafts import Draft, draft
from gouache.engines.composer.parse.linking import begin, connect
from gouache.engines.composer.parse.quotes import Text
from gouache.engines.composer.parse.state import State, drafts_of, linked, relate, undo_with
from gouache.engines.composer.parse.texts import can_carry, carrier
from gouache.engines.composer.scene import Kind, Rel

RECIPROCAL = ("each other", "one another")
HIGHEST = 5  # things in a tower


def read_quality(s: State, item: Item) -> None:
    quality = item.quality
    if quality is None:
        return
    if s.before is Chunk.LINK and s.pending is not None and s.pending.word in ("on", "against") and quality.colors:
        s.read.background, s.pending = quality.colors[0], None  # a pattern on navy blue
        return
    s.read.conditions += quality.conditions
    weather = bool(quality.conditions)
    own = replace(quality, conditions=[], modifiers=[] if weather else quality.modifiers)
    for target in described(s, quality):
        target.attributes.merge(own)
    s.read.words += quality.modifiers
    s.pending = s.pending if s.pending and s.pending.verb else None


def described(s: State, quality: Attributes) -> list[Draft]:
    """Whom adjectives without a noun describe."""
    if s.copula:
        return s.copula
    if s.gap is None and s.group and s.before is Chunk.NOUN:
        return s.group
    if quality.expression or quality.pose:
        return [d for d in s.read.drafts if d.animate][:1] or s.subject
    return s.subject


def read_side(s: State, item: Item) -> None:
    targets = s.copula or (s.group if s.before in (Chunk.NOUN, Chunk.TEXT, Chunk.QUALITY, Chunk.VERB) else [])
    if s.before is Chunk.VERB and s.verb:
        targets = s.verb[1]
    for target in targets:
        target.side = item.value if target.side is None or target is targets[-1] else target.side
    if not targets:
        s.side = item.value
    s.pending = None


def read_pronoun(s: State, item: Item) -> None:
    apart = item.low in SPLITTING and s.pending is None
    targets = one_of(s, item.low) if apart else meant(s, item.low)
    if s.pending is None:
        if targets and not (s.gap is Chunk.CONJ and targets == s.subject):
            begin(s, targets)
        s.gap = None
        return
    pending, s.pending = s.pending, None
    if item.low in RECIPROCAL and pending.relation in (Rel.ON, Rel.ABOVE) and len(s.group) == 1:
        stacked(s, s.group[0])
        return
    for target in targets:
        for mover in drafts_of(s, pending.near):
            undo_with(s, target, mover)
        pending.sources = pending.near or pending.sources
        connect(s, pending, target)


def stacked(s: State, whole: Draft) -> None:
    """ "three elephants on top of each other": a tower, each on the one before."""
    below = whole
    for _ in range(min(whole.count, HIGHEST) - 1):
        copy = draft(f"n{len(s.read.drafts) + 1}", replace(whole.phrase, count=1, plural=False), s.vocabulary)
        s.read.drafts.append(copy)
        relate(s, Rel.ON, copy, below)
        below = copy
    whole.count = 1


def meant(s: State, pronoun: str) -> list[Draft]:
    """The drafts behind a pronoun. "X with Y behind it": it is X; a new sentence's "it" is the old subject."""
    pending = s.pending
    if pending is None:
        single = pronoun in ("it", "this") and s.subject and not s.subject[0].plural
        avoid = [d for d in s.read.drafts if d not in s.subject] if single else []
        return antecedent(pronoun, s.read.drafts, s.subject, avoid)
    near = drafts_of(s, pending.near)
    if s.last is not None and s.last.relation is Rel.WITH and near and near == s.group:
        owners = [d for d in drafts_of(s, s.last.near) if linked(s, d, near[-1])]
        owners = owners or [d for d in drafts_of(s, s.last.sources) if linked(s, d, near[-1])]
        if owners:
            return owners
    return antecedent(pronoun, s.read.drafts, s.subject, near)


def another(s: State, phrase: NounPhrase) -> bool:
    """ "one black and the other white", after "two cats"."""
    if not any(d.animate or d.count > 1 for d in s.read.drafts):
        return False
    for target in one_of(s, "one"):
        target.attributes.merge(phrase.attributes)
    return True


def one_of(s: State, low: str) -> list[Draft]:
    """ "two cats, one black and the other white": one of several gets a draft of its own."""
    whole = next((d for d in reversed(s.read.drafts) if d.count > 1), None)
    if whole is None:
        single = next((d for d in s.read.drafts if d.words[:1] == ["one"] or not d.attributes.colors), None)
        return [single] if single else antecedent("it", s.read.drafts, [])
    single = draft(
        f"n{len(s.read.drafts) + 1}",
        NounPhrase(list(whole.phrase.nouns), whole.phrase.head_form, [low, *whole.phrase.nouns]),
        s.vocabulary,
    )
    single.attributes.merge(whole.attributes)
    single.count = 1
    whole.count -= 1
    s.read.drafts.append(single)
    return [single]


def read_text(s: State, item: Item) -> None:
    text = s.texts.pop(0) if s.texts else Text("")
    if not text.text:
        return
    if text.name and s.group and s.group[-1].animate:
        return
    fresh = s.before is Chunk.CONJ and not any(d.kind is Kind.CARRIER for d in s.group)
    s.joined = fresh or s.before is Chunk.VERB
    apart = s.joined or (s.lettered and text.name)
    if text.said and s.gap is Chunk.COMMA and s.object and not can_carry(s.group[-1]) and speaks(s, text, s.subject):
        return
    target = None if apart else carrier(s.group, s.subject, s.read.drafts, s.lettered)
    if target is not None:
        if target.place and can_carry(target):
            target.place = False
            s.read.places = [place for place in s.read.places if place[1] != " ".join(target.words).lower()]
        target.text = text.text if target.text is None else f"{target.text}\n{text.text}"
    elif s.before in (Chunk.NOUN, Chunk.RELATIVE, Chunk.QUALITY) and speaks(s, text, s.group):
        return
    else:
        s.read.texts.append(text.text)
        s.loose = text.text
    s.pending = None


def speaks(s: State, text: Text, speakers: Sequence[Draft]) -> bool:
    """Somebody who says something gets a speech bubble."""
    if s.lettered or not speakers or not (speakers[-1].animate or speakers[-1].attributes.pose):
        return False
    bubble = draft(
        f"n{len(s.read.drafts) + 1}", NounPhrase(["speech bubble"], "bubble", ["speech bubble"]), s.vocabulary
    )
    bubble.text = text.text
    s.read.drafts.append(bubble)
    relate(s, Rel.NEXT_TO, bubble, speakers[-1])
    return True
