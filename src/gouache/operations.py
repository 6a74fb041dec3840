"""The operations, in our words: what is asked for, validated, free of any dialect."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from gouache.styles.profile import Base, StyleProfile, Swatch

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with a space for every character that XML 1.0 cannot carry (section 2.2): it ends up in an SVG."""
    return _UNWRITABLE.sub(" ", text)


Text = Annotated[str, AfterValidator(writable)]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Fraction = float
Format = Literal["webp", "png", "jpeg", "svg"]
MAX_SEED = 2**32 - 1
MAX_SIDE = 4096  # px
MAX_STYLE_PICTURES = 10


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


class Operation(BaseModel):
    """What all operations share. `notes` are lines for the report: what the dialect took in and cannot honour."""

    model_config = ConfigDict(frozen=True)
    n: int = Field(default=1, ge=1, le=30)
    seed: int = Field(default=0, ge=0, le=MAX_SEED)
    format: Format = "webp"
    notes: tuple[Text, ...] = ()


class Drawn(Operation):
    """What all operations share that draw after a prompt. `style` and `substyle` are vocabulary names.

    `profile` is a style of the account's own, laid over the vocabulary style.
    """

    prompt: Text
    style: str = "any"
    substyle: str | None = None
    profile: StyleProfile | None = None
    negative_prompt: Text | None = None
    palette: tuple[PaletteColor, ...] = ()
    background: Hex | None = None
    artistic_level: int | None = Field(default=None, ge=0, le=5)
    no_text: bool = False
    text_layout: tuple[TextPlacement, ...] = ()
    megapixels: Literal[4, 16] | None = None  # deliver pixels at this size, same aspect; None = the picture's own size


class Generate(Drawn):
    """Text to image. Sizes in px, `format` is the file to deliver."""

    width: int = Field(default=1024, ge=64, le=MAX_SIDE)
    height: int = Field(default=1024, ge=64, le=MAX_SIDE)


class Source(BaseModel):
    """A picture that came in, by the SHA-256 of its bytes; sizes in px, as it is seen (EXIF rotation applied).

    `made_by` is the stored operation that gouache itself made it with (`dump`), `position` which of its pictures it is.
    """

    model_config = ConfigDict(frozen=True)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    made_by: dict[str, Any] | None = None
    position: int = Field(default=0, ge=0)
    transparent_marks: bool = False  # of a mask that has an alpha channel: transparency marks, not white


class ImageToImage(Drawn):
    """A new picture after a prompt and a picture; `strength` 0 = almost the picture, 1 = least like it."""

    image: Source
    strength: float = Field(ge=0, le=1)


class Inpaint(Drawn):
    """Draw the prompt where the mask is white; every other pixel keeps its value."""

    image: Source
    mask: Source


class GenerateBackground(Drawn):
    """Draw a background after the prompt where the mask is white; every other pixel keeps its value."""

    image: Source
    mask: Source


class ReplaceBackground(Drawn):
    """Draw a new background after the prompt behind the subject, which is found in the picture."""

    image: Source


class Outpaint(Drawn):
    """Continue a picture beyond its edges, px on each side; `zoom_out` 0..100 first shrinks it by that percentage."""

    image: Source
    left: int = Field(default=0, ge=0, le=MAX_SIDE)
    right: int = Field(default=0, ge=0, le=MAX_SIDE)
    top: int = Field(default=0, ge=0, le=MAX_SIDE)
    bottom: int = Field(default=0, ge=0, le=MAX_SIDE)
    zoom_out: float = Field(default=0, ge=0, lt=100)


class Variate(Operation):
    """The same subject composed anew, at a size in px."""

    image: Source
    width: int = Field(default=1024, ge=64, le=MAX_SIDE)
    height: int = Field(default=1024, ge=64, le=MAX_SIDE)


class EraseRegion(Operation):
    """Fill what the mask marks white from its surroundings; every other pixel keeps its value."""

    image: Source
    mask: Source


class RemoveBackground(Operation):
    """Keep the subject on transparent ground; an SVG stays one when `format` is svg."""

    image: Source


class CrispUpscale(Operation):
    """The same picture, `factor` times as large on each side, sharper."""

    image: Source
    factor: Literal[2, 4] = 4
    megapixels: Literal[4, 16] | None = None  # deliver this size instead


class CreativeUpscale(Operation):
    """The same picture, `factor` times as large on each side, with plausible new detail."""

    image: Source
    factor: Literal[2, 4] = 4
    megapixels: Literal[4, 16] | None = None


class Vectorize(Operation):
    """Pixels to SVG. `palette` holds the only colours to use when it is not empty; limits of None are the tracer's own.

    `small_shape_filter` drops specks, `compress` shortens the paths, `cut_out` lets no shape lie over another.
    """

    image: Source
    format: Format = "svg"
    max_shapes: int | None = Field(default=None, ge=1)
    max_colors: int | None = Field(default=None, ge=1)
    palette: tuple[Hex, ...] = ()
    reduce_colors: bool = True
    gradients: bool = False
    small_shape_filter: bool = True
    compress: bool = True
    cut_out: bool = False


class CreateStyle(Operation):
    """Measure a style profile of up to 10 pictures and blend it with others; the file is the profile's JSON.

    `weights` say how much each picture counts, `source_weights` each profile. `palette` and `background` overrule.
    """

    base: Base
    images: tuple[Source, ...] = Field(default=(), max_length=MAX_STYLE_PICTURES)
    weights: tuple[float, ...] = ()
    sources: tuple[StyleProfile, ...] = Field(default=(), max_length=10)
    source_weights: tuple[float, ...] = ()
    mix_policy: Literal["PaletteMatch", "MaxWeight"] = "PaletteMatch"
    palette: tuple[Swatch, ...] = Field(default=(), max_length=10)
    background: Hex | None = None
    private: bool = True


OPERATIONS: dict[str, type[Operation]] = {
    kind.__name__.lower(): kind
    for kind in (
        Generate, ImageToImage, Inpaint, GenerateBackground, ReplaceBackground, Outpaint, Variate, EraseRegion,
        RemoveBackground, CrispUpscale, CreativeUpscale, Vectorize, CreateStyle,
    )
}  # fmt: skip


def dump(operation: Operation) -> dict[str, Any]:
    """The operation as JSON values, to be stored."""
    return {"type": type(operation).__name__.lower(), **operation.model_dump(mode="json", exclude_defaults=True)}


def load(stored: dict[str, Any]) -> Operation:
    """The operation that `dump` stored."""
    values = dict(stored)
    return OPERATIONS[values.pop("type")].model_validate(values)


def picture_seed(seed: int, index: int) -> int:
    """The seed of picture `index` of a request: the request's own for the first, well spread for the others."""
    return (seed + index * 0x9E3779B1) & MAX_SEED
