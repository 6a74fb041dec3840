"""Plurals and verb forms of English, by rule with tables for what is irregular."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gouache import tables
from gouache.engines.composer.lexicon.tables import keyed, words

ES = ("ches", "shes", "sses", "xes", "zes")
VOWELS = "aeiou"
GLASSWARE = (
    "wine", "champagne", "beer", "shot", "cocktail", "martini", "drinking", "water", "whiskey", "pint", "magnifying",
)  # fmt: skip


class Form(StrEnum):
    BASE = "base"
    THIRD = "third"  # sits
    GERUND = "gerund"  # sitting
    PAST = "past"  # sat
    PARTICIPLE = "participle"  # worn


@dataclass(frozen=True, slots=True)
class Verb:
    lemma: str
    form: Form
    pose: str | None
    relation: str | None  # to a direct object
    noun: bool  # the bare word is also a common noun


@lru_cache(1)
def _plurals() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.rows(__package__, "plurals.tsv")}


def singular(word: str) -> tuple[str, bool]:
    """(lemma, whether the word was a plural) of a noun in lower case; a name of several words bends its last."""
    before, space, last = word.rpartition(" ")
    if last == "glasses" and before.rpartition(" ")[2] in GLASSWARE:
        return f"{before} glass", True
    lemma, plural = _singular(last)
    return before + space + lemma, plural


def _singular(word: str) -> tuple[str, bool]:
    irregular = _plurals().get(word)
    if irregular is not None:
        return irregular, irregular != word
    if keyed("singular_s.tsv").get(word) in ("singular", "pair"):
        return word, False
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word, False
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y", True
    return (word[:-2] if word.endswith(ES) else word[:-1]), True


def is_pair(word: str) -> bool:
    """Whether the plural names one pair worn or used together: shoes, gloves."""
    return keyed("singular_s.tsv").get(word.rpartition(" ")[2]) == "pairing"


def _doubles(verb: str) -> bool:
    """Whether the last consonant doubles, as in words of one short syllable: sit -> sitting, strip -> stripped."""
    return re.fullmatch(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxyh]", verb) is not None and len(verb) > 2


def inflections(verb: str) -> dict[str, Form]:
    """The regular forms of a verb."""
    doubled = verb + verb[-1] if _doubles(verb) else verb
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s"
    gerund, past = doubled + "ing", doubled + "ed"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    if verb.endswith("e"):
        past = verb + "d"
        gerund = verb[:-2] + "ying" if verb.endswith("ie") else verb[: None if verb.endswith("ee") else -1] + "ing"
    return {verb: Form.BASE, third: Form.THIRD, gerund: Form.GERUND, past: Form.PAST}


@lru_cache(1)
def _irregular() -> dict[str, list[str]]:
    """Verb -> irregular past forms and participle, of the verbs without a picture."""
    cell = next(row[1] for row in tables.rows(__package__, "verbs_plain.tsv") if row[0] == "irregular")
    pairs = (entry.split(":") for entry in cell.split(";"))
    return {verb.strip(): words(forms) for verb, forms in pairs}


def _forms(verb: str, irregular: list[str]) -> dict[str, Form]:
    forms = inflections(verb)
    if irregular:
        forms = {word: form for word, form in forms.items() if form is not Form.PAST}
        for word in irregular[:-1]:
            forms.setdefault(word, Form.PAST)
        forms.setdefault(irregular[-1], Form.PARTICIPLE)
    return forms


def _plain() -> list[list[str]]:
    """Rows like those of verbs.tsv for the verbs without a picture."""
    cell = next(row[0] for row in tables.rows(__package__, "verbs_plain.tsv") if len(row) == 1)
    irregular = _irregular()
    return [
        [
            verb.rstrip("*"),
            "-",
            "-",
            ",".join(irregular.get(verb.rstrip("*"), ())),
            "noun" if verb.endswith("*") else "",
        ]
        for verb in words(cell)
    ]


@lru_cache(1)
def verb_forms() -> dict[str, Verb]:
    """Every form of every verb in the tables; the verbs with a picture win."""
    table: dict[str, Verb] = {}
    for row in [*tables.rows(__package__, "verbs.tsv"), *_plain()]:
        lemma, pose, relation, irregular, noun = (row + [""] * 3)[:5]
        for word, form in _forms(lemma, words(irregular)).items():
            known = Verb(
                lemma, form, None if pose == "-" else pose, None if relation == "-" else relation, noun == "noun"
            )
            table.setdefault(word, known)
    return table
