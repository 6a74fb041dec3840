"""Reads the art pack: one row a drawing, on demand."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box

if TYPE_CHECKING:
    from gouache.engines.composer.art.embedding import Vectors

LICENCES = {"noto": "Apache-2.0", "fluent-emoji-flat": "MIT", "fluent-emoji-high-contrast": "MIT"}
INK = "#241c15"


@dataclass(frozen=True, slots=True)
class Sign:
    """What an emoji is called and where Unicode files it."""

    label: str
    keywords: tuple[str, ...]
    group: str
    subgroup: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A colour of a drawing in OKLab and its share of the visible area."""

    L: float
    a: float
    b: float
    share: float


@dataclass(frozen=True, slots=True)
class Panorama:
    """An equirectangular photograph (WebP) and its main light: degrees from the middle column and the horizon."""

    name: str
    webp: bytes
    yaw: float
    pitch: float
    key: str
    ambient: str


@dataclass(frozen=True, slots=True)
class Sense:
    """The first senses of a word in one part of speech; tuples run over senses."""

    senses: int
    count: int  # how often it was met in a tagged corpus
    lexnames: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    hypernyms: tuple[tuple[tuple[str, ...], ...], ...]  # sense, step up, words


@dataclass(frozen=True, slots=True)
class Word:
    lemma: str
    noun: Sense | None
    verb: Sense | None
    adjective: Sense | None

    def count(self, sense: Sense | None) -> float:
        """Weight of a part of speech; an untagged one counts a little, by its number of senses."""
        return sense.count + min(sense.senses, 5) / 10 if sense else 0.0


def pack_path() -> Path:
    override = os.environ.get("GOUACHE_ART_PACK")
    return Path(override) if override else Path(__file__).parent / "pack" / "pack.sqlite"


def recipe_of(path: Path) -> str | None:
    """The recipe that a pack was built by; None when there is no readable pack."""
    if not path.is_file():
        return None
    try:
        row = _connect(path).execute("select value from meta where key = 'recipe'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class Pack:
    """The open pack. Reading is safe from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = _connect(path)

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._base.execute(query, values).fetchone()
        return row

    # drawings

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """Label -> collection -> name of the drawing."""
        table: dict[str, dict[str, str]] = {}
        for collection, name, label in self._base.execute("select collection, name, label from drawings"):
            table.setdefault(label, {}).setdefault(collection, name)
        return table

    @cached_property
    def signs(self) -> Mapping[str, Sign]:
        rows = self._base.execute('select label, keywords, "group", subgroup from signs order by label')
        return {row[0]: Sign(row[0], tuple(filter(None, row[1].split("|"))), row[2], row[3]) for row in rows}

    def drawing(self, collection: str, name: str, ink: str = INK) -> Drawing:
        """A drawing by its name; KeyError when the pack has none. `ink` colours one-colour drawings."""
        row = self._row(
            "select body, x, y, w, h, facing from drawings where collection = ? and name = ?", collection, name
        )
        if row is None:
            raise KeyError(f"{collection}:{name}")
        markup = zlib.decompress(row[0]).decode().replace("currentColor", ink)
        source = Source(collection, name, LICENCES[collection])
        return Drawing(markup, Box(*row[1:5]), source, facing=row[5])

    def has(self, collection: str, name: str) -> bool:
        return self._row("select 1 from drawings where collection = ? and name = ?", collection, name) is not None

    def patches(self, collection: str, name: str) -> tuple[Patch, ...]:
        """The colours of a drawing, largest share first."""
        row = self._row("select clusters from drawings where collection = ? and name = ?", collection, name)
        return tuple(Patch(*cells) for cells in json.loads(row[0])) if row else ()

    def label(self, collection: str, name: str) -> str | None:
        row = self._row("select label from drawings where collection = ? and name = ?", collection, name)
        return row[0] if row else None

    # photographs

    def panorama(self, name: str) -> Panorama:
        """A panorama by its name; KeyError when the pack has none."""
        row = self._row("select name, webp, yaw, pitch, key, ambient from panoramas where name = ?", name)
        if row is None:
            raise KeyError(name)
        return Panorama(*row)

    def panoramas(self) -> list[str]:
        return [row[0] for row in self._base.execute("select name from panoramas order by name")]

    # words

    def word(self, lemma: str) -> Word | None:
        """What WordNet knows of a lemma in lower case."""
        rows = self._base.execute("select * from words where lemma = ?", (lemma,)).fetchall()
        if not rows:
            return None
        by_pos = {row[1]: _sense(row) for row in rows}
        return Word(lemma, by_pos.get("noun"), by_pos.get("verb"), by_pos.get("adj"))

    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self)

    # meaning

    @cached_property
    def _vectors(self) -> tuple[list[str], Vectors]:
        import numpy as np

        rows = self._base.execute("select label, vector from vectors order by label").fetchall()
        matrix = np.frombuffer(b"".join(row[1] for row in rows), np.float16).reshape(len(rows), -1)
        return [row[0] for row in rows], matrix.astype(np.float32)

    def nearest(self, text: str, k: int = 5) -> list[tuple[str, float]]:
        """The k labels nearest in meaning with their cosine, best first."""
        from gouache.engines.composer.art.embedding import embed

        labels, matrix = self._vectors
        scores = matrix @ embed([text])[0]
        best = scores.argsort(kind="stable")[::-1][:k]
        return [(labels[i], float(scores[i])) for i in best]

    def licence(self, collection: str) -> tuple[str, str]:
        """SPDX id and full notice of a collection; KeyError when unknown."""
        row = self._row("select spdx, notice from licences where collection = ?", collection)
        if row is None:
            raise KeyError(collection)
        return row[0], row[1]


def _sense(row: tuple[Any, ...]) -> Sense:
    _, _, senses, count, lexnames, synonyms, hypernyms = row
    return Sense(
        senses,
        count,
        tuple(lexnames.split("|")),
        tuple(tuple(filter(None, cell.split(","))) for cell in synonyms.split("|")),
        tuple(tuple(tuple(step.split(",")) for step in cell.split(">") if step) for cell in hypernyms.split("|")),
    )


class Vocabulary:
    """Which part of speech a word mostly is, by how often its senses were met."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def _word(self, word: str) -> Word | None:
        return _lookup(self._pack, word)

    def is_noun(self, word: str) -> bool:
        found = self._word(word)
        if found is None or found.noun is None:
            return False
        weight = found.count(found.noun)
        return weight >= found.count(found.verb) and weight >= found.count(found.adjective)

    def is_verb(self, word: str) -> bool:
        found = self._word(word)
        if found is None or found.verb is None:
            return False
        return found.count(found.verb) > max(found.count(found.noun), found.count(found.adjective))

    def is_adjective(self, word: str) -> bool:
        found = self._word(word)
        if found is None or found.adjective is None:
            return False
        return found.count(found.adjective) > max(found.count(found.noun), found.count(found.verb))

    def lexname(self, word: str) -> str | None:
        """Lexicographer's class of the first noun sense: animal, artifact, food, person, act ..."""
        found = self._word(word)
        return found.noun.lexnames[0] if found and found.noun else None


@lru_cache(8192)
def _lookup(pack: Pack, word: str) -> Word | None:
    return pack.word(word)


@lru_cache(4)
def _open(path: Path) -> Pack:
    return Pack(path)


def pack() -> Pack | None:
    """The art pack, or None where none was built."""
    path = pack_path()
    return _open(path) if path.is_file() else None
