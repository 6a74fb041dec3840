"""Chunks of a prompt: noun phrases, verbs, links and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.morphology import Form, Verb, is_pair, singular, verb_forms
from gouache.engines.composer.lexicon.tables import (
    colors,
    conditions,
    keyed,
    listed,
    materials,
    numbers,
    phrasals,
    word_set,
)
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, kind_of, named
from gouache.engines.composer.parse.attributes import Attributes, Role, roles
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.tagging import Tag, Unit
from gouache.engines.composer.scene import Kind

UNCHANGING = word_set("unchanging")
BODY = word_set("body")
SHAPES = ("square", "round", "oval", "diamond")  # things too, when "and" follows
OUTSPREAD = word_set("outspread")
FARTHEST = 12  # units looked ahead in a list of adjectives
# a colour that is a food or plant is none before these: peach pie, coffee cup, rose bush
NOUNISH = {Kind.FOOD: (Kind.FOOD, Kind.PLANT, Kind.CONTAINER), Kind.PLANT: (Kind.PLANT,)}


MEASURES = ("foot", "meter", "metre", "mile", "inch", "step", "yard", "kilometer", "pace")


MARKS = {
    Tag.COMMA: Chunk.COMMA,
    Tag.STOP: Chunk.STOP,
    Tag.TEXT: Chunk.TEXT,
    Tag.CONJ: Chunk.CONJ,
    Tag.PREP: Chunk.LINK,
    Tag.SIDE: Chunk.SIDE,
    Tag.RELATIVE: Chunk.RELATIVE,
    Tag.NEGATION: Chunk.NEGATION,
    Tag.AUX: Chunk.COPULA,
}


class Chunker:
    """Reads units left to right. The rules are positional: what stands where decides what an ambiguous word is."""

    def __init__(self, units: Sequence[Unit], vocabulary: Vocabulary) -> None:
        self.units = [_pictured(unit) for unit in units]
        self.vocabulary = vocabulary
        self.at = 0
        self.items: list[Item] = []
        self.ignored: list[str] = []

    def chunks(self) -> list[Item]:
        while self.at < len(self.units):
            self._step()
        return self.items

    # one chunk

    def _step(self) -> None:
        unit = self.units[self.at]
        if unit.tag in (Tag.ADVERB, Tag.FILLER):
            self.at += 1
        elif unit.tag in MARKS:
            self.items.append(Item(MARKS[unit.tag], unit.low, value=unit.value))
            self.at += 1
        elif unit.tag is Tag.PRONOUN or (
            unit.low in ("one", "another", "each", "this", "both", "other") and self._bare()
        ):
            self.items.append(Item(Chunk.PRONOUN, unit.low))
            self.at += 1
        elif unit.tag is Tag.CONDITION:
            self._condition(unit)
        else:
            self._open(unit)

    def _condition(self, unit: Unit) -> None:
        quality = Attributes()
        quality.add(Role.CONDITION, unit)
        self.items.append(Item(Chunk.QUALITY, unit.low, quality=quality))
        self.at += 1

    def _bare(self) -> bool:
        """Whether no noun follows a word that mostly stands in front of one."""
        after = self._peek(1)
        if after is None or after.tag not in (Tag.WORD, Tag.COLOR, Tag.NUMBER):
            return True
        verb = self._verbal(after)
        return verb is not None and not (verb.form is Form.BASE and verb.noun)

    def _open(self, unit: Unit) -> None:
        start = self.at
        phrase = self._noun_phrase()
        if phrase is not None:
            after = self._peek(0)
            if not (
                phrase.head in MEASURES
                and phrase.plural
                and after is not None
                and after.tag is Tag.PREP
                and after.low != "of"
            ):
                self.items.append(Item(Chunk.NOUN, phrase.head, noun=phrase))
            return
        self.at = start
        verb = self._verb_form(unit)
        if verb is not None and (unit.low not in listed("adjectives.tsv") or self._phrasal(verb)):
            self.items.append(Item(Chunk.VERB, unit.low, verb=verb))
            self.at += 1
        elif not self._quality():
            self.ignored += [unit.low] if unit.tag is Tag.WORD else []
            self.at += 1

    def _phrasal(self, verb: Verb) -> bool:
        """Whether the next word makes a participle a verb: "surrounded by", "filled with"."""
        after = self._peek(1)
        return after is not None and after.tag is Tag.PREP and (verb.lemma, after.low) in phrasals()

    def _quality(self) -> bool:
        """Adjectives with no noun after them: "happy and joyful"."""
        quality, start = Attributes(), self.at
        while self.at < len(self.units):
            unit = self.units[self.at]
            found = roles(unit, self.vocabulary) if unit.tag in (Tag.WORD, Tag.COLOR) else []
            if not found:
                break
            quality.add(found[0], unit)
            self.at += 1
        if self.at > start:
            self.items.append(Item(Chunk.QUALITY, self.units[start].low, quality=quality))
        return self.at > start

    # noun phrases

    def _peek(self, ahead: int) -> Unit | None:
        at = self.at + ahead
        return self.units[at] if at < len(self.units) else None

    def _noun_phrase(self) -> NounPhrase | None:
        start = self.at
        phrase = NounPhrase([], "", [])
        opened = self._determiners(phrase)
        self._premodifiers(phrase, opened or self._leads())
        self._nouns(phrase, opened)
        if phrase.nouns:
            phrase.words = [unit.text for unit in self.units[start : self.at] if unit.tag is not Tag.COMMA]
            return phrase
        return self._elliptic(phrase, start) if opened else None

    def _leads(self) -> bool:
        """Whether the phrase begins a clause, where a participle goes with the noun after it."""
        return not self.items or self.items[-1].chunk in (Chunk.STOP, Chunk.LINK, Chunk.COMMA)

    def _elliptic(self, phrase: NounPhrase, start: int) -> NounPhrase | None:
        """ "a black (and a white cat)", "an orange": a determiner with words that are adjectives elsewhere."""
        body = [unit for unit in self.units[start : self.at] if unit.tag in (Tag.WORD, Tag.COLOR)]
        if not body:
            return self._people(phrase, start)
        last = body[-1]
        color = colors().get(last.low)
        phrase.words = [unit.text for unit in self.units[start : self.at]]
        if last.tag is Tag.COLOR and not (color and color.noun):
            phrase.nouns, phrase.headless = [last.low], True
            return phrase
        self._nominalize(phrase, last)
        return phrase

    def _people(self, phrase: NounPhrase, start: int) -> NounPhrase | None:
        """ "four" in "a family of four"."""
        if phrase.count is None or phrase.count < 2 or not self.items or self.items[-1].low != "of":
            return None
        phrase.nouns, phrase.head_form, phrase.plural = ["person"], "people", True
        phrase.words = [unit.text for unit in self.units[start : self.at]]
        return phrase

    def _nominalize(self, phrase: NounPhrase, last: Unit) -> None:
        lemma, phrase.plural = singular(last.low)
        phrase.nouns, phrase.head_form = [lemma], last.low
        attributes = phrase.attributes
        attributes.modifiers = [word for word in attributes.modifiers if word != last.low]
        if last.tag is Tag.COLOR:
            attributes.colors = [color for color in attributes.colors if color != last.value]
        if last.low in materials():
            attributes.material = None

    def _determiners(self, phrase: NounPhrase) -> bool:
        start = self.at
        while (unit := self._peek(0)) is not None and self.at - start < FARTHEST:
            if unit.tag is Tag.DET:
                phrase.det = _determiner(unit.low)
                phrase.count = 1 if unit.low in ("a", "an", "another", "each", "every") else phrase.count
            elif unit.tag is Tag.NUMBER:
                self._number(unit, phrase)
                self.at += self._partitive()
            elif not (unit.tag is Tag.ADVERB and self.at > start):
                break
            self.at += 1
        return self.at > start

    def _partitive(self) -> int:
        """Units of "of (the)" after a number: lots of, three of the."""
        after, then = self._peek(1), self._peek(2)
        if after is None or after.low != "of" or then is None:
            return 0
        return 2 if then.tag is Tag.DET and then.low not in ("a", "an") else 1

    def _number(self, unit: Unit, phrase: NounPhrase) -> None:
        count = int(unit.low[:4]) if unit.low.isdigit() else numbers()[unit.low]
        dozen = unit.low in ("dozen", "hundred") and phrase.count is not None and phrase.count > 1
        phrase.count = (phrase.count or 1) * count if dozen else max(count, 1)

    def _premodifiers(self, phrase: NounPhrase, leads: bool) -> None:
        """Adjectives in front of the first noun, with commas and "and" between them."""
        opened = bool(phrase.det or phrase.count)
        while (unit := self._peek(0)) is not None:
            if unit.tag is Tag.ADVERB and (opened or leads) or unit.tag is Tag.NUMBER and _said(phrase.attributes):
                self._late_number(unit, phrase)
                self.at += 1
                continue
            role = self._role(unit, opened, leads)
            if role is None:
                if not self._joins_adjectives(unit, phrase, opened):
                    return
                self.at += 1
                continue
            phrase.attributes.add(role, unit)
            self.at += 1

    def _late_number(self, unit: Unit, phrase: NounPhrase) -> None:
        """A number after adjectives counts, unless it is a year: "a yellow 2017 Ford"."""
        if unit.tag is Tag.NUMBER and phrase.count is None and not (unit.low.isdigit() and len(unit.low) > 2):
            self._number(unit, phrase)

    def _role(self, unit: Unit, opened: bool, leads: bool) -> Role | None:
        """The role of a word before the noun; None where the word is (or may be) the noun, or ends the phrase."""
        if unit.tag not in (Tag.WORD, Tag.COLOR) or unit.possessive:
            return None
        found = roles(unit, self.vocabulary)
        if not found:
            return None
        after = self._after(1)
        if unit.low in SHAPES and after is not None and after.tag in (Tag.CONJ, Tag.COMMA):
            return None
        listing = after is not None and after.tag in (Tag.COMMA, Tag.CONJ) and after.low != "or"
        if listing and (opened or leads or unit.tag is Tag.COLOR) and self._adjectives_to_noun(1, opened):
            return found[0]
        if not self._nominal(after):
            gerund = self._verbal(unit)
            if gerund is not None and gerund.form is Form.GERUND and found[0] is not Role.EXPRESSION:
                return None
            return found[0] if opened and not self._is_name(unit) else None
        if self._verb_here(unit, opened, leads) or self._is_name(unit) and self._only_verb(after):
            return None
        return self._noun_like(unit, found[0], after)

    def _only_verb(self, unit: Unit | None) -> bool:
        """Whether a word can be nothing but a finite verb."""
        verb = self._verbal(unit) if unit is not None else None
        if verb is None or unit is None or verb.form not in (Form.BASE, Form.THIRD):
            return False
        return not verb.noun and named(singular(unit.low)[0]) is None

    def _noun_like(self, unit: Unit, role: Role, after: Unit | None) -> Role | None:
        """A colour or material that is the first part of a compound is none: rose garden, paper towel."""
        compound = f"{unit.low} {singular(after.low)[0]}" if after else ""
        if named(compound):
            return None
        if role is Role.MATERIAL and after and named(singular(after.low)[0]) is Kind.PLANT:
            return None
        color = colors().get(unit.low)
        if role is Role.COLOR and color and color.noun and after:
            if after.low.endswith("ing") and after.low in verb_forms() and named(after.low) is None:
                return None  # a lemon wearing glasses
            kind = named(singular(after.low)[0])
            heads = NOUNISH.get(named(singular(unit.low)[0]) or Kind.THING, ())
            return None if kind in heads and unit.low != "orange" else role
        return role

    def _is_name(self, unit: Unit) -> bool:
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

    def _verb_here(self, unit: Unit, opened: bool, leads: bool) -> bool:
        """Whether a participle is what something does, and not what it is like."""
        verb = verb_forms().get(unit.low)
        if verb is None or opened or verb.form in (Form.BASE,) or unit.low in listed("adjectives.tsv"):
            return False
        if unit.low in keyed("expressions.tsv"):
            return not leads
        after = self._peek(1)
        if unit.low.endswith("ed") and verb.relation is None and after:
            noun = singular(after.low)[0]
            if named(noun) or noun in listed("parts.tsv"):
                return False
        return verb.relation is not None or not leads

    def _joins_adjectives(self, unit: Unit, phrase: NounPhrase, opened: bool) -> bool:
        """Whether a comma or "and" stands between two adjectives of one noun."""
        if unit.tag not in (Tag.COMMA, Tag.CONJ) or not _said(phrase.attributes) or unit.low == "or":
            return False
        return self._adjectives_to_noun(0, opened)

    def _adjectives_to_noun(self, ahead: int, opened: bool) -> bool:
        """Whether only adjectives, commas and "and" stand between here and a noun."""
        after_word = False
        for _ in range(FARTHEST):
            unit = self._peek(ahead)
            ahead += 1
            if unit is None:
                return False
            if unit.tag in (Tag.COMMA, Tag.CONJ):
                after_word = False
            elif unit.tag not in (Tag.WORD, Tag.COLOR, Tag.ADVERB):
                return False
            elif unit.tag is not Tag.ADVERB:
                if (
                    self._ends_part(unit, ahead)
                    or not roles(unit, self.vocabulary)
                    or (self._is_name(unit) and not self._nominal(self._peek(ahead)))
                ):
                    return after_word
                if self._verb_here(unit, opened, False):
                    return False
                after_word = True
        return False

    def _ends_part(self, unit: Unit, ahead: int) -> bool:
        """Whether a word that describes elsewhere is the noun here: "blue and red stripes"."""
        return singular(unit.low)[0] in listed("parts.tsv") and not self._nominal(self._peek(ahead))

    def _after(self, ahead: int) -> Unit | None:
        """The next unit that is no adverb."""
        unit = self._peek(ahead)
        while unit is not None and unit.tag is Tag.ADVERB:
            ahead += 1
            unit = self._peek(ahead)
        return unit

    def _nominal(self, unit: Unit | None) -> bool:
        """Whether a unit can go on a noun phrase that has no noun yet."""
        return unit is not None and unit.tag in (Tag.WORD, Tag.COLOR, Tag.NUMBER)

    def _nouns(self, phrase: NounPhrase, opened: bool) -> None:
        """The compound: nouns up to the head, which is the last."""
        while (unit := self._peek(0)) is not None and unit.tag in (Tag.WORD, Tag.COLOR, Tag.NUMBER):
            if phrase.nouns:
                if not self._extends(unit, phrase):
                    break
            elif not self._begins(unit, opened or _said(phrase.attributes)):
                break
            self._take(unit, phrase)

    def _take(self, unit: Unit, phrase: NounPhrase) -> None:
        if phrase.nouns and not phrase.owner:
            phrase.nouns[-1] = _unbent(phrase)
        lemma, phrase.plural = singular(unit.low)
        if " of " in unit.low and named(unit.low) and not named(lemma):
            lemma, phrase.plural = unit.low, False
        phrase.head_form = unit.low
        self.at += 1
        if unit.possessive:
            phrase.owner = " ".join([*phrase.nouns, lemma])
            self._premodifiers(phrase, True)
        phrase.nouns.append(lemma)

    def _begins(self, unit: Unit, opened: bool) -> bool:
        """Whether a unit is the first noun of a phrase."""
        if unit.tag is Tag.NUMBER:
            return False
        verb = self._verbal(unit)
        if (
            opened
            and verb is not None
            and verb.form is Form.GERUND
            and not self._nominal(self._peek(1))
            and not named(unit.low)
        ):
            return False
        if opened or unit.possessive:
            return not (unit.tag is Tag.COLOR and not self._is_name(unit))
        if unit.tag is Tag.COLOR:
            return self._is_name(unit)
        return not self._is_verb(unit) and not (roles(unit, self.vocabulary) and not self._is_name(unit))

    def _is_verb(self, unit: Unit) -> bool:
        """Whether a word without determiner is a verb: never after a link, where a noun must come."""
        verb = self._verb_form(unit)
        if verb is None or unit.low in listed("ing_nouns.tsv") and not self._doing() or unit.low in conditions():
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

    def _extends(self, unit: Unit, phrase: NounPhrase) -> bool:
        """Whether a unit after a noun goes on the compound."""
        if unit.tag is Tag.NUMBER:
            return False
        if unit.tag is Tag.COLOR:
            return False
        if phrase.owner and not phrase.head_form:
            return True
        joined = f"{phrase.name} {singular(unit.low)[0]}"
        if named(joined):
            return True
        verb = self._verbal(unit)
        if verb is not None and phrase.head in BODY and verb.form is not Form.BASE or unit.low in OUTSPREAD:
            return False
        if verb is not None:
            return not self._acts(unit, verb, phrase)
        if unit.low in listed("ing_nouns.tsv"):
            return not (unit.low in verb_forms() and self._done_by(phrase))
        found = roles(unit, self.vocabulary)
        if (
            unit.low in keyed("expressions.tsv")
            or Role.ADJECTIVE in found
            or Role.PATTERN in found
            or Role.SIZE in found
        ):
            return False
        return not (Role.MATERIAL in found and not materials()[unit.low][1])

    def _verbal(self, unit: Unit) -> Verb | None:
        return self._verb_form(unit) if unit.tag is Tag.WORD and unit.low not in listed("ing_nouns.tsv") else None

    def _verb_form(self, unit: Unit) -> Verb | None:
        """The verb that a word is a form of; an unknown word in -ing after a noun is one too: "freaking out"."""
        known = verb_forms().get(unit.low)
        if known is not None or not (unit.tag is Tag.WORD and unit.text.islower() and unit.low.endswith("ing")):
            return known
        after_noun = self.at > 0 and self.units[self.at - 1].tag is Tag.WORD and self.units[self.at] is unit
        if not after_noun or len(unit.low) < 6 or unit.low in listed("ing_nouns.tsv") or named(unit.low):
            return None
        return Verb(unit.low.removesuffix("ing"), Form.GERUND, None, None, False)

    def _doing(self) -> bool:
        """Whether a noun in -ing is here what the thing before it does: "a man painting a fence"."""
        before, after = self.items[-1].chunk if self.items else None, self._peek(1)
        if before not in (Chunk.NOUN, Chunk.CONJ, Chunk.COMMA, Chunk.COPULA, Chunk.TEXT):
            return False
        return (
            self._followed_by_object() or after is not None and after.tag in (Tag.PREP, Tag.TEXT) and after.low != "of"
        )

    def _done_by(self, phrase: NounPhrase) -> bool:
        """The same inside a compound: "a balloon landing in a field" but "an apartment building"."""
        after = self._peek(1)
        moving = kind_of(phrase.name, self.vocabulary) in (Kind.PERSON, Kind.ANIMAL, Kind.VEHICLE)
        on = moving and after is not None and after.tag is Tag.PREP and after.low != "of"
        return on or self._followed_by_object()

    def _followed_by_object(self) -> bool:
        after = self._peek(1)
        return after is not None and after.tag in (Tag.DET, Tag.NUMBER, Tag.PRONOUN)

    def _acts(self, unit: Unit, verb: Verb, phrase: NounPhrase) -> bool:
        """Whether a verb form after a noun is what the noun does."""
        if verb.form is Form.GERUND:
            return True
        after = self._peek(1)
        if unit.low in UNCHANGING and after is not None and after.tag is Tag.PREP and after.low != "of":
            return True
        noun = verb.noun or named(singular(unit.low)[0]) is not None
        if not noun or self._followed_by_object():
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


def _pictured(unit: Unit) -> Unit:
    """ "A picture" that did not open the prompt is one that hangs or is painted in it."""
    if unit.tag is Tag.FILLER and unit.low in ("picture", "image"):
        return Unit(Tag.WORD, unit.text, "painting")
    return unit


def _unbent(phrase: NounPhrase) -> str:
    """The last noun as it stands inside a compound: "sports" stays, "cats" does not matter."""
    return phrase.head_form if phrase.plural and named(phrase.head_form) else phrase.nouns[-1]


def _said(attributes: Attributes) -> bool:
    return attributes != Attributes()


def _determiner(word: str) -> str:
    if word in ("its", "his", "her", "their", "my", "your", "our", "whose"):
        return "poss"
    return "the" if word in ("the", "this", "that", "these", "those", "both") else "a"
