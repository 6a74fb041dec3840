"""Chunks to a graph of drafts: the reader of clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gouache.engines.composer.lexicon.morphology import Form, Verb
from gouache.engines.composer.lexicon.tables import Setting, activities, keyed, listed, materials, phrasals
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, named
from gouache.engines.composer.parse import settings as places
from gouache.engines.composer.parse.attach import ARMS, BODY, GRASPING, Pending, joins, part_name, part_words, sources
from gouache.engines.composer.parse.attributes import Attributes
from gouache.engines.composer.parse.coreference import SPLITTING, antecedent, mentioned
from gouache.engines.composer.parse.drafts import Draft, draft, trim
from gouache.engines.composer.parse.meaning import direct_object, refined
from gouache.engines.composer.parse.phrases import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.quotes import Text
from gouache.engines.composer.parse.texts import can_carry, carrier
from gouache.engines.composer.scene import Kind, Rel

SPOTS = ("corner", "side", "middle", "center", "centre", "edge", "distance", "part", "top", "bottom", "north", "south",
         "east", "west", "end", "row", "line", "circle", "front", "rear")  # fmt: skip
BACKDROPS = ("background", "backdrop", "gradient", "wallpaper")
STANCES = (
    "sitting", "lying", "sleeping", "kneeling", "riding", "driving", "swimming", "flying", "climbing", "jumping", "running",
    "walking", "floating", "skiing", "surfing",
)  # fmt: skip
GIVING = ("give", "hand", "offer", "show", "bring", "throw", "feed", "serve", "pass", "send", "sell", "toss")
NEARBY = ("park", "hang", "grow", "float", "rise", "surround", "fill", "cover", "top", "decorate", "make", "build", "carve",
          "stack", "paint", "write", "print", "draw", "lead", "contain", "stuff", "pour", "melt", "glow", "burn", "shine",
          "fall", "attach", "tie", "wrap", "load", "pack", "crown", "compose", "fold", "place", "set", "scatter", "bloom",
          "sprout", "stick", "mount", "frame", "reflect", "overlook", "spill", "display", "depict", "tow", "carry")  # fmt: skip


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


class Reader:
    """Reads items in order. `subject` is what the clause is about, `group` the last noun phrases joined by "and"."""

    def __init__(self, items: Sequence[Item], texts: Sequence[Text], vocabulary: Vocabulary, lettered: bool) -> None:
        self.items, self.texts, self.vocabulary, self.lettered = items, list(texts), vocabulary, lettered
        self.read = Read()
        self.subject: list[Draft] = []
        self.group: list[Draft] = []
        self.object = False  # whether `group` is the object of `last`
        self.pending: Pending | None = None
        self.last: Pending | None = None
        self.fronted: tuple[Pending, Draft | None] | None = None
        self.gap: Chunk | None = Chunk.STOP
        self.verb: tuple[Verb, list[Draft]] | None = None
        self.doing: tuple[Verb, list[Draft]] | None = None  # the same, until the clause ends
        self.copula: list[Draft] | None = None
        self.relative = False
        self.silent = False  # inside a negation
        self.side: str | None = None
        self.loose: str | None = None  # a text that waits for "written on X"
        self.joined = False  # whether "and" stood before that text
        self.before: Chunk | None = None

    def run(self) -> Read:
        handlers = {
            Chunk.NOUN: self._noun, Chunk.PRONOUN: self._pronoun, Chunk.VERB: self._verb, Chunk.LINK: self._link,
            Chunk.COPULA: self._copula, Chunk.QUALITY: self._quality, Chunk.SIDE: self._side, Chunk.TEXT: self._text,
            Chunk.RELATIVE: self._relative, Chunk.NEGATION: self._negation,
        }  # fmt: skip
        for at, item in enumerate(self.items):
            self._end_negation(item, self.items[at + 1] if at + 1 < len(self.items) else None)
            if item.chunk in (Chunk.COMMA, Chunk.STOP, Chunk.CONJ):
                self._mark(item)
            elif not self.silent or item.chunk is Chunk.TEXT:
                handlers[item.chunk](item)
            self.before = item.chunk
        return self.read

    # marks

    def _mark(self, item: Item) -> None:
        if item.chunk is not Chunk.CONJ:
            self.silent = False
        if item.chunk is Chunk.STOP:
            self.pending = self.last = self.loose = self.doing = None
            self.object = False
        if self.pending is not None and not self.pending.verb and item.chunk is Chunk.COMMA:
            self.pending = None
        self.gap = item.chunk
        self.verb = None
        self.relative = False
        self.copula = self.copula if item.chunk is Chunk.CONJ else None

    def _end_negation(self, item: Item, after: Item | None) -> None:
        """A new place ends "without ...": "a tree without leaves in the snow"."""
        if self.silent and item.chunk is Chunk.LINK and item.low != "of" and after is not None and after.noun:
            self.silent, self.gap = False, Chunk.COMMA

    def _negation(self, item: Item) -> None:
        self.silent = True
        self.pending = None

    def _relative(self, item: Item) -> None:
        self.relative = item.low in ("that", "which", "who", "whose", "where", "whom")
        if not self.relative:
            self.gap = Chunk.COMMA
            self.pending = None

    # noun phrases

    def _noun(self, item: Item) -> None:
        phrase = item.noun
        if phrase is not None:
            trim(phrase)
        if phrase is None or self._about_picture(phrase) or self._body(phrase) or self._activity(phrase):
            return
        if phrase.headless and self._another(phrase):
            return
        if self._part(phrase) or self._weather(phrase) or self._place(phrase) or self._predicate(phrase):
            return
        if "family" in phrase.attributes.modifiers and phrase.head == "person":
            self._family(phrase)
            return
        made = self._draft(phrase)
        self._attach(made)
        if phrase.content is not None and made.kind is Kind.CARRIER:
            self.group, self.object = [d for d in self.read.drafts if d.phrase is phrase.content], True

    def _family(self, phrase: NounPhrase) -> None:
        """A family of n: a woman, a man and n - 2 children."""
        counts = {"woman": 1, "man": 1, "child": phrase.number() - 2}
        members = [
            self._draft(NounPhrase([name], name, [str(count), name], count=count, plural=count > 1))
            for name, count in counts.items()
            if count > 0
        ]
        pending = self.pending
        for member in members:
            self.pending, self.gap = pending, self.gap if member is members[0] or pending else Chunk.CONJ
            self._attach(member)
        self.group = self.group if pending else self.subject

    def _draft(self, phrase: NounPhrase) -> Draft:
        """A new draft, or the earlier one that "the X" means."""
        fresh = draft(f"n{len(self.read.drafts) + 1}", phrase, self.vocabulary)
        known = mentioned(phrase, self.read.drafts, fresh.name)
        if known is not None:
            known.attributes.merge(phrase.attributes)
            return known
        self.read.drafts.append(fresh)
        if self.side is not None:
            fresh.side, self.side = self.side, None
        if phrase.content is not None:
            inner = self._draft(phrase.content)
            self._relate(Rel.IN, inner, fresh)
        return fresh

    def _about_picture(self, phrase: NounPhrase) -> bool:
        """Backgrounds and words about the picture are no things in it."""
        if phrase.head in places.PLACE_WORDS and len(phrase.nouns) > 1 and places.only_condition(phrase):
            self.read.conditions += places.only_condition(phrase)
        elif phrase.head.rpartition(" ")[2] in BACKDROPS:
            self._background(phrase)
        elif phrase.head in listed("style_heads.tsv") and named(phrase.name) is None and self.pending_word() != "of":
            self.read.style_words.append(phrase.name)
            self.read.asides.append(phrase)
        elif not (phrase.head in SPOTS and self.pending_word() in ("in", "at", "on", "to") and len(phrase.nouns) == 1):
            return False
        self.pending = None
        return True

    def pending_word(self) -> str:
        return self.pending.word if self.pending else ""

    def _background(self, phrase: NounPhrase) -> None:
        colors = phrase.attributes.colors
        if colors:
            self.read.background = colors[0]
        place = places.setting_of(phrase)
        if place is not None:
            self._note_place(phrase, place)
        elif colors or len(phrase.nouns) > 1 or "plain" in phrase.attributes.modifiers:
            self.read.words += phrase.nouns[:-1]
        self.read.conditions += places.said(phrase)

    def _weather(self, phrase: NounPhrase) -> bool:
        """A noun phrase that only says when it is or what the weather does."""
        if not places.is_condition(phrase) or (self.pending is None and phrase.det == "a" and named(phrase.head)):
            return False
        if self.pending is not None and self.pending.verb and self.pending.relation in (Rel.HOLDING, Rel.WEARING):
            return False
        self.read.conditions += places.said(phrase)
        self.read.spare.append(phrase)
        self.pending = None
        return True

    def _place(self, phrase: NounPhrase) -> bool:
        """Whether the phrase says where the picture plays. A place as a subject is kept as a draft that may be dropped."""
        place = places.setting_of(phrase)
        if place is None or self.pending is not None and self.pending.relation in ("of", "as", "like"):
            return False
        pending = self.pending
        if pending is None and not (self.object and self.gap is Chunk.CONJ and self.last and self.last.word == "place"):
            self._subject_place(phrase, place)
            return True
        relation = (pending or self.last or Pending("-", "-", [], [])).relation
        if relation in (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.WITH, Rel.USING, Rel.RIDING):
            if relation is not Rel.WITH or place.solid or self.subject and not self.subject[0].place:
                return relation is Rel.WITH and self._backdrop(phrase, place)
        if place.solid and relation not in places.ENTERING:
            return False
        if place.key == "sky" and self.object and self.subject:
            self.read.conditions += places.said(phrase)
            self._settle()
            return True
        self._note_place(phrase, places.beneath(place) if relation is Rel.BELOW else place)
        self._settle()
        return True

    def _backdrop(self, phrase: NounPhrase, place: Setting) -> bool:
        if place.solid or phrase.count:
            return False
        self._note_place(phrase, place)
        self._settle()
        return True

    def _settle(self) -> None:
        """After a place: what follows belongs to the subject again."""
        self.last = Pending("place", None, [], [])
        self.pending = None
        self.object = self.object and bool(self.group)
        self.gap = None

    def _subject_place(self, phrase: NounPhrase, place: Setting) -> None:
        made = self._draft(phrase)
        made.place = not place.solid
        self._attach(made)
        if not place.solid:
            self._note_place(phrase, place)

    def _note_place(self, phrase: NounPhrase, place: Setting) -> None:
        self.read.places.append((place, " ".join(word.lower() for word in phrase.words)))
        self.read.conditions += places.said(phrase)
        self.read.spare.append(phrase)
        self.read.words += phrase.attributes.modifiers

    def _predicate(self, phrase: NounPhrase) -> bool:
        """ "The cat is a pirate": says what the subject is like, and names nothing new."""
        if not self.copula or self.pending is not None or self.before is not Chunk.COPULA or phrase.det != "a":
            return False
        for target in self.copula:
            target.attributes.merge(phrase.attributes)
            target.attributes.modifiers.append(phrase.name)
        return True

    # parts of bodies and things

    def _body(self, phrase: NounPhrase) -> bool:
        """ "on its head", "with one hand", "in her arms": a place on a body, no thing."""
        pending = self.pending
        if pending is not None and pending.word == "hold" and phrase.name == "hand":
            return self._hand_in_hand(pending)
        if phrase.head not in BODY or pending is None or phrase.plural and phrase.number() > 2 and phrase.det != "poss":
            return False
        owned = (
            phrase.det in ("poss", "the") or phrase.owner is not None or phrase.number() == 1 and phrase.head in ARMS
        )
        if not owned or pending.relation is Rel.WITH and phrase.head not in GRASPING and self.before is not Chunk.LINK:
            return False
        if pending.relation is Rel.WITH and (phrase.attributes != Attributes() or phrase.head not in ARMS):
            return False
        if phrase.owner:
            return self._on_owner(phrase, pending)
        owner = next(
            (d for d in [*self.subject, *reversed(self.read.drafts)] if d.animate and d not in self._movers(pending)),
            None,
        )
        self._on_body(phrase, pending, owner)
        self.pending = None
        return True

    def _hand_in_hand(self, pending: Pending) -> bool:
        """ "holding hands": they stand together."""
        pair = self._named(pending.sources)
        for one, other in zip(pair, pair[1:], strict=False):
            self._relate(Rel.NEXT_TO, one, other)
        self.pending = None
        return True

    def _movers(self, pending: Pending) -> list[Draft]:
        """What is on or in the body part: the nearest noun phrase, if it is somebody's."""
        near = self._named(pending.near)
        return near if self.object or pending.verb else []

    def _on_owner(self, phrase: NounPhrase, pending: Pending) -> bool:
        """ "on the man's shoulder"."""
        owner = mentioned_owner(phrase, self.read.drafts)
        if owner is None:
            return False
        self._on_body(phrase, pending, owner)
        self.pending = None
        return True

    def _on_body(self, phrase: NounPhrase, pending: Pending, owner: Draft | None) -> None:
        if (
            pending.relation in (Rel.WITH, None, "-")
            or owner is None
            or isinstance(pending.relation, str)
            and pending.relation not in tuple(Rel)
        ):
            return
        near = [d for d in self._named(pending.near) if d is not owner]
        for thing in near:
            held = any(
                link[1] == owner.id and link[2] == thing.id and link[0] in (Rel.HOLDING, Rel.WEARING)
                for link in self.read.relations
            )
            if held:
                continue
            self._unlink(owner, thing, Rel.WITH, Rel.NEXT_TO)
            if phrase.head in GRASPING and pending.relation in (Rel.IN, Rel.ON, Rel.BELOW):
                self._relate(Rel.HOLDING, owner, thing)
            elif thing.kind is Kind.WEARABLE:
                self._relate(Rel.WEARING, owner, thing)
            else:
                self._relate(Rel(pending.relation), thing, owner)

    def _unlink(self, subject: Draft, obj: Draft, *kinds: Rel) -> None:
        self.read.relations = [
            link for link in self.read.relations if not (link[0] in kinds and link[1:] == (subject.id, obj.id))
        ]

    def _undo_with(self, owner: Draft, thing: Draft) -> None:
        """ "a box with a ball under it": what "with" said is said again, better."""
        if self.last is not None and self.last.relation is Rel.WITH:
            self._unlink(owner, thing, Rel.WITH, Rel.HOLDING, Rel.NEXT_TO)
            self._unlink(thing, owner, Rel.ON, Rel.IN)

    def _part(self, phrase: NounPhrase) -> bool:
        """ "with long hair", "with lots of hands", "with a red door": belongs to what was named before."""
        pending = self.pending
        if (
            pending is None
            and self.gap in (Chunk.COMMA, Chunk.CONJ)
            and self.last is not None
            and self.verb is None
            and (self.last.relation == "part" or self.last.word == "with")
        ):
            pending = self.last
        if pending is None:
            return False
        owner = next(iter(self._named(pending.near)), None)
        body = pending.relation is Rel.WITH or pending.word in ("have", "has", "grow")
        if (
            owner is None
            or len(phrase.nouns) > 1
            or not (pending.relation == "part" or part_words(phrase, Rel.WITH if body else pending.relation, owner))
        ):
            return False
        if pending.relation == "part" and not part_words(phrase, Rel.WITH, owner):
            return False
        if phrase.head in ARMS and phrase.number() > 2:
            owner.extra_arms = max(owner.extra_arms, min(phrase.number(), 12))
        else:
            owner.attributes.parts.append(part_name(phrase, ()))
        self.last = Pending("with", "part", pending.sources, pending.near)
        self.pending = None
        return True

    # verbs' special objects

    def _activity(self, phrase: NounPhrase) -> bool:
        """ "playing chess": a game or an instrument, with what it needs."""
        if self.pending is None or self.pending.word != "play":
            return False
        activity = activities().get(phrase.name) or activities().get(phrase.head)
        if activity is None:
            return False
        actors = self._named(self.pending.sources)
        for actor in actors:
            actor.attributes.pose = activity.pose
        if activity.thing:
            phrase.nouns, phrase.plural, phrase.head_form = activity.thing.split(), False, activity.thing.split()[-1]
            phrase.count = None
            self.pending.relation = Rel(activity.relation)
            self._attach(self._draft(phrase))
        self.pending = None
        return True

    # attaching

    def _named(self, ids: Sequence[str]) -> list[Draft]:
        return [d for d in self.read.drafts if d.id in ids]

    def _attach(self, new: Draft) -> None:
        if self.pending is not None:
            pending, self.pending = self.pending, None
            self._connect(pending, new)
            self.group, self.object, self.last = [new], True, pending
        elif self.last is not None and self.last.relation == "part" and self.gap is Chunk.CONJ and self.verb is None:
            self.last = Pending("with", Rel.WITH, self.last.sources, self.last.near)
            self._connect(self.last, new)
            self.group, self.object = [new], True
        elif self.gap is None and self.object and self._given(new):
            self._relate(Rel.HOLDING, self.group[-1], new)
        elif self.object and self.gap in (Chunk.CONJ, Chunk.COMMA) and self.last is not None and self._joins(new):
            self._connect(self.last, new)
            self.group.append(new)
        elif (
            not self.object
            and self.subject
            and self.gap in (Chunk.CONJ, Chunk.COMMA)
            and self.verb is None
            and self.before is not Chunk.COPULA
        ):
            self.subject = [*self.subject, new] if new not in self.subject else self.subject
            self.group = self.subject
        else:
            self._begin([new])
        self.gap = None
        self.copula = None
        self.verb = None

    def _given(self, new: Draft) -> bool:
        """Whether the verb had a receiver before this object: "gives a woman a laptop"."""
        giving = self.last is not None and self.last.word in GIVING
        return giving and bool(self.group) and self.group[-1].animate and not new.animate

    def _begin(self, subject: list[Draft]) -> None:
        self.subject, self.group, self.object, self.last = subject, subject, False, None
        if self.fronted is not None:
            pending, landmark = self.fronted
            self.fronted = None
            if landmark is not None:
                pending.sources = pending.near = [d.id for d in subject]
                self._connect(pending, landmark)

    def _joins(self, new: Draft) -> bool:
        before = self.group[-1] if self.group else new
        return self.last is not None and joins(self.last, before, new, any(d.animate for d in self.subject))

    def _connect(self, pending: Pending, obj: Draft) -> None:
        if self.loose is not None and pending.relation in (Rel.ON, Rel.IN, Rel.ABOVE) and obj.text is None:
            self._letter(obj)
            if not self.joined:
                return
        owners = sources(pending, obj, self._named(pending.near), self._named(pending.sources), self.last)
        owners = [d for d in owners if d is not obj]
        if not owners:
            self.fronted = (pending, obj) if not self.subject else None
            return
        for owner in owners:
            self._connect_one(pending, owner, obj)

    def _connect_one(self, pending: Pending, owner: Draft, obj: Draft) -> None:
        match pending.relation:
            case "of":
                self._made_of(owner, obj)
            case "as" | "like":
                owner.attributes.modifiers.append(
                    f"{'dressed as' if pending.relation == 'as' else 'shaped like'} {obj.name}"
                )
                obj.dropped = True
            case "between":
                self._between(pending, owner, obj)
            case "against":
                self._relate(Rel.IN_FRONT_OF, owner, obj)
            case "from":
                if self.last is not None and self.last.relation is Rel.EATING and owner.animate:
                    self._relate(Rel.HOLDING, owner, obj)
            case "object" if pending.word in ("fly", "land") and owner.animate:
                owner.attributes.pose = None
                self._relate(Rel.RIDING if obj.kind is Kind.VEHICLE else Rel.HOLDING, owner, obj)
            case "object":
                self._relate(direct_object(owner, obj), owner, obj)
            case Rel():
                relation, swapped = refined(pending.relation, pending.word, owner, obj)
                first, second = (obj, owner) if swapped != pending.inverse else (owner, obj)
                self._relate(relation, first, second)
            case _:
                pass

    def _made_of(self, owner: Draft, obj: Draft) -> None:
        known = materials().get(obj.phrase.head) or materials().get(obj.phrase.head_form) or materials().get(obj.name)
        if known is not None:
            owner.attributes.material = known[0]
        else:
            owner.attributes.modifiers.append(f"made of {obj.name}")
        owner.attributes.colors += [c for c in obj.attributes.colors if c not in owner.attributes.colors]
        obj.dropped = True

    def _between(self, pending: Pending, owner: Draft, obj: Draft) -> None:
        first = not any(link[1] == owner.id and link[0] is Rel.RIGHT_OF for link in self.read.relations)
        if obj.count > 1 and first:
            self._relate(Rel.NEXT_TO, owner, obj)
        else:
            self._relate(Rel.RIGHT_OF if first else Rel.LEFT_OF, owner, obj)

    def _relate(self, relation: Rel, subject: Draft, obj: Draft) -> None:
        link = (relation, subject.id, obj.id)
        if subject is not obj and link not in self.read.relations:
            self._unlink(obj, subject, Rel.WITH)
            self.read.relations.append(link)

    # verbs, links, copulas

    def _verb(self, item: Item) -> None:
        verb = item.verb
        if verb is None:
            return
        actors = self._actors(verb)
        if not actors and not self.read.drafts and verb.form is Form.GERUND and (verb.pose or verb.relation):
            actors = [self._implied()]
        self._act(item.low, verb, actors)
        self.verb = self.doing = (verb, actors)
        ids = [d.id for d in actors]
        name, inverse = (verb.relation or "object").removeprefix("<"), (verb.relation or "").startswith("<")
        if verb.lemma != "be":
            relation: Rel | str = Rel(name) if name in tuple(Rel) else name
            self.pending = Pending(verb.lemma, relation, ids, ids, inverse=inverse, verb=True)
        self.copula = None
        self.relative = False

    def _implied(self) -> Draft:
        """Somebody who does what the prompt says without saying who."""
        return self._begin_with(NounPhrase(["person"], "person", ["person"]))

    def _begin_with(self, phrase: NounPhrase) -> Draft:
        made = self._draft(phrase)
        self._begin([made])
        return made

    def _actors(self, verb: Verb) -> list[Draft]:
        if self.copula:
            return self.copula
        if self.before is Chunk.NOUN and self.object and verb.form in (Form.PAST, Form.PARTICIPLE) and self.group:
            return self.group
        if self.relative:
            return self.group or self.subject
        if not self.object or self.gap in (Chunk.COMMA, Chunk.CONJ, Chunk.STOP) or not self.group:
            return self.subject
        finite = verb.form in (Form.THIRD, Form.BASE)
        near_fits = self.group[-1].animate or verb.lemma in NEARBY or not any(d.animate for d in self.subject)
        worn = self.group[-1].kind is Kind.WEARABLE and verb.lemma not in NEARBY
        return self.group if near_fits and not finite and not worn else self.subject

    def _act(self, low: str, verb: Verb, actors: Sequence[Draft]) -> None:
        expression = keyed("expressions.tsv").get(low) or keyed("expressions.tsv").get(_gerund(verb.lemma))
        for actor in actors:
            if expression:
                actor.attributes.expression = expression
            elif verb.pose and (actor.animate or verb.pose != "sitting") and not _suffered(verb):
                actor.attributes.pose = _stronger(actor.attributes.pose, verb.pose)

    def _link(self, item: Item) -> None:
        if self.verb is not None and self.before is Chunk.VERB:
            self._verb_link(item)
        elif item.value.endswith("+"):
            self._beside_pronoun(item)
        elif item.low == "without":
            self._negation(item)
        else:
            self._plain_link(item)
        self.relative = False

    def _verb_link(self, item: Item) -> None:
        verb, actors = self.verb if self.verb else (None, [])
        if verb is None:
            return
        ids = [d.id for d in actors]
        value, pose = phrasals().get((verb.lemma, item.low), (item.value, None))
        if pose:
            for actor in actors:
                actor.attributes.pose = _stronger(actor.attributes.pose, pose)
        if item.low == "by" and verb.form in (Form.PAST, Form.PARTICIPLE) and (verb.lemma, "by") not in phrasals():
            self._by(verb, actors, ids)
            return
        if value in ("of", "with", "by") and (verb.lemma, item.low) not in phrasals():
            value = "with" if value == "with" else "next_to" if value == "by" else "-"
        self.pending = self._pending(item.low, value, ids, ids, verb=True)
        self.copula = None

    def _by(self, verb: Verb, actors: Sequence[Draft], ids: list[str]) -> None:
        """The passive: "a sign held by a cat"."""
        for actor in actors:
            actor.attributes.pose = None if actor.attributes.pose == verb.pose else actor.attributes.pose
        relation = Rel(verb.relation) if verb.relation in tuple(Rel) else "-"
        self.pending = Pending("by", relation, ids, ids, inverse=True, verb=True)

    def _pending(self, word: str, value: str, ids: list[str], near: list[str], verb: bool = False) -> Pending:
        inverse, name = value.startswith("<"), value.removeprefix("<")
        relation: Rel | str | None = Rel(name) if name in tuple(Rel) else name
        if name == "by":
            relation = Rel.NEXT_TO
        return Pending(word, relation, ids, near, inverse, verb)

    def _plain_link(self, item: Item) -> None:
        value = item.value
        if self.gap is None and self.doing and item.low in ("at", "to", "towards"):
            verb, actors = self.doing
            known = phrasals().get((verb.lemma, item.low))
            if known is not None:
                ids = [d.id for d in actors]
                self.pending = self._pending(item.low, known[0], ids, ids, verb=True)
                return
        apart = self.gap in (Chunk.COMMA, Chunk.CONJ)
        near = self.copula or (self.subject if apart else self.group)
        subject = self.copula or self.subject
        if self.gap is Chunk.STOP and self.before is not Chunk.COPULA:
            near, subject = [], []
            self.subject, self.group = [], []
        if value in ("-", "of") and item.low not in ("from",):
            self.pending = Pending(item.low, "-", [], [d.id for d in near])
            return
        self.pending = self._pending(item.low, value, [d.id for d in subject], [d.id for d in near])

    def _beside_pronoun(self, item: Item) -> None:
        """ "one beer to its left"."""
        movers = self.group[-1:]
        targets = [d for d in self.subject if d not in movers] or antecedent("it", self.read.drafts, [], avoid=movers)
        for mover in movers:
            for target in targets:
                self._undo_with(target, mover)
                self._relate(Rel(item.value.rstrip("+")), mover, target)

    def _copula(self, item: Item) -> None:
        if self.before in (
            Chunk.NOUN,
            Chunk.PRONOUN,
            Chunk.RELATIVE,
            Chunk.TEXT,
            Chunk.QUALITY,
            Chunk.COMMA,
            Chunk.SIDE,
            Chunk.CONJ,
        ):
            near = self.group if self.relative else self.subject
            self.copula = list(near) or None
        if self.fronted is not None or self.before in (Chunk.SIDE, Chunk.STOP, None):
            self.copula, self.gap, self.object = None, Chunk.STOP, False
        if item.low in ("has", "have", "had", "having") and self.copula:
            ids = [d.id for d in self.copula]
            self.pending = Pending("have", Rel.WITH, ids, ids, verb=True)

    def _quality(self, item: Item) -> None:
        quality = item.quality
        if quality is None:
            return
        self.read.conditions += quality.conditions
        for target in self._described(quality):
            conditions, modifiers = (
                quality.conditions,
                [m for m in quality.modifiers if (m, m) not in quality.conditions],
            )
            target.attributes.merge(
                Attributes(**{**_fields(quality), "conditions": [], "modifiers": [] if conditions else modifiers})
            )
        self.read.words += quality.modifiers
        self.pending = None if not (self.pending and self.pending.verb) else self.pending

    def _described(self, quality: Attributes) -> list[Draft]:
        """Whom adjectives without a noun describe."""
        if self.copula:
            return self.copula
        if self.gap is None and self.group and self.before is Chunk.NOUN:
            return self.group
        if quality.expression or quality.pose:
            return [d for d in self.read.drafts if d.animate][:1] or self.subject
        return self.subject

    def _side(self, item: Item) -> None:
        targets = self.copula or (
            self.group if self.before in (Chunk.NOUN, Chunk.TEXT, Chunk.QUALITY, Chunk.VERB) else []
        )
        if self.before is Chunk.VERB and self.verb:
            targets = self.verb[1]
        for target in targets:
            target.side = item.value
        if not targets:
            self.side = item.value
        self.pending = None

    # pronouns and texts

    def _pronoun(self, item: Item) -> None:
        if item.low in SPLITTING and self.pending is None:
            targets = self._one(item.low)
        else:
            targets = self._meant(item.low)
        if self.pending is None:
            if targets and not (self.gap is Chunk.CONJ and targets == self.subject):
                self._begin(targets)
            self.gap = None
            return
        pending, self.pending = self.pending, None
        for target in targets:
            for mover in self._named(pending.near):
                self._undo_with(target, mover)
            pending.sources = pending.near or pending.sources
            self._connect(pending, target)

    def _meant(self, pronoun: str) -> list[Draft]:
        """The drafts behind a pronoun. "X with Y behind it": it is X; a new sentence's "it" is the old subject."""
        pending = self.pending
        if pending is None:
            single = pronoun in ("it", "this") and self.subject and not self.subject[0].plural
            avoid = [d for d in self.read.drafts if d not in self.subject] if single else []
            return antecedent(pronoun, self.read.drafts, self.subject, avoid)
        near = [] if pending.verb else self._named(pending.near)
        if self.last is not None and self.last.relation is Rel.WITH and near and near == self.group:
            owners = [d for d in self._named(self.last.near) if self._linked(d, near[-1])]
            owners = owners or [d for d in self._named(self.last.sources) if self._linked(d, near[-1])]
            if owners:
                return owners
        return antecedent(pronoun, self.read.drafts, self.subject, near)

    def _linked(self, one: Draft, other: Draft) -> bool:
        return any({one.id, other.id} == {link[1], link[2]} for link in self.read.relations)

    def _another(self, phrase: NounPhrase) -> bool:
        """ "one black and the other white", after "two cats"."""
        if not any(d.animate or d.count > 1 for d in self.read.drafts):
            return False
        for target in self._one("one"):
            target.attributes.merge(phrase.attributes)
        return True

    def _one(self, low: str) -> list[Draft]:
        """ "two cats, one black and the other white": one of several gets a draft of its own."""
        whole = next((d for d in reversed(self.read.drafts) if d.count > 1), None)
        if whole is None:
            single = next((d for d in self.read.drafts if d.words[:1] == ["one"] or not d.attributes.colors), None)
            return [single] if single else antecedent("it", self.read.drafts, [])
        single = draft(
            f"n{len(self.read.drafts) + 1}",
            NounPhrase(list(whole.phrase.nouns), whole.phrase.head_form, [low, *whole.phrase.nouns]),
            self.vocabulary,
        )
        single.attributes.merge(whole.attributes)
        single.count = 1
        whole.count -= 1
        self.read.drafts.append(single)
        return [single]

    def _text(self, item: Item) -> None:
        text = self.texts.pop(0) if self.texts else Text("")
        if not text.text:
            return
        if text.name and self.group and self.group[-1].animate:
            return
        fresh = self.before is Chunk.CONJ and not any(d.kind is Kind.CARRIER for d in self.group)
        self.joined = fresh or self.before is Chunk.VERB
        apart = self.joined or (self.lettered and text.name)
        target = None if apart else carrier(self.group, self.subject, self.read.drafts, self.lettered)
        if target is not None:
            target.text = text.text if target.text is None else f"{target.text}\n{text.text}"
        elif self._speaks(text):
            return
        else:
            self.read.texts.append(text.text)
            self.loose = text.text
        self.pending = None

    def _speaks(self, text: Text) -> bool:
        """Somebody who says something gets a speech bubble."""
        if (
            not self.group
            or not self.group[-1].animate
            or self.before not in (Chunk.NOUN, Chunk.RELATIVE, Chunk.QUALITY)
            or self.lettered
        ):
            return False
        speaker = self.group[-1]
        bubble = draft(
            f"n{len(self.read.drafts) + 1}", NounPhrase(["speech bubble"], "bubble", ["speech bubble"]), self.vocabulary
        )
        bubble.text = text.text
        self.read.drafts.append(bubble)
        self._relate(Rel.NEXT_TO, bubble, speaker)
        return True

    def _letter(self, obj: Draft) -> None:
        """A text whose carrier is named after it: "'START' written on a wall"."""
        if self.loose is not None and (can_carry(obj) or not obj.animate):
            obj.text = self.loose
            self.read.texts = [t for t in self.read.texts if t != self.loose]
        self.loose = None


def _suffered(verb: Verb) -> bool:
    """Whether the form says what was done to something: "worn", "ridden"."""
    return verb.form is Form.PARTICIPLE and verb.relation is not None


def _stronger(old: str | None, new: str) -> str:
    """A stance outlives what the hands do in it: "sitting on a bench, reading"."""
    return old if old in STANCES and new not in STANCES else new


def _gerund(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") else lemma) + "ing"


def _fields(attributes: Attributes) -> dict[str, object]:
    return {name: getattr(attributes, name) for name in Attributes.__slots__}  # type: ignore[attr-defined]


def mentioned_owner(phrase: NounPhrase, drafts: Sequence[Draft]) -> Draft | None:
    return next(
        (
            d
            for d in reversed(drafts)
            if phrase.owner and (d.name == phrase.owner or d.name.endswith(" " + phrase.owner))
        ),
        None,
    )
