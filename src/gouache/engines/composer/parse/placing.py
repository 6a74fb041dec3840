"""Where the picture plays."""

from __future__ import annotations

from gouache.engines.composer.lexicon.tables import Setting
from gouache.engines.composer.lexicon.vocabulary import named
from gouache.engines.composer.parse import settings as places
from gouache.engines.composer.parse.attach import Pending
from gouache.engines.composer.parse.chunks import Chunk, NounPhrase
from gouache.engines.composer.parse.linking import attach
from gouache.engines.composer.parse.state import State, add_draft, note_place, settle
from gouache.engines.composer.scene import Rel

EVENTS = frozenset({"festival", "parade", "race", "show", "rally", "contest", "exhibition", "convention"})
SHOWN = 3
TAKING_THINGS = (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.WITH, Rel.USING, Rel.RIDING)


def read_place(s: State, phrase: NounPhrase) -> bool:
    """Whether the phrase says where the picture plays. A place as a subject is kept as a draft that may be dropped."""
    place = places.setting_of(phrase)
    if place is None or s.pending is not None and s.pending.relation in ("of", "as", "like"):
        return False
    festive(s, phrase)
    pending = s.pending
    if pending is None and not (s.object and s.gap is Chunk.CONJ and s.last and s.last.word == "place"):
        subject_place(s, phrase, place)
        return True
    relation = (pending or s.last or Pending("-", "-", [], [])).relation
    about_thing = relation is not Rel.WITH or place.solid or bool(s.subject) and not s.subject[0].place
    if relation in TAKING_THINGS and about_thing and not (pending and pending.word in ("in", "at") and not place.solid):
        return relation is Rel.WITH and backdrop(s, phrase, place)
    if place.solid and relation not in places.ENTERING:
        return False
    if place.key == "sky" and s.object and s.subject:
        s.read.conditions += places.said(phrase)
        settle(s)
        return True
    note_place(s, phrase, places.beneath(place) if relation is Rel.BELOW else place)
    settle(s)
    return True


def festive(s: State, phrase: NounPhrase) -> None:
    """ "A hot air balloon festival" shows several of what it is about."""
    about = " ".join(phrase.nouns[:-1])
    if phrase.nouns[-1] not in EVENTS or not about or named(about) is None:
        return
    shown = NounPhrase([about], about, [about], count=SHOWN, plural=True)
    made = add_draft(s, shown)
    s.subject, s.group, s.object = [made], [made], False
    phrase.nouns = phrase.nouns[-1:]


def backdrop(s: State, phrase: NounPhrase, place: Setting) -> bool:
    if place.solid or phrase.count:
        return False
    note_place(s, phrase, place)
    settle(s)
    return True


def subject_place(s: State, phrase: NounPhrase, place: Setting) -> None:
    made = add_draft(s, phrase)
    made.place = not place.solid
    attach(s, made)
    if not place.solid:
        note_place(s, phrase, place)
