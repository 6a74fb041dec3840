"""What a noun phrase does: names a thing, a part, a place on a body, the weather, or speaks of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.tables import activities, collectives, listed, settings, word_set
from gouache.engines.composer.lexicon.vocabulary import named
from gouache.engines.composer.parse import settings as places
from gouache.engines.composer.parse.attach import ARMS, BODY, GRASPING, Pending, part_name, part_words
from gouache.engines.composer.parse.attributes import Attributes
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.drafts import Draft, trim
from gouache.engines.composer.parse.linking import attach
from gouache.engines.composer.parse.placing import read_place
from gouache.engines.composer.parse.state import State, add_draft, drafts_of, note_place, pending_word, relate, unlink
from gouache.engines.composer.parse.words import another
from gouache.engines.composer.scene import Kind, Rel

SPOTS = word_set("spots")
GATHERINGS = word_set("gatherings")
ONLOOKERS = word_set("onlookers")
FAMILY = 4  # heads of a family without a number
LIMBS = ("leg", "foot", "knee", "toe", "tiptoe", "hind leg", "hoof", "all fours")
BACKDROPS = ("background", "backdrop", "gradient", "wallpaper")


def read_noun(s: State, item: Item) -> None:
    phrase = item.noun
    if phrase is not None:
        trim(phrase)
    if phrase is None or about_picture(s, phrase) or read_body(s, phrase) or activity(s, phrase):
        return
    if phrase.headless and another(s, phrase):
        return
    if phrase.name == "traffic jam":
        note_place(s, phrase, settings()["city street"])
    elif read_part(s, phrase) or weather(s, phrase) or read_place(s, phrase) or predicate(s, phrase):
        return
    if phrase.head == "family" and len(phrase.nouns) > 1 and phrase.number() == 1:
        phrase.nouns.pop()
        phrase.count, phrase.plural = FAMILY, True
    if phrase.name == "family" and phrase.number() == 1:
        phrase.count, phrase.nouns = FAMILY, ["person"]
        phrase.attributes.modifiers.append("family")
    if "family" in phrase.attributes.modifiers and phrase.head == "person":
        family(s, phrase)
        return
    several = collectives().get(phrase.name)
    if several is not None and (phrase.number() == 1 or phrase.head in ("twin", "triplet")):
        phrase.attributes.modifiers += ["identical"] if phrase.head in ("twin", "triplet") else []
        phrase.count, phrase.plural, phrase.nouns = several[0], True, [several[1]]
    made = add_draft(s, phrase)
    attach(s, made)
    inner = [d for d in s.read.drafts if d.phrase is phrase.content]
    if inner and (inner[0].animate or made.kind is Kind.CARRIER):
        s.group, s.object = inner, True


def family(s: State, phrase: NounPhrase) -> None:
    """A family of n: a woman, a man and n - 2 children."""
    counts = {"woman": 1, "man": 1, "child": phrase.number() - 2}
    members = [
        add_draft(s, NounPhrase([name], name, [str(count), name], count=count, plural=count > 1))
        for name, count in counts.items()
        if count > 0
    ]
    pending = s.pending
    for member in members:
        s.pending, s.gap = pending, s.gap if member is members[0] or pending else Chunk.CONJ
        attach(s, member)
    s.group = s.group if pending else s.subject


def about_picture(s: State, phrase: NounPhrase) -> bool:
    """Backgrounds and words about the picture are no things in it."""
    if phrase.head in places.PLACE_WORDS and len(phrase.nouns) > 1 and places.only_condition(phrase):
        s.read.conditions += places.only_condition(phrase)
    elif phrase.head.rpartition(" ")[2] in BACKDROPS:
        background(s, phrase)
    elif (
        (phrase.head in listed("style_heads.tsv") or phrase.name == "latte art")
        and named(phrase.name) is None
        and pending_word(s) != "of"
    ):
        s.read.style_words.append(phrase.name)
        s.read.asides.append(phrase)
    elif phrase.name in ONLOOKERS and s.pending is not None and s.pending.relation is Rel.FACING:
        s.group = drafts_of(s, s.pending.sources) or s.group
    elif not (phrase.head in SPOTS and pending_word(s) in ("in", "at", "on", "to") and len(phrase.nouns) == 1):
        return False
    s.pending = None
    return True


def background(s: State, phrase: NounPhrase) -> None:
    colors = phrase.attributes.colors
    if colors:
        s.read.background = colors[0]
    place = places.setting_of(phrase)
    if place is not None:
        note_place(s, phrase, place)
    elif colors or len(phrase.nouns) > 1 or "plain" in phrase.attributes.modifiers:
        s.read.words += phrase.nouns[:-1]
    s.read.conditions += places.said(phrase)


def weather(s: State, phrase: NounPhrase) -> bool:
    """A noun phrase that only says when it is or what the weather does."""
    if s.lettered and s.pending is None and named(phrase.head) and s.gap in (Chunk.COMMA, Chunk.CONJ):
        return False
    if not places.is_condition(phrase) or (s.pending is None and phrase.det == "a" and named(phrase.head)):
        return False
    if s.pending is not None and s.pending.verb and s.pending.relation in (Rel.HOLDING, Rel.WEARING):
        return False
    s.read.conditions += places.said(phrase)
    s.read.spare.append(phrase)
    s.pending = None
    return True


def predicate(s: State, phrase: NounPhrase) -> bool:
    """ "The cat is a pirate": says what the subject is like, and names nothing new."""
    if not s.copula or s.pending is not None or s.before is not Chunk.COPULA or phrase.det != "a":
        return False
    for target in s.copula:
        target.attributes.merge(phrase.attributes)
        target.attributes.modifiers.append(phrase.name)
    return True


def read_body(s: State, phrase: NounPhrase) -> bool:
    """ "on its head", "with one hand", "in her arms": a place on a body, no thing."""
    pending = s.pending
    if pending is not None and pending.word in ("hold", "shake", "join") and phrase.name == "hand":
        return hand_in_hand(s, pending)
    if phrase.head in ARMS and len(phrase.nouns) > 1 and named(phrase.name) is not None:
        return False  # a robot hand
    if phrase.head not in BODY or pending is None or phrase.plural and phrase.number() > 2 and phrase.det != "poss":
        return False
    owned = phrase.det in ("poss", "the") or phrase.owner is not None or phrase.number() == 1 and phrase.head in ARMS
    owned = owned or phrase.head in LIMBS and pending.relation in (Rel.ON, Rel.ABOVE, Rel.BELOW)
    if not owned or pending.relation is Rel.WITH and phrase.head not in GRASPING and s.before is not Chunk.LINK:
        return False
    if pending.relation is Rel.WITH and (phrase.attributes != Attributes() or phrase.head not in ARMS):
        return False
    if phrase.owner:
        return on_owner(s, phrase, pending)
    owner = next(
        (d for d in [*s.subject, *reversed(s.read.drafts)] if d.animate and d not in movers(s, pending)),
        None,
    )
    on_body(s, phrase, pending, owner)
    s.pending = None
    return True


def hand_in_hand(s: State, pending: Pending) -> bool:
    """ "holding hands", "shaking hands": they stand together."""
    pair = drafts_of(s, pending.sources)
    for actor in pair:
        actor.attributes.pose = "shaking hands" if pending.word == "shake" else "holding hands"
    for one, other in zip(pair, pair[1:], strict=False):
        relate(s, Rel.NEXT_TO, one, other)
    s.pending = None
    return True


def movers(s: State, pending: Pending) -> list[Draft]:
    """What is on or in the body part: the nearest noun phrase, if it is somebody's."""
    near = drafts_of(s, pending.near)
    return near if s.object or pending.verb else []


def on_owner(s: State, phrase: NounPhrase, pending: Pending) -> bool:
    """ "on the man's shoulder"."""
    owner = mentioned_owner(phrase, s.read.drafts)
    if owner is None:
        return False
    on_body(s, phrase, pending, owner)
    s.pending = None
    return True


def on_body(s: State, phrase: NounPhrase, pending: Pending, owner: Draft | None) -> None:
    if (
        pending.relation in (Rel.WITH, None, "-")
        or owner is None
        or isinstance(pending.relation, str)
        and pending.relation not in tuple(Rel)
    ):
        return
    near = [d for d in drafts_of(s, pending.near) if d is not owner]
    for thing in near:
        held = any(
            link[1] == owner.id and link[2] == thing.id and link[0] in (Rel.HOLDING, Rel.WEARING)
            for link in s.read.relations
        )
        if held:
            continue
        unlink(s, owner, thing, Rel.WITH, Rel.NEXT_TO)
        if phrase.head in GRASPING and pending.relation in (Rel.IN, Rel.ON, Rel.BELOW):
            relate(s, Rel.HOLDING, owner, thing)
        elif thing.kind is Kind.WEARABLE:
            relate(s, Rel.WEARING, owner, thing)
        else:
            relate(s, Rel(pending.relation), thing, owner)


def read_part(s: State, phrase: NounPhrase) -> bool:
    """ "with long hair", "with lots of hands", "with a red door": belongs to what was named before."""
    pending = s.pending
    if (
        pending is None
        and s.gap in (Chunk.COMMA, Chunk.CONJ)
        and s.last is not None
        and s.verb is None
        and (s.last.relation == "part" or s.last.word == "with")
    ):
        pending = s.last
    if pending is None:
        return False
    owner = next(iter(drafts_of(s, pending.near)), None)
    body = pending.relation is Rel.WITH or pending.word in ("have", "has", "grow")
    if (
        owner is None
        or len(phrase.nouns) > 1
        or not (pending.relation == "part" or part_words(phrase, Rel.WITH if body else pending.relation, owner))
    ):
        return False
    if pending.relation == "part" and not part_words(phrase, Rel.WITH, owner):
        return False
    if phrase.head in ARMS and (phrase.count or 0) > 2:
        owner.extra_arms = max(owner.extra_arms, min(phrase.number(), 12))
    else:
        owner.attributes.parts.append(part_name(phrase, ()))
    s.last = Pending("with", "part", pending.sources, pending.near)
    s.pending = None
    return True


def activity(s: State, phrase: NounPhrase) -> bool:
    """ "playing chess", "having a picnic": a game, an instrument, a gathering, with what it needs."""
    if s.pending is None:
        return False
    gathering = phrase.head in GATHERINGS and s.pending.word in ("have", "enjoy", "throw", "celebrate")
    if s.pending.word not in ("play", "do", "practice", "practise") and not gathering:
        return False
    activity = activities().get(phrase.name) or activities().get(phrase.head)
    if activity is None:
        return False
    actors = drafts_of(s, s.pending.sources)
    for actor in actors:
        actor.attributes.pose = activity.pose if activity.pose != "-" else actor.attributes.pose
    if activity.thing:
        phrase.nouns, phrase.plural, phrase.head_form = activity.thing.split(), False, activity.thing.split()[-1]
        phrase.count = None
        s.pending.relation = Rel(activity.relation)
        attach(s, add_draft(s, phrase))
    s.pending = None
    return True


def mentioned_owner(phrase: NounPhrase, drafts: Sequence[Draft]) -> Draft | None:
    return next(
        (
            d
            for d in reversed(drafts)
            if phrase.owner and (d.name == phrase.owner or d.name.endswith(" " + phrase.owner))
        ),
        None,
    )
