"""Where the reading of a prompt stands, and what the words around that place say of a word."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouache.engines.composer.lexicon.morphology import Form, Verb, is_pair, singular, verb_forms
from gouache.engines.composer.lexicon.tables import colors, conditions, keyed, listed, materials, word_set
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, kind_of, named
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.tagging import Tag, Unit
from gouache.engines.composer.scene import Kind

UNCHANGING = word_set("unchanging")


@dataclass(slots=True)
class Cursor:
    """`at` is the unit being read, `items` are the chunks read before it."""

    units: list[Unit]
    vocabulary: Vocabulary
    at: int = 0
    items: list[Item] = field(default_factory=list)

    def peek(self, ahead: int) -> Unit | None:
        at = self.at + ahead
        return self.units[at] if 0 <= at < len(self.units) else None

    def after(self, ahead: int) -> Unit | None:
        """The next unit that is no adverb."""
        unit = self.peek(ahead)
        while unit is not None and unit.tag is Tag.ADVERB:
            ahead += 1
            unit = self.peek(ahead)
        return unit

    def nominal(self, unit: Unit | None) -> bool:
        """Whether a unit can go on a noun phrase that has no noun yet."""
        return unit is not None and unit.tag in (Tag.WORD, Tag.COLOR, Tag.NUMBER)

    def is_name(self, unit: Unit) -> bool:
        """Whether the word is a thing of its own when no noun follows."""
        low = unit.low
        color, material = colors().get(low), materials().get(low)
        if unit.tag is Tag.COLOR:
            return bool(color and color.noun) or singular(low)[1]
        if material is not None:
            return material[1] or named(low) is not None
        if low in keyed("expressions.tsv"):
            return False
        return named(singular(low)[0]) is not None

    def only_verb(self, unit: Unit | None) -> bool:
        """Whether a word can be nothing but a finite verb."""
        verb = self.verbal(unit) if unit is not None else None
        if verb is None or unit is None or verb.form not in (Form.BASE, Form.THIRD):
            return False
        return not verb.noun and named(singular(unit.low)[0]) is None

    def verbal(self, unit: Unit) -> Verb | None:
        return self.verb_form(unit) if unit.tag is Tag.WORD and unit.low not in listed("ing_nouns.tsv") else None

    def verb_form(self, unit: Unit) -> Verb | None:
        """The verb that a word is a form of; an unknown word in -ing after a noun is one too: "freaking out"."""
        known = verb_forms().get(unit.low)
        if known is not None or not (unit.tag is Tag.WORD and unit.text.islower() and unit.low.endswith("ing")):
            return known
        after_noun = self.at > 0 and self.units[self.at - 1].tag is Tag.WORD and self.units[self.at] is unit
        if not after_noun or len(unit.low) < 6 or unit.low in listed("ing_nouns.tsv") or named(unit.low):
            return None
        return Verb(unit.low.removesuffix("ing"), Form.GERUND, None, None, False)

    def is_verb(self, unit: Unit) -> bool:
        """Whether a word without determiner is a verb: never after a link, where a noun must come."""
        verb = self.verb_form(unit)
        if verb is None or unit.low in listed("ing_nouns.tsv") and not self.doing() or unit.low in conditions():
            return False
        if verb.form is Form.GERUND:
            return True
        before = self.items[-1] if self.items else None
        subject = before is not None and (
            before.chunk in (Chunk.PRONOUN, Chunk.RELATIVE, Chunk.COPULA) or before.chunk is Chunk.NOUN
        )
        named_ = named(singular(unit.low)[0]) is not None or verb.noun
        if verb.form in (Form.BASE, Form.THIRD) and named_:
            return subject or (before is not None and before.low.endswith("to"))
        return verb.form is not Form.BASE or not self.vocabulary.is_noun(unit.low)

    def doing(self) -> bool:
        """Whether a noun in -ing is here what the thing before it does: "a man painting a fence"."""
        before, after = self.items[-1].chunk if self.items else None, self.peek(1)
        if before not in (Chunk.NOUN, Chunk.CONJ, Chunk.COMMA, Chunk.COPULA, Chunk.TEXT):
            return False
        return (
            self.followed_by_object() or after is not None and after.tag in (Tag.PREP, Tag.TEXT) and after.low != "of"
        )

    def done_by(self, phrase: NounPhrase) -> bool:
        """The same inside a compound: "a balloon landing in a field" but "an apartment building"."""
        after = self.peek(1)
        moving = kind_of(phrase.name, self.vocabulary) in (Kind.PERSON, Kind.ANIMAL, Kind.VEHICLE)
        on = moving and after is not None and after.tag is Tag.PREP and after.low != "of"
        return on or self.followed_by_object()

    def followed_by_object(self) -> bool:
        after = self.peek(1)
        return after is not None and after.tag in (Tag.DET, Tag.NUMBER, Tag.PRONOUN)

    def acts(self, unit: Unit, verb: Verb, phrase: NounPhrase) -> bool:
        """Whether a verb form after a noun is what the noun does."""
        if verb.form is Form.GERUND:
            return True
        after = self.peek(1)
        if unit.low in UNCHANGING and after is not None and after.tag is Tag.PREP and after.low != "of":
            return True
        noun = verb.noun or named(singular(unit.low)[0]) is not None
        if not noun or self.followed_by_object():
            return True
        if verb.form is Form.BASE:
            return phrase.plural and not is_pair(phrase.head_form)
        if verb.form is Form.THIRD:
            return (
                phrase.count == 1
                or phrase.det == "the"
                and kind_of(phrase.head, self.vocabulary) in (Kind.PERSON, Kind.ANIMAL, Kind.CELESTIAL)
            )
        return named(unit.low) is None
