"""Chunks of a prompt: noun phrases, verbs, links and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.morphology import Form, Verb, singular, verb_forms
from gouache.engines.composer.lexicon.tables import (
    colors,
    keyed,
    listed,
    materials,
    numbers,
    phrasals,
    word_set,
)
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, named
from gouache.engines.composer.parse.attributes import Attributes, Role, roles
from gouache.engines.composer.parse.chunks import Chunk, Item, NounPhrase
from gouache.engines.composer.parse.cursor import Cursor
from gouache.engines.composer.parse.tagging import Tag, Unit
from gouache.engines.composer.scene import Kind

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
        self.cursor = Cursor([_pictured(unit) for unit in units], vocabulary)
        self.ignored: list[str] = []

    def chunks(self) -> list[Item]:
        while self.cursor.at < len(self.cursor.units):
            self._step()
        return self.cursor.items

    # one chunk

    def _step(self) -> None:
        unit = self.cursor.units[self.cursor.at]
        if unit.tag in (Tag.ADVERB, Tag.FILLER):
            self.cursor.at += 1
        elif unit.tag in MARKS:
            self.cursor.items.append(Item(MARKS[unit.tag], unit.low, value=unit.value))
            self.cursor.at += 1
        elif unit.tag is Tag.PRONOUN or (
            unit.low in ("one", "another", "each", "this", "both", "other") and self._bare()
        ):
            self.cursor.items.append(Item(Chunk.PRONOUN, unit.low))
            self.cursor.at += 1
        elif unit.tag is Tag.CONDITION:
            self._condition(unit)
        else:
            self._open(unit)

    def _condition(self, unit: Unit) -> None:
        quality = Attributes()
        quality.add(Role.CONDITION, unit)
        self.cursor.items.append(Item(Chunk.QUALITY, unit.low, quality=quality))
        self.cursor.at += 1

    def _bare(self) -> bool:
        """Whether no noun follows a word that mostly stands in front of one."""
        after = self.cursor.peek(1)
        if after is None or after.tag not in (Tag.WORD, Tag.COLOR, Tag.NUMBER):
            return True
        verb = self.cursor.verbal(after)
        return verb is not None and not (verb.form is Form.BASE and verb.noun)

    def _open(self, unit: Unit) -> None:
        start = self.cursor.at
        phrase = self._noun_phrase()
        if phrase is not None:
            after = self.cursor.peek(0)
            if not (
                phrase.head in MEASURES
                and phrase.plural
                and after is not None
                and after.tag is Tag.PREP
                and after.low != "of"
            ):
                self.cursor.items.append(Item(Chunk.NOUN, phrase.head, noun=phrase))
            return
        self.cursor.at = start
        verb = self.cursor.verb_form(unit)
        if verb is not None and (unit.low not in listed("adjectives.tsv") or self._phrasal(verb)):
            self.cursor.items.append(Item(Chunk.VERB, unit.low, verb=verb))
            self.cursor.at += 1
        elif not self._quality():
            self.ignored += [unit.low] if unit.tag is Tag.WORD else []
            self.cursor.at += 1

    def _phrasal(self, verb: Verb) -> bool:
        """Whether the next word makes a participle a verb: "surrounded by", "filled with"."""
        after = self.cursor.peek(1)
        return after is not None and after.tag is Tag.PREP and (verb.lemma, after.low) in phrasals()

    def _quality(self) -> bool:
        """Adjectives with no noun after them: "happy and joyful"."""
        quality, start = Attributes(), self.cursor.at
        while self.cursor.at < len(self.cursor.units):
            unit = self.cursor.units[self.cursor.at]
            found = roles(unit, self.cursor.vocabulary) if unit.tag in (Tag.WORD, Tag.COLOR) else []
            if not found:
                break
            quality.add(found[0], unit)
            self.cursor.at += 1
        if self.cursor.at > start:
            self.cursor.items.append(Item(Chunk.QUALITY, self.cursor.units[start].low, quality=quality))
        return self.cursor.at > start

    # noun phrases

    def _noun_phrase(self) -> NounPhrase | None:
        start = self.cursor.at
        phrase = NounPhrase([], "", [])
        opened = self._determiners(phrase)
        self._premodifiers(phrase, opened or self._leads())
        self._nouns(phrase, opened)
        if phrase.nouns:
            phrase.words = [
                unit.text for unit in self.cursor.units[start : self.cursor.at] if unit.tag is not Tag.COMMA
            ]
            return phrase
        return self._elliptic(phrase, start) if opened else None

    def _leads(self) -> bool:
        """Whether the phrase begins a clause, where a participle goes with the noun after it."""
        return not self.cursor.items or self.cursor.items[-1].chunk in (Chunk.STOP, Chunk.LINK, Chunk.COMMA)

    def _elliptic(self, phrase: NounPhrase, start: int) -> NounPhrase | None:
        """ "a black (and a white cat)", "an orange": a determiner with words that are adjectives elsewhere."""
        body = [unit for unit in self.cursor.units[start : self.cursor.at] if unit.tag in (Tag.WORD, Tag.COLOR)]
        if not body:
            return self._people(phrase, start)
        last = body[-1]
        color = colors().get(last.low)
        phrase.words = [unit.text for unit in self.cursor.units[start : self.cursor.at]]
        if last.tag is Tag.COLOR and not (color and color.noun):
            phrase.nouns, phrase.headless = [last.low], True
            return phrase
        self._nominalize(phrase, last)
        return phrase

    def _people(self, phrase: NounPhrase, start: int) -> NounPhrase | None:
        """ "four" in "a family of four"."""
        if phrase.count is None or phrase.count < 2 or not self.cursor.items or self.cursor.items[-1].low != "of":
            return None
        phrase.nouns, phrase.head_form, phrase.plural = ["person"], "people", True
        phrase.words = [unit.text for unit in self.cursor.units[start : self.cursor.at]]
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
        start = self.cursor.at
        while (unit := self.cursor.peek(0)) is not None and self.cursor.at - start < FARTHEST:
            if unit.tag is Tag.DET:
                phrase.det = _determiner(unit.low)
                phrase.count = 1 if unit.low in ("a", "an", "another", "each", "every") else phrase.count
            elif unit.tag is Tag.NUMBER:
                self._number(unit, phrase)
                self.cursor.at += self._partitive()
            elif not (unit.tag is Tag.ADVERB and self.cursor.at > start):
                break
            self.cursor.at += 1
        return self.cursor.at > start

    def _partitive(self) -> int:
        """Units of "of (the)" after a number: lots of, three of the."""
        after, then = self.cursor.peek(1), self.cursor.peek(2)
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
        while (unit := self.cursor.peek(0)) is not None:
            if unit.tag is Tag.ADVERB and (opened or leads) or unit.tag is Tag.NUMBER and _said(phrase.attributes):
                self._late_number(unit, phrase)
                self.cursor.at += 1
                continue
            role = self._role(unit, opened, leads)
            if role is None:
                if not self._joins_adjectives(unit, phrase, opened):
                    return
                self.cursor.at += 1
                continue
            phrase.attributes.add(role, unit)
            self.cursor.at += 1

    def _late_number(self, unit: Unit, phrase: NounPhrase) -> None:
        """A number after adjectives counts, unless it is a year: "a yellow 2017 Ford"."""
        if unit.tag is Tag.NUMBER and phrase.count is None and not (unit.low.isdigit() and len(unit.low) > 2):
            self._number(unit, phrase)

    def _role(self, unit: Unit, opened: bool, leads: bool) -> Role | None:
        """The role of a word before the noun; None where the word is (or may be) the noun, or ends the phrase."""
        if unit.tag not in (Tag.WORD, Tag.COLOR) or unit.possessive:
            return None
        found = roles(unit, self.cursor.vocabulary)
        if not found:
            return None
        after = self.cursor.after(1)
        if unit.low in SHAPES and after is not None and after.tag in (Tag.CONJ, Tag.COMMA):
            return None
        listing = after is not None and after.tag in (Tag.COMMA, Tag.CONJ) and after.low != "or"
        if listing and (opened or leads or unit.tag is Tag.COLOR) and self._adjectives_to_noun(1, opened):
            return found[0]
        if not self.cursor.nominal(after):
            gerund = self.cursor.verbal(unit)
            if gerund is not None and gerund.form is Form.GERUND and found[0] is not Role.EXPRESSION:
                return None
            return found[0] if opened and not self.cursor.is_name(unit) else None
        if self._verb_here(unit, opened, leads) or self.cursor.is_name(unit) and self.cursor.only_verb(after):
            return None
        return self._noun_like(unit, found[0], after)

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

    def _verb_here(self, unit: Unit, opened: bool, leads: bool) -> bool:
        """Whether a participle is what something does, and not what it is like."""
        verb = verb_forms().get(unit.low)
        if verb is None or opened or verb.form in (Form.BASE,) or unit.low in listed("adjectives.tsv"):
            return False
        if unit.low in keyed("expressions.tsv"):
            return not leads
        after = self.cursor.peek(1)
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
            unit = self.cursor.peek(ahead)
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
                    or not roles(unit, self.cursor.vocabulary)
                    or (self.cursor.is_name(unit) and not self.cursor.nominal(self.cursor.peek(ahead)))
                ):
                    return after_word
                if self._verb_here(unit, opened, False):
                    return False
                after_word = True
        return False

    def _ends_part(self, unit: Unit, ahead: int) -> bool:
        """Whether a word that describes elsewhere is the noun here: "blue and red stripes"."""
        return singular(unit.low)[0] in listed("parts.tsv") and not self.cursor.nominal(self.cursor.peek(ahead))

    def _nouns(self, phrase: NounPhrase, opened: bool) -> None:
        """The compound: nouns up to the head, which is the last."""
        while (unit := self.cursor.peek(0)) is not None and unit.tag in (Tag.WORD, Tag.COLOR, Tag.NUMBER):
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
        self.cursor.at += 1
        if unit.possessive:
            phrase.owner = " ".join([*phrase.nouns, lemma])
            self._premodifiers(phrase, True)
        phrase.nouns.append(lemma)

    def _among_colors(self) -> bool:
        """Whether a colour stands in a list of colours that ends a clause: "a fox, orange and white"."""
        after, then, end = (self.cursor.peek(k) for k in (1, 2, 3))
        joined = after is not None and after.tag in (Tag.CONJ, Tag.COMMA)
        ahead = joined and then is not None and then.tag is Tag.COLOR and (end is None or end.tag in MARKS)
        before, first = self.cursor.peek(-1), self.cursor.peek(-2)
        back = before is not None and before.tag is Tag.CONJ and first is not None and first.tag is Tag.COLOR
        return ahead or back and (after is None or after.tag in (Tag.COMMA, Tag.STOP))

    def _begins(self, unit: Unit, opened: bool) -> bool:
        """Whether a unit is the first noun of a phrase."""
        if unit.tag is Tag.NUMBER:
            return False
        verb = self.cursor.verbal(unit)
        if (
            opened
            and verb is not None
            and verb.form is Form.GERUND
            and not self.cursor.nominal(self.cursor.peek(1))
            and not named(unit.low)
        ):
            return False
        if not opened and unit.tag is Tag.COLOR and self._among_colors():
            return False
        if opened or unit.possessive:
            return not (unit.tag is Tag.COLOR and not self.cursor.is_name(unit))
        if unit.tag is Tag.COLOR:
            return self.cursor.is_name(unit)
        return not self.cursor.is_verb(unit) and not (
            roles(unit, self.cursor.vocabulary) and not self.cursor.is_name(unit)
        )

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
        verb = self.cursor.verbal(unit)
        if verb is not None and phrase.head in BODY and verb.form is not Form.BASE or unit.low in OUTSPREAD:
            return False
        if verb is not None:
            return not self.cursor.acts(unit, verb, phrase)
        if unit.low in listed("ing_nouns.tsv"):
            return not (unit.low in verb_forms() and self.cursor.done_by(phrase))
        found = roles(unit, self.cursor.vocabulary)
        if (
            unit.low in keyed("expressions.tsv")
            or Role.ADJECTIVE in found
            or Role.PATTERN in found
            or Role.SIZE in found
        ):
            return False
        return not (Role.MATERIAL in found and not materials()[unit.low][1])


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
