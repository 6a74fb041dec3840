"""Shaping: a line of text becomes placed glyphs, with kerning, joining, marks and stand-in fonts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.typography.bidi import levels, visual_order
from gouache.engines.composer.typography.fonts import extents, faces, font, font_for, invisible

_MARKS = "Mn", "Mc", "Me"
_JOINED = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph on the baseline; position and advance in ems, y downwards."""

    font: str
    gid: int
    x: float
    y: float
    advance: float


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line. `ink` is the real extent in ems with the baseline at y = 0."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    ink: Box
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    font: str
    level: int


def connected(text: str, key: str) -> bool:
    """Letters that touch: they must be bent as a whole, not turned one by one."""
    return faces()[key].kind == "script" or bool(_JOINED.search(text))


def clusters(text: str) -> list[str]:
    """A base character with its combining marks, joiners and selectors."""
    found: list[str] = []
    for char in text:
        joins = found and (unicodedata.category(char) in _MARKS or (invisible(char) and not char.isspace()))
        if found and (joins or found[-1].endswith("\u200d")):
            found[-1] += char
        else:
            found.append(char)
    return found


def _fonts_of(text: str, key: str) -> list[tuple[str, str | None]]:
    """Words keep to one font where one has all their letters; else each letter finds its own."""
    if font(key).covers(text):
        return [(text, key)]
    parts: list[tuple[str, str | None]] = []
    for word in re.findall(r"\s+|\S+", text):
        whole = font_for(key, word)
        parts += [(word, whole)] if whole else [(c, font_for(key, c)) for c in clusters(word)]
    return parts


def _runs(text: str, key: str) -> tuple[list[_Run], tuple[str, ...]]:
    kinds = levels(text)
    cells: list[tuple[str, str, int]] = []
    missing: list[str] = []
    at = 0
    for part, owner in _fonts_of(text, key):
        if owner is None:
            missing.append(part)
        else:
            cells += [(c, owner, kinds[at + i]) for i, c in enumerate(part)]
        at += len(part)
    runs = [
        _Run("".join(c for c, _, _ in cell), owner, level)
        for (owner, level), cell in ((k, list(g)) for k, g in groupby(cells, key=lambda c: (c[1], c[2])))
    ]
    return runs, tuple(dict.fromkeys(missing))


def _language(text: str) -> str:
    """Chooses between national forms of Han characters; fixed, so that no locale of a machine decides."""
    if re.search("[\u3040-\u30ff]", text):
        return "ja"
    if re.search("[\uac00-\ud7af]", text):
        return "ko"
    return "zh-hans" if re.search("[\u4e00-\u9fff]", text) else "en"


def _shape_run(run: _Run, tracking: float) -> list[Glyph]:
    loaded = font(run.font)
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.language = _language(run.text)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    loose = tracking > 0 and not connected(run.text, run.font)
    hb.shape(loaded.hb, buffer, {"kern": True, "lnum": True, "liga": not loose, "clig": not loose})
    u = loaded.units
    extra = 0.0 if connected(run.text, run.font) else tracking * u
    return [
        Glyph(
            run.font, info.codepoint, at.x_offset / u, -at.y_offset / u, (at.x_advance + extra * (at.x_advance > 0)) / u
        )
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@lru_cache(4096)
def shape(text: str, key: str, tracking: float = 0.0) -> Line:
    """One line of text in a font; `tracking` in ems is added between letters."""
    runs, missing = _runs(text, key)
    placed: list[Glyph] = []
    x = 0.0
    for index in visual_order([run.level for run in runs]):
        for glyph in _shape_run(runs[index], tracking):
            placed.append(Glyph(glyph.font, glyph.gid, x + glyph.x, glyph.y, glyph.advance))
            x += glyph.advance
    x -= tracking if placed else 0.0
    return Line(text, tuple(placed), x, _ink(placed, x), missing)


def _ink(glyphs: list[Glyph], advance: float) -> Box:
    boxes = [(g, e) for g in glyphs if (e := extents(g.font, g.gid))]
    if not boxes:
        return Box(0.0, -0.7, max(advance, 0.0), 0.7)
    left = min(g.x + e[0] for g, e in boxes)
    top = min(g.y + e[1] for g, e in boxes)
    right = max(g.x + e[2] for g, e in boxes)
    bottom = max(g.y + e[3] for g, e in boxes)
    return Box(left, top, right - left, bottom - top)
