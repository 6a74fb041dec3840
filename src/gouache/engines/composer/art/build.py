"""Builds the art pack: one SQLite file out of exact package versions, the same bytes each time.

    python -m gouache.engines.composer.art.build

A pack of this recipe is left alone. Without any network the composer works with its house art only.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from gouache.engines.composer.art.pack import pack_path, recipe_of

if TYPE_CHECKING:
    from gouache.engines.composer.art.catalogue import Icon

RECIPE = 5  # raise it when the builder's output changes

SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table signs (label text primary key, keywords text, "group" text, subgroup text) without rowid;
create table drawings (collection text, name text, label text, body blob, width real, height real,
  x real, y real, w real, h real, clusters text, facing text, primary key (collection, name)) without rowid;
create table panoramas (name text primary key, webp blob, yaw real, pitch real, key text, ambient text) without rowid;
create table words (lemma text, pos text, senses integer, count integer, lexnames text, synonyms text,
  hypernyms text, primary key (lemma, pos)) without rowid;
create table vectors (label text primary key, vector blob) without rowid;
create table licences (collection text primary key, spdx text, notice text) without rowid;
"""

Files = dict[str, bytes]
Row = tuple[object, ...]


def recipe() -> str:
    """A digest of everything that decides the pack: this number and the tables in `data/`."""
    state = hashlib.sha256(str(RECIPE).encode())
    for path in sorted((files(__package__) / "data").iterdir(), key=lambda p: p.name):
        state.update(path.read_bytes())
    return state.hexdigest()


def main() -> int:
    target = pack_path()
    if recipe_of(target) == recipe():
        print(f"art pack: up to date ({target})")
        return 0
    from gouache.engines.composer.art.fetch import FetchError, IntegrityError, fetch

    try:
        sources = fetch()
    except FetchError as error:
        print(f"art pack: not built, house art serves alone ({error})")
        return 0
    except IntegrityError as error:
        print(f"art pack: {error}", file=sys.stderr)
        return 1
    build(sources, target)
    print(f"art pack: {target.stat().st_size / 1e6:.1f} MB in {target}")
    return 0


def build(sources: Files, target: Path) -> None:
    """Write the pack beside its target, then move it there in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        base = sqlite3.connect(draft)
        base.executescript("pragma journal_mode=off; pragma page_size=4096;" + SCHEMA)
        _fill(base, sources)
        base.execute("insert into meta values ('recipe', ?)", (recipe(),))
        base.commit()
        base.execute("vacuum")
        base.close()
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, sources: Files) -> None:
    from concurrent.futures import ProcessPoolExecutor

    from gouache.engines.composer.art.catalogue import icons, signs
    from gouache.engines.composer.art.wordnet import entries

    known = signs(sources)
    labels = {sign.label: sign for sign in sorted(known.values(), key=lambda s: s.code)}
    with ProcessPoolExecutor(2) as pool:
        vectors = pool.submit(_vector_rows, sorted(labels))
        panoramas = pool.map(_panorama_row, *zip(*_panorama_files(sources), strict=True))
        drawings = pool.map(_drawing_row, icons(sources, known), chunksize=32)
        words = [(e.lemma, e.pos, e.senses, e.count, e.lexnames, e.synonyms, e.hypernyms) for e in entries(sources)]
        _insert(base, "drawings", (row for row in drawings if row))
        _insert(base, "panoramas", panoramas)
        _insert(base, "vectors", vectors.result())
    _insert(base, "signs", ((k, "|".join(s.keywords), s.group, s.subgroup) for k, s in sorted(labels.items())))
    _insert(base, "words", words)
    _insert(base, "licences", _licence_rows(sources))


def _insert(base: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    marks = ", ".join("?" * len(rows[0]))
    base.executemany(f"insert into {table} values ({marks})", rows)  # noqa: S608 - our own table names


def _drawing_row(icon: Icon) -> Row | None:
    from gouache.engines.composer.art.measure import measure
    from gouache.engines.composer.art.mend import mended

    whole = mended(icon.body, icon.width, icon.height)
    seen = measure(whole.replace("currentColor", "#000000"), icon.width, icon.height)
    if seen is None:
        return None
    box, clusters = seen
    shares = json.dumps([[c.L, c.a, c.b, c.share] for c in clusters], separators=(",", ":"))
    body = zlib.compress(whole.encode(), 9)
    facing = _facings().get((icon.collection, icon.name), "front")
    head = (icon.collection, icon.name, icon.sign.label, body, icon.width, icon.height)
    return (*head, *(round(v, 3) for v in (box.x, box.y, box.w, box.h)), shares, facing)


@lru_cache(1)
def _facings() -> dict[tuple[str, str], str]:
    from gouache.engines.composer.art.fetch import table

    return {(collection, name): facing for collection, facing, names in table("facing.tsv") for name in names.split()}


def _panorama_files(sources: Files) -> list[tuple[str, bytes]]:
    start, end = "@pmndrs/assets/hdri/", ".exr.js"
    return [(key[len(start) : -len(end)], sources[key]) for key in sorted(sources) if key.startswith(start)]


def _panorama_row(name: str, module: bytes) -> Row:
    from gouache.engines.composer.art.panoramas import panorama

    lit = panorama(name, module)
    return (name, lit.webp, lit.yaw, lit.pitch, lit.key, lit.ambient)


def _vector_rows(labels: list[str]) -> list[Row]:
    from gouache.engines.composer.art.embedding import embed

    return [(label, row.tobytes()) for label, row in zip(labels, embed(labels).astype("float16"), strict=True)]


def _licence_rows(sources: Files) -> list[Row]:
    """Full notices: out of the packages where they carry one, else from `data/`."""
    data = files(__package__) / "data"
    return [
        (collection, spdx, (sources[file] if "/" in file else (data / file).read_bytes()).decode("utf-8"))
        for collection, spdx, file in (line.split("\t") for line in _lines(data / "licences.tsv"))
    ]


def _lines(path: Traversable) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main())
