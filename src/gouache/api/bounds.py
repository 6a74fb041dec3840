"""Which pictures the vendor takes: kinds and sizes, the same in every dialect; each says it in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gouache.operations import MAX_SIDE, Source

_RASTER = ("image/png", "image/jpeg", "image/webp")
_SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a picture is not taken."""

    kind: Literal["format", "too_large", "too_small"]
    text: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a route takes: at least `least` px a side, SVG or not.

    The vendor's 16 megapixels are those of the largest square, 4096 x 4096 px, which the upscalers make; so the longest
    side says it all.
    """

    least: int = 256
    svg: bool = False

    def unfit(self, source: Source) -> Unfit | None:
        """What is wrong with a picture, if anything."""
        if source.media_type == _SVG and self.svg:
            return None
        if source.media_type not in _RASTER:
            return Unfit("format", f"{source.media_type}, not PNG, JPG{', WEBP or SVG' if self.svg else ' or WEBP'}")
        size = f"{source.width}x{source.height} px"
        if max(source.width, source.height) > MAX_SIDE:
            return Unfit("too_large", f"{size}; at most 16 MP and {MAX_SIDE} px a side")
        if min(source.width, source.height) < self.least:
            return Unfit("too_small", f"{size}; at least {self.least} px a side")
        return None
