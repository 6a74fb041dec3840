"""What requests of the Recraft dialect that bring a picture may hold. `null` means the default everywhere."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gouache.api.recraft_fields import (
    Body,
    Channel,
    DrawingBody,
    ImageFormat,
    Real,
    ResponseFormat,
    Seed,
    Whole,
)
from gouache.operations import MAX_SIDE
from gouache.vocabulary.sizes import UpscaleTo


def _on(value: object) -> object:
    """The vendor's schema spelled it `on` and `off`, for some days `True` and `False`."""
    if isinstance(value, str) and value.lower() in ("on", "off"):
        return value.lower() == "on"
    return value


Switch = Annotated[bool, BeforeValidator(_on)]
Side = Annotated[Whole, Field(ge=0, le=MAX_SIDE)]


class Pictures(Body):
    """The pictures of a JSON body: http(s) or data URLs. Forms send them as file parts instead."""

    image_url: str | None = Field(default=None, description="http(s) or `data:` URL; forms send a file part instead.")


class Masked(Pictures):
    mask_url: str | None = Field(default=None, description="White = change, black = keep; exactly as large.")


class ToolBody(Pictures):
    """The fields that all tools take."""

    response_format: ResponseFormat | None = None
    image_format: ImageFormat | None = Field(default=None, description="`webp` by default.")
    expire: bool | None = None


class EraseBody(ToolBody, Masked):
    """The fields of `POST /v1/images/eraseRegion`."""


class UpscaleBody(ToolBody):
    """The fields of the upscalers."""

    upscale: UpscaleTo | None = Field(default=None, description="Deliver 4 or 16 MP.")


class VectorizeBody(ToolBody):
    """The fields of `POST /v1/images/vectorize`."""

    upscale: UpscaleTo | None = None
    svg_compression: Switch | None = Field(default=None, description="Shorter paths; `on` by default.")
    limit_num_shapes: Switch | None = Field(default=None, description="Hold `max_num_shapes`.")
    max_num_shapes: Annotated[Whole, Field(ge=1, le=100_000)] | None = None
    color_reduction: Switch | None = Field(default=None, description="Merge near colours; `on` by default.")
    max_num_colors: Annotated[Whole, Field(ge=1, le=256)] | None = None
    strict_color_palette: list[tuple[Channel, Channel, Channel]] | None = Field(default=None, max_length=256)
    small_shape_filter: Switch | None = Field(default=None, description="Drop specks; `on` by default.")
    return_gradients: Switch | None = None
    shape_stacking: Literal["cut_out", "hierarchical"] | None = None


class DrawnBody(DrawingBody, Pictures):
    """The fields of `POST /v1/images/replaceBackground`."""


class MaskedBody(DrawingBody, Masked):
    """The fields of `POST /v1/images/inpaint` and `/generateBackground`."""


class ImageToImageBody(DrawnBody):
    """The fields of `POST /v1/images/imageToImage`."""

    strength: Annotated[Real, Field(ge=0, le=1)] = Field(description="0 = almost the picture, 1 = least like it.")


class EditBody(DrawingBody, Masked):
    """The fields of OpenAI's `POST /v1/images/edits`."""

    size: str | None = Field(default=None, description="The picture's own size is kept.")
    strength: Annotated[Real, Field(ge=0, le=1)] | None = None


class OutpaintBody(DrawnBody):
    """The fields of `POST /v1/images/outpaint`."""

    expand_left: Side | None = None
    expand_right: Side | None = None
    expand_top: Side | None = None
    expand_bottom: Side | None = None
    size: str | None = Field(default=None, description="`WxH` or a ratio; excludes the expand fields.")
    zoom_out_percentage: Annotated[Real, Field(ge=0, lt=100)] | None = None

    @property
    def expansion(self) -> tuple[int, int, int, int]:
        """Left, right, top, bottom in px."""
        return (self.expand_left or 0, self.expand_right or 0, self.expand_top or 0, self.expand_bottom or 0)


class VariateBody(Pictures):
    """The fields of `POST /v1/images/variateImage` and of OpenAI's `/v1/images/variations`."""

    size: str | None = Field(default=None, description="`WxH` or a ratio; required by variateImage.")
    model: str | None = None
    n: Annotated[Whole, Field(ge=1, le=6)] | None = None
    random_seed: Seed | None = None
    seed: Seed | None = Field(default=None, description="Another name of `random_seed`.")
    response_format: ResponseFormat | None = None
    image_format: ImageFormat | None = None
    expire: bool | None = None
