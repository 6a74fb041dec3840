"""The endpoints of the fal dialect that take a picture, and the table of all endpoints."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gouache.api.bounds import Bounds
from gouache.api.fal_fields import App, Desk, Drawing, Input, TextToImage, bad, drawn, text_to_image
from gouache.operations import CreateStyle, CreativeUpscale, CrispUpscale, ImageToImage, Source, Vectorize
from gouache.styles.profile import Base

_COMPLAINTS = {
    "format": "unsupported_image_format", "too_large": "image_too_large", "too_small": "image_too_small",
}  # fmt: skip

ImageUrl = Annotated[str, Field(min_length=1, description="http(s) or `data:` URL of a PNG, JPG or WEBP.")]


class ImageInput(Input):
    """A picture, and nothing to set."""

    image_url: ImageUrl


class StyleInput(Input):
    images_data_url: ImageUrl = Field(description="URL of a zip of 1 to 10 pictures.")
    base_style: Base | None = Field(default=None, description="`digital_illustration` by default.")


class ImageToImageBody(Drawing):
    image_url: ImageUrl
    strength: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, description="0 = almost the picture, 1 = least like it; 0.5 by default."
    )
    negative_prompt: str | None = Field(default=None, max_length=4000)


async def image_to_image(app: App, body: ImageToImageBody, desk: Desk) -> ImageToImage:
    """A new picture after a prompt and a picture; raises BadBody."""
    fields = await drawn(app, body, desk)
    source = await _picture(desk, body.image_url)
    strength = 0.5 if body.strength is None else body.strength
    return ImageToImage(**fields, negative_prompt=body.negative_prompt or None, image=source, strength=strength)


async def vectorize(_app: App, body: ImageInput, desk: Desk) -> Vectorize:
    """Pixels to SVG; raises BadBody."""
    return Vectorize(image=await _picture(desk, body.image_url))


async def crisp(_app: App, body: ImageInput, desk: Desk) -> CrispUpscale:
    """The same picture, larger; raises BadBody."""
    return CrispUpscale(image=await _picture(desk, body.image_url, Bounds(least=32)))


async def creative(_app: App, body: ImageInput, desk: Desk) -> CreativeUpscale:
    """The same picture, larger, with new detail; raises BadBody."""
    return CreativeUpscale(image=await _picture(desk, body.image_url))


async def create_style(_app: App, body: StyleInput, desk: Desk) -> CreateStyle:
    """A style of the pictures in a zip; raises BadBody."""
    images = await desk.zipped(body.images_data_url, "images_data_url")
    for image in images:
        _check(image, "images_data_url", body.images_data_url, Bounds(least=16))
    return CreateStyle(base=body.base_style or "digital_illustration", images=images)


async def _picture(desk: Desk, url: str, bounds: Bounds = Bounds()) -> Source:
    """The picture of a URL, held to the vendor's limits; raises BadBody."""
    source = await desk.picture(url, "image_url")
    _check(source, "image_url", url, bounds)
    return source


def _check(source: Source, field: str, url: str, bounds: Bounds) -> None:
    unfit = bounds.unfit(source)
    if unfit is not None:
        raise bad(field, unfit.text, url, _COMPLAINTS[unfit.kind])


_DRAWN = "images.generations"
APPS = {
    "fal-ai/recraft/v3/text-to-image": App("fal-ai/recraft", TextToImage, text_to_image, _DRAWN),
    "fal-ai/recraft-v3": App("fal-ai/recraft-v3", TextToImage, text_to_image, _DRAWN),
    "fal-ai/recraft-20b": App(
        "fal-ai/recraft-20b", TextToImage, text_to_image, _DRAWN, family="recraftv2", styles="fal-20b"
    ),
    "fal-ai/recraft/v3/image-to-image": App("fal-ai/recraft", ImageToImageBody, image_to_image, "images.imageToImage"),
    "fal-ai/recraft/vectorize": App("fal-ai/recraft", ImageInput, vectorize, "images.vectorize", "image"),
    "fal-ai/recraft/upscale/crisp": App("fal-ai/recraft", ImageInput, crisp, "images.crispUpscale", "image"),
    "fal-ai/recraft/upscale/creative": App("fal-ai/recraft", ImageInput, creative, "images.creativeUpscale", "image"),
    "fal-ai/recraft/v3/create-style": App("fal-ai/recraft", StyleInput, create_style, "styles.create", "style_id"),
    "fal-ai/recraft-v3/create-style": App("fal-ai/recraft-v3", StyleInput, create_style, "styles.create", "style_id"),
}
