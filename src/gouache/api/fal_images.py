"""The endpoints of the fal dialect that take a picture, and the table of all endpoints."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gouache.api.fal_fields import App, Drawing, Fetch, Input, TextToImage, bad, drawn, text_to_image
from gouache.operations import MAX_SIDE, CreativeUpscale, CrispUpscale, ImageToImage, Source, Vectorize

_RASTER = ("image/png", "image/jpeg", "image/webp")
_PIXELS = 16_000_000

ImageUrl = Annotated[str, Field(min_length=1, description="http(s) or `data:` URL of a PNG, JPG or WEBP.")]


class ImageInput(Input):
    """A picture, and nothing to set."""

    image_url: ImageUrl


class ImageToImageBody(Drawing):
    image_url: ImageUrl
    strength: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, description="0 = almost the picture, 1 = least like it; 0.5 by default."
    )
    negative_prompt: str | None = Field(default=None, max_length=4000)


async def image_to_image(app: App, body: ImageToImageBody, fetch: Fetch) -> ImageToImage:
    """A new picture after a prompt and a picture; raises BadBody."""
    fields = drawn(app, body)
    source = await _picture(fetch, body.image_url, 256)
    strength = 0.5 if body.strength is None else body.strength
    return ImageToImage(**fields, negative_prompt=body.negative_prompt or None, image=source, strength=strength)


async def vectorize(_app: App, body: ImageInput, fetch: Fetch) -> Vectorize:
    """Pixels to SVG; raises BadBody."""
    return Vectorize(image=await _picture(fetch, body.image_url, 256))


async def crisp(_app: App, body: ImageInput, fetch: Fetch) -> CrispUpscale:
    """The same picture, larger; raises BadBody."""
    return CrispUpscale(image=await _picture(fetch, body.image_url, 32))


async def creative(_app: App, body: ImageInput, fetch: Fetch) -> CreativeUpscale:
    """The same picture, larger, with new detail; raises BadBody."""
    return CreativeUpscale(image=await _picture(fetch, body.image_url, 256))


async def _picture(fetch: Fetch, url: str, least: int) -> Source:
    """The picture of a URL, held to the vendor's limits; raises BadBody."""
    source = await fetch(url, "image_url")
    if source.media_type not in _RASTER:
        raise bad("image_url", f"{source.media_type}, not PNG, JPG or WEBP", url, "unsupported_image_format")
    size = f"{source.width}x{source.height} px"
    if source.width * source.height > _PIXELS or max(source.width, source.height) > MAX_SIDE:
        raise bad("image_url", f"{size}; at most 16 MP and {MAX_SIDE} px a side", url, "image_too_large")
    if min(source.width, source.height) < least:
        raise bad("image_url", f"{size}; at least {least} px a side", url, "image_too_small")
    return source


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
}
