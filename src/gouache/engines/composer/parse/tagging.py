"""Units of a prompt: words that belong together, and what the closed classes of English make of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gouache import tables
from gouache.engines.composer.lexicon.morphology import singular, verb_forms
from gouache.engines.composer.lexicon.tables import colors, conditions, keyed, listed, prepositions, settings, words
from gouache.engines.composer.lexicon.vocabulary import compounds, named
from gouache.engines.composer.parse.tokens import MARK, Token

LONGEST = 6  # words of the longest phrase in the tables
SIDES = {"left": "left_of", "right": "right_of"}
DECADE = re.compile(r"(?:1[5-9]|20)?\d0'?s")  # the 1920s, the 80's
OWNERS = ("its", "his", "her", "their")


class Tag(StrEnum):
    WORD = "word"  # open class: noun, verb, adjective
    COLOR = "color"
    NUMBER = "number"
    DET = "det"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    CONJ = "conj"
    AUX = "aux"
    NEGATION = "negation"
    ADVERB = "adverb"
    FILLER = "filler"
    PREP = "prep"
    SIDE = "side"  # "on the left", of nothing that is said
    CONDITION = "condition"  # time, weather, season
    COMMA = "comma"
    STOP = "stop"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Unit:
    """`text` is as written; `low` in lower case, plural nouns too."""

    tag: Tag
    text: str
    low: str
    value: str = ""  # relation of a preposition, hex of a colour
    possessive: bool = False


@lru_cache(1)
def _functions() -> dict[str, Tag]:
    return {
        word: Tag(tag)
        for row in tables.rows("gouache.engines.composer.lexicon", "function_words.tsv")
        for tag in row[:1]
        for word in words(row[1])
    }


@lru_cache(1)
def _names() -> frozenset[str]:
    """Names of two or more words, of things and of settings, and what goes together otherwise."""
    others = (name for table in ("expressions.tsv", "patterns.tsv") for name in keyed(table) if " " in name)
    places = (name for name in settings() if " " in name)
    looks = (name for name in listed("adjectives.tsv") if " " in name)
    acts = (form for form in verb_forms() if " " in form)
    return frozenset(
        name
        for name in (*compounds(), *places, *others, *looks, *acts)
        if not (_leads_with_function(name) or _is_deed(name))
    )


def _is_deed(name: str) -> bool:
    """Whether a name tells what hands do, which needs somebody who does it: "shaking hands"."""
    first, _, last = name.partition(" ")
    return first.endswith("ing") and first in verb_forms() and singular(last)[0] in ("hand", "arm", "leg")


def _leads_with_function(name: str) -> bool:
    first = name.split()[0]
    return first in prepositions() or first in _functions() and _functions()[first] is not Tag.ADVERB


@lru_cache(1)
def _sides() -> dict[str, Unit]:
    """Phrases for a side of the picture, or of something that a pronoun names."""
    found: dict[str, Unit] = {}
    for side, relation in SIDES.items():
        for lead in ("on the", "to the", "at the", "on", "to", "in the"):
            for tail in ("", " side", " hand side", " corner"):
                phrase = f"{lead} {side}{tail}"
                found[phrase] = Unit(Tag.SIDE, phrase, phrase, relation)
        for owner in OWNERS:
            for phrase in (f"to {owner} {side}", f"on {owner} {side}", f"on {owner} {side} side"):
                found[phrase] = Unit(Tag.PREP, phrase, phrase, relation + "+")
    for compass, relation in (("north", "behind"), ("south", "in_front_of"), ("east", "right_of"), ("west", "left_of")):
        for phrase in (f"to the {compass}", f"in the {compass}", f"on the {compass} side"):
            found[phrase] = Unit(Tag.SIDE, phrase, phrase, relation)
    for place, relation in (("background", "behind"), ("foreground", "in_front_of")):
        for lead in ("in the", "on the", "in"):
            found[f"{lead} {place}"] = Unit(Tag.SIDE, place, place, relation)
    return found


def tag(tokens: Sequence[Token]) -> list[Unit]:
    """Tokens to units, the longest phrase first."""
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        unit, length = _unit(tokens, at)
        units.append(unit)
        at += length
    return units


def _unit(tokens: Sequence[Token], at: int) -> tuple[Unit, int]:
    first = tokens[at]
    if not first.word:
        return _mark(first), 1
    run = _run(tokens, at)
    for length in range(len(run), 1, -1):
        phrase = " ".join(token.low for token in run[:length])
        unit = _phrase(phrase, " ".join(token.text for token in run[:length]), run[length - 1].possessive)
        if unit is not None:
            return unit, length
    return _word(first), 1


def _run(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words from `at` on, up to the next mark or possessive."""
    run: list[Token] = []
    for token in tokens[at : at + LONGEST]:
        if not token.word:
            break
        run.append(token)
        if token.possessive:
            break
    return run


def _mark(token: Token) -> Unit:
    if token.low == MARK:
        return Unit(Tag.TEXT, token.text, token.low)
    if token.low.startswith("#") and len(token.low) > 1:
        return Unit(Tag.COLOR, token.text, token.low, _full_hex(token.low))
    if token.low in ".;:!?…":
        return Unit(Tag.STOP, token.text, token.low)
    if token.low == "&":
        return Unit(Tag.CONJ, token.text, "and")
    return Unit(Tag.COMMA, token.text, token.low)


def _full_hex(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(2 * digit for digit in color[1:])


def _phrase(phrase: str, text: str, possessive: bool) -> Unit | None:
    """A unit of two or more words, if the tables know it."""
    side = _sides().get(phrase)
    if side is not None:
        return side
    if phrase in prepositions():
        return Unit(Tag.PREP, text, phrase, prepositions()[phrase])
    if phrase in _functions():
        return Unit(_functions()[phrase], text, phrase)
    if phrase in _names() or singular(phrase)[0] in _names():
        return Unit(Tag.WORD, text, phrase, possessive=possessive)
    if phrase in colors():
        return Unit(Tag.COLOR, text, phrase, colors()[phrase].hex)
    if phrase in conditions():
        return Unit(Tag.CONDITION, text, phrase)
    return None


def _word(token: Token) -> Unit:
    low = token.low
    if DECADE.fullmatch(low):
        return Unit(Tag.FILLER, token.text, low)
    if _ascii_number(low.replace(",", "")):
        return Unit(Tag.NUMBER, token.text, low.replace(",", ""))
    if low in keyed("numbers.tsv") and low not in ("pair", "couple", "twin", "trio", "quartet", "triplet", "plenty"):
        return Unit(Tag.NUMBER, token.text, low)
    if low in prepositions():
        return Unit(Tag.PREP, token.text, low, prepositions()[low])
    if low in _functions():
        return Unit(_functions()[low], token.text, low)
    color = colors().get(low) or colors().get(_uncolored(low))
    if color is not None:
        return Unit(Tag.COLOR, token.text, low, color.hex)
    if "-" in low and low.replace("-", " ") in verb_forms():
        low = low.replace("-", " ")  # ice-skating
    if low.endswith("ly") and len(low) > 5 and low not in listed("adjectives.tsv") and named(singular(low)[0]) is None:
        return Unit(Tag.ADVERB, token.text, low)
    return Unit(Tag.WORD, token.text, low, possessive=token.possessive)


def _ascii_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _uncolored(word: str) -> str:
    """The colour in "lime-green", "cream-colored", "light-blue"."""
    for ending in ("-colored", "-coloured", "-hued", "-tinted"):
        word = word.removesuffix(ending)
    return word.replace("-", " ")
