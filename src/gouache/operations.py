"""The operations, in our words: what is asked for, validated, free of any dialect."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with a space for every character that XML 1.0 cannot carry (section 2.2): it ends up in an SVG."""
    return _UNWRITABLE.sub(" ", text)


Text = Annotated[str, AfterValidator(writable)]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Fraction = float
Format = Literal["webp", "png", "jpeg", "svg"]
MAX_SEED = 2**32 - 1


class PaletteColor(BaseModel):
    """A wished colour; `weight` 0..1 is its wished share of the picture, None = no wish."""

    model_config = ConfigDict(frozen=True)
    color: Hex
    weight: float | None = Field(default=None, ge=0, le=1)


class TextPlacement(BaseModel):
    """One word in a quadrilateral: four (x, y) points relative to the page, from the top left clockwise."""

    model_config = ConfigDict(frozen=True)
    text: Text
    quad: tuple[
        tuple[Fraction, Fraction], tuple[Fraction, Fraction], tuple[Fraction, Fraction], tuple[Fraction, Fraction]
    ]


class Generate(BaseModel):
    """Text to image. Sizes in px. `style` and `substyle` are vocabulary names, `format` is the file to deliver."""

    model_config = ConfigDict(frozen=True)
    prompt: Text
    style: str = "any"
    substyle: str | None = None
    n: int = Field(default=1, ge=1, le=30)
    width: int = Field(default=1024, ge=64, le=4096)
    height: int = Field(default=1024, ge=64, le=4096)
    seed: int = Field(default=0, ge=0, le=MAX_SEED)
    format: Format = "webp"
    negative_prompt: Text | None = None
    palette: tuple[PaletteColor, ...] = ()
    background: Hex | None = None
    artistic_level: int | None = Field(default=None, ge=0, le=5)
    no_text: bool = False
    text_layout: tuple[TextPlacement, ...] = ()
    megapixels: Literal[4, 16] | None = None  # deliver pixels at this size, same aspect; None = width x height
    notes: tuple[Text, ...] = ()  # lines for the report: what the dialect took in and cannot honour


def picture_seed(seed: int, index: int) -> int:
    """The seed of picture `index` of a request: the request's own for the first, well spread for the others."""
    return (seed + index * 0x9E3779B1) & MAX_SEED
