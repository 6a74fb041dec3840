"""Prompts that are refused, and how unsafe for work a prompt is: by its words alone, from a table.

A word list is a coarse sieve: it knows no irony and no other language than English. An operator may bring a list of
their own in the same form (`GOUACHE_MODERATION_LIST`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gouache.errors import Invalid
from gouache.tables import cells, rows

UNSAFE = 0.5  # a score from which a prompt is not safe for work
_KINDS = ("forbidden", "minor", "sexual", "gore", "harmless")
_WORD = re.compile(r"[a-z0-9]+")
_LEET = str.maketrans("0134578@$", "oieastbas")
_LOOSE = re.compile(r"(?<![a-z0-9])(?:[a-z0-9][ .\-_*]){2,}[a-z0-9](?![a-z0-9])")  # letters held apart: p.o.r.n


class Improper(Invalid):
    """The prompt asks for what this server does not draw. Nothing is drawn, nothing is charged."""

    code = "prompt_is_improper"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` 0..1: how unsafe for work the words are; `forbidden`: refused whatever the settings allow."""

    score: float
    forbidden: bool

    @property
    def unsafe(self) -> bool:
        return self.score >= UNSAFE


Phrases = dict[tuple[str, ...], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class WordList:
    """Phrases as words → their kind and weight."""

    phrases: Phrases
    beginnings: frozenset[str]
    longest: int

    def judge(self, *texts: str | None) -> Verdict:
        """What is to be said of the texts together."""
        found = [hit for text in texts if text for hit in self._hits(text)]
        if not found:
            return Verdict(0.0, False)
        kinds = {kind for kind, _ in found}
        safe = 1.0
        for weight in {entry for entry in found if entry[0] in ("sexual", "gore")}:
            safe *= 1 - weight[1]
        lewd = any(kind == "sexual" and weight >= UNSAFE for kind, weight in found)
        forbidden = "forbidden" in kinds or ("minor" in kinds and lewd)
        return Verdict(1.0 if forbidden else round(1 - safe, 4), forbidden)

    def _hits(self, text: str) -> list[tuple[str, float]]:
        return [hit for words in _readings(text) for hit in self._match(words)]

    def _match(self, words: list[str]) -> list[tuple[str, float]]:
        """The longest phrase at each place; what is harmless hides what is in it."""
        if self.beginnings.isdisjoint(words):
            return []
        hits, at = [], 0
        while at < len(words):
            most = min(self.longest, len(words) - at) if words[at] in self.beginnings else 0
            for length in range(most, 0, -1):
                hit = self.phrases.get(tuple(words[at : at + length]))
                if hit is not None:
                    hits.append(hit)
                    at += length - 1
                    break
            at += 1
        return hits


def _readings(text: str) -> list[list[str]]:
    """The words as they stand, and as they may be meant: digits for letters, letters held apart."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    joined = _LOOSE.sub(lambda match: re.sub(r"[^a-z0-9]", "", match[0]), plain)
    variants = dict.fromkeys((plain, joined, joined.translate(_LEET)))
    return [[_singular(word) for word in _WORD.findall(variant)] for variant in variants]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(4)
def word_list(path: Path | None = None) -> WordList:
    """The list of a file, by default our own; raises Invalid when the file is no such table."""
    table = rows(__package__, "improper.tsv") if path is None else _own(path)
    phrases = _phrases(table)
    return WordList(phrases, frozenset(words[0] for words in phrases), max(map(len, phrases), default=0))


def _own(path: Path) -> list[list[str]]:
    try:
        return cells(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"GOUACHE_MODERATION_LIST: {error}", field="moderation_list") from error


def _phrases(table: Iterable[list[str]]) -> Phrases:
    phrases: Phrases = {}
    for row in table:
        words = tuple(_singular(word) for word in _WORD.findall(row[-1].casefold()))
        if len(row) != 3 or row[0] not in _KINDS or not words or not re.fullmatch(r"[01](\.\d+)?", row[1]):
            raise Invalid(f"GOUACHE_MODERATION_LIST: not kind, weight, phrase: {row}", field="moderation_list")
        phrases.setdefault(words, (row[0], float(row[1])))
    return phrases


def refuse(words: WordList, prompt: str, *more: str | None, unsafe: bool) -> None:
    """Raise Improper for what is forbidden; with `unsafe`, also for what is not safe for work."""
    verdict = words.judge(prompt, *more)
    if verdict.forbidden or (unsafe and verdict.unsafe):
        raise Improper("the prompt asks for what this server does not draw", field="prompt")
