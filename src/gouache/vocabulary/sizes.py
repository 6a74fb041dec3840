"""Picture sizes: the fifteen `WxH`, the ratio names, and the presets of AI/ML API and fal. Pixels, width first."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from gouache.errors import Invalid
from gouache.tables import rows


class Size(NamedTuple):
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


DEFAULT_SIZE = Size(1024, 1024)
UpscaleTo = Literal["upscale4mp", "upscale16mp"]
MEGAPIXELS: dict[UpscaleTo | None, Literal[4, 16]] = {"upscale4mp": 4, "upscale16mp": 16}


@lru_cache(1)
def sizes() -> tuple[Size, ...]:
    return tuple(Size(int(row[0]), int(row[1])) for row in rows(__package__, "sizes.tsv"))


@lru_cache(1)
def _ratios() -> dict[str, Size]:
    return {row[2]: Size(int(row[0]), int(row[1])) for row in rows(__package__, "sizes.tsv") if row[2]}


@lru_cache(1)
def aspect_ratios() -> dict[str, Size]:
    """`1:1` ... `5:3`, one for each size, as Replicate's catalogue names them."""
    return {row[3]: Size(int(row[0]), int(row[1])) for row in rows(__package__, "sizes.tsv")}


@lru_cache(1)
def presets() -> dict[str, Size]:
    """`square_hd`, `portrait_4_3` ...: each the Recraft size of the same ratio."""
    return {name: Size(int(w), int(h)) for name, w, h in rows(__package__, "presets.tsv")}


def size(value: str | None) -> Size:
    """The size of `WxH` or of a ratio name like `16:9`; raises Invalid for any other."""
    if value is None:
        return DEFAULT_SIZE
    known = {str(s): s for s in sizes()} | _ratios()
    if value not in known:
        raise Invalid(f"invalid size {value!r}; allowed: {', '.join(known)}", field="size")
    return known[value]
