"""Fonts: which file a key stands for, loaded on first use, with a chain of stand-ins for missing letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec

import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen

Segments = tuple[tuple[str, tuple[tuple[float, float], ...]], ...]

_KIN = {
    "serif": ("playfair",),
    "condensed": ("oswald",),
    "script": ("lobster", "pacifico", "caveat"),
    "hand": ("caveat",),
    "rounded": ("poppins", "inter"),
    "mono": ("mono",),
    "pixel": ("mono",),
    "display": ("inter-black",),
}


@dataclass(frozen=True, slots=True)
class Face:
    """A row of the font table. `weight` is the instance of a variable font, 0 for a static one."""

    key: str
    package: str
    file: str
    weight: int
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A loaded font. Heights are fractions of the em, measured upwards from the baseline."""

    face: Face
    hb: hb.Font
    units: int
    cap: float
    xheight: float
    covered: frozenset[int]

    def covers(self, text: str) -> bool:
        return all(ord(c) in self.covered or invisible(c) for c in text)


def invisible(char: str) -> bool:
    """Characters that need no glyph: spaces, joiners, direction marks, variation selectors."""
    return char.isspace() or 0x200B <= ord(char) <= 0x200F or 0xFE00 <= ord(char) <= 0xFE0F


@lru_cache(1)
def faces() -> dict[str, Face]:
    """The font table by key, in the order of the file; fonts whose package is not installed are left out."""
    text = (files(__package__) / "data" / "fonts.tsv").read_text(encoding="utf-8")
    table: dict[str, Face] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, package, file, weight, kind = line.split("\t")
            if find_spec(package):
                table[key] = Face(key, package, file, int(weight), kind)
    return table


def _read(face: Face) -> bytes:
    root = files(face.package)
    path = root / "files" / face.file
    return (path if path.is_file() else root / face.file).read_bytes()


@lru_cache(64)
def font(key: str) -> Font:
    """The font of a key; KeyError for a key that is not in the table."""
    face = faces()[key]
    loaded = hb.Face(hb.Blob(_read(face)))
    shaper = hb.Font(loaded)
    if face.weight:
        shaper.set_variations({"wght": float(face.weight)})
    units = loaded.upem
    return Font(face, shaper, units, _top(shaper, "H") / units, _top(shaper, "x") / units, frozenset(loaded.unicodes))


def _top(shaper: hb.Font, letter: str) -> float:
    """Height of a letter's ink; fonts of other scripts may lack it."""
    gid = shaper.get_nominal_glyph(ord(letter))
    box = shaper.get_glyph_extents(gid) if gid else None
    return float(box.y_bearing) if box else 0.7 * shaper.face.upem


@lru_cache(64)
def chain(key: str) -> tuple[str, ...]:
    """Keys to try in turn: the font, its kin, plain ones, then one for each script."""
    kind = faces()[key].kind
    kin = (*_KIN.get(kind, ()), "inter", *(k for k, f in faces().items() if f.kind == "fallback"))
    return tuple(dict.fromkeys((key, *kin)))


@lru_cache(4096)
def font_for(key: str, text: str) -> str | None:
    """The first font of the chain that has every letter of a short text, or None."""
    return next((k for k in chain(key) if font(k).covers(text)), None)


@lru_cache(1024)
def main_font(key: str, text: str) -> str:
    """One font for a whole text if any font has it all, so that a text is never set in two hands; else `key`."""
    letters = "".join(c for c in text if c.isalnum())
    plain = (k for k in chain(key) if k not in ("noto-sans-symbols", "noto-emoji"))
    return next((k for k in plain if font(k).covers(text)), None) or font_for(key, letters) or key


@lru_cache(8192)
def outline(key: str, glyph: int) -> Segments:
    """The glyph's outline in font units, y upwards, as drawing commands and their points."""
    pen = RecordingPen()
    font(key).hb.draw_glyph_with_pen(glyph, pen)
    return tuple((name, tuple(points)) for name, points in pen.value)


@lru_cache(8192)
def extents(key: str, glyph: int) -> tuple[float, float, float, float] | None:
    """Ink of a glyph in ems, y downwards: left, top, right, bottom; None when it has none."""
    loaded = font(key)
    box = loaded.hb.get_glyph_extents(glyph)
    if box is None or not box.width or not box.height:
        return None
    u = loaded.units
    return (
        box.x_bearing / u,
        -box.y_bearing / u,
        (box.x_bearing + box.width) / u,
        -(box.y_bearing + box.height) / u,
    )


@lru_cache(8192)
def relative_path(key: str, glyph: int) -> str:
    """Path data in whole font units, y downwards, every command relative: put an absolute `M` in front."""
    parts: list[str] = []
    at = start = (0, 0)
    letter = {"moveTo": "m", "lineTo": "l", "qCurveTo": "q", "curveTo": "c"}
    for name, points in outline(key, glyph):
        if name in ("closePath", "endPath"):
            parts.append("z")
            at = start
            continue
        whole = [(round(x), -round(y)) for x, y in points]
        parts.append(letter[name] + " ".join(f"{x - at[0]} {y - at[1]}" for x, y in whole))
        at = whole[-1]
        if name == "moveTo":
            start = at
    return "".join(parts)
