"""The Recraft dialect where a picture comes in: the tools, and what is drawn after a prompt and a picture.

OpenAI's edits and variations are spoken here too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel

from gouache.api.bounds import Bounds
from gouache.api.forms import Form
from gouache.api.forms import read as read_form
from gouache.api.recraft import (
    aliased,
    check,
    drawing,
    drawn_seed,
    model_of,
    own_style,
    process_reply,
    reply,
    style_of,
)
from gouache.api.recraft_fields import DrawingBody, read
from gouache.api.recraft_image_fields import (
    DrawnBody,
    EditBody,
    EraseBody,
    ImageToImageBody,
    MaskedBody,
    OutpaintBody,
    ToolBody,
    UpscaleBody,
    VariateBody,
    VectorizeBody,
)
from gouache.api.recraft_pictures import BODY, image, mask
from gouache.api.reports import unknown_fields
from gouache.api.services import services
from gouache.errors import Invalid
from gouache.operations import (
    CreativeUpscale,
    CrispUpscale,
    Drawn,
    EraseRegion,
    Format,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    RemoveBackground,
    ReplaceBackground,
    Source,
    Variate,
    Vectorize,
)
from gouache.vocabulary.models import Output, model
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import DEFAULT_SIZE, size
from gouache.vocabulary.styles import DEFAULT_STYLE

B = TypeVar("B", bound=BaseModel)
_SMALL = Bounds(least=32, svg=True)
_SVG = "image/svg+xml"
_MEGAPIXELS: dict[str | None, Any] = {"upscale4mp": 4, "upscale16mp": 16}
_EDIT_STRENGTH = 0.5  # of an OpenAI edit without a mask


@asynccontextmanager
async def _posted(request: Request, kind: type[B]) -> AsyncIterator[tuple[Form, B]]:
    form = await read_form(request, BODY, keep_files=True)
    try:
        yield form, read(kind, aliased(form, services(request).settings))
    finally:
        await form.close()


async def vectorize(request: Request) -> Response:
    """`POST /v1/images/vectorize`."""
    async with _posted(request, VectorizeBody) as (form, body):
        source = await image(request, form, body, Bounds())
        limited = body.limit_num_shapes is not False
        wanted = Vectorize(
            image=source,
            max_shapes=body.max_num_shapes if limited else None,
            max_colors=body.max_num_colors,
            palette=tuple("#" + bytes(color).hex() for color in body.strict_color_palette or ()),
            reduce_colors=body.color_reduction is not False,
            gradients=bool(body.return_gradients),
            small_shape_filter=body.small_shape_filter is not False,
            compress=body.svg_compression is not False,
            cut_out=body.shape_stacking == "cut_out",
            notes=_notes(body, form, upscale="an SVG has every size", image_format="the result is an SVG"),
        )
        return await _process(request, body, wanted, "images.vectorize")


async def remove_background(request: Request) -> Response:
    """`POST /v1/images/removeBackground`."""
    async with _posted(request, ToolBody) as (form, body):
        source = await image(request, form, body)
        wanted = RemoveBackground(image=source, format=_kept(source, body), notes=_notes(body, form))
        return await _process(request, body, wanted, "images.removeBackground")


async def crisp_upscale(request: Request) -> Response:
    """`POST /v1/images/crispUpscale` and `/clarityUpscale`."""
    return await _upscale(request, CrispUpscale, "images.crispUpscale")


async def creative_upscale(request: Request) -> Response:
    """`POST /v1/images/creativeUpscale` and `/generativeUpscale`."""
    return await _upscale(request, CreativeUpscale, "images.creativeUpscale")


async def _upscale(request: Request, kind: type[CrispUpscale] | type[CreativeUpscale], priced: str) -> Response:
    async with _posted(request, UpscaleBody) as (form, body):
        source = await image(request, form, body, _SMALL)
        wanted = kind(
            image=source,
            format=body.image_format or "webp",
            megapixels=_MEGAPIXELS.get(body.upscale),
            notes=_notes(body, form),
        )
        return await _process(request, body, wanted, priced)


async def erase_region(request: Request) -> Response:
    """`POST /v1/images/eraseRegion`."""
    async with _posted(request, EraseBody) as (form, body):
        source = await image(request, form, body, _SMALL)
        marked = await mask(request, form, body.mask_url, source)
        wanted = EraseRegion(image=source, mask=marked, format=_kept(source, body), notes=_notes(body, form))
        return await _process(request, body, wanted, "images.eraseRegion")


async def image_to_image(request: Request) -> Response:
    """`POST /v1/images/imageToImage`."""
    async with _posted(request, ImageToImageBody) as (form, body):
        source = await image(request, form, body)
        return await _drawn(request, form, body, ImageToImage, image=source, strength=body.strength)


async def inpaint(request: Request) -> Response:
    """`POST /v1/images/inpaint`."""
    return await _masked(request, Inpaint)


async def generate_background(request: Request) -> Response:
    """`POST /v1/images/generateBackground`."""
    return await _masked(request, GenerateBackground)


async def _masked(request: Request, kind: type[Inpaint] | type[GenerateBackground]) -> Response:
    async with _posted(request, MaskedBody) as (form, body):
        source = await image(request, form, body)
        marked = await mask(request, form, body.mask_url, source)
        return await _drawn(request, form, body, kind, image=source, mask=marked)


async def replace_background(request: Request) -> Response:
    """`POST /v1/images/replaceBackground`; a mask, which it once required, is ignored."""
    async with _posted(request, DrawnBody) as (form, body):
        return await _drawn(request, form, body, ReplaceBackground, image=await image(request, form, body))


async def outpaint(request: Request) -> Response:
    """`POST /v1/images/outpaint`."""
    async with _posted(request, OutpaintBody) as (form, body):
        source = await image(request, form, body)
        left, right, top, bottom = _expansion(source, body)
        zoom_out = body.zoom_out_percentage or 0
        return await _drawn(
            request, form, body, Outpaint, image=source,
            left=left, right=right, top=top, bottom=bottom, zoom_out=zoom_out,
        )  # fmt: skip


def _expansion(source: Source, body: OutpaintBody) -> tuple[int, int, int, int]:
    """Left, right, top, bottom px that make the picture the size asked for; raises Invalid."""
    left, right, top, bottom = body.expansion
    if body.size is not None:
        if any(body.expansion):
            raise Invalid("size and the expand fields are mutually exclusive", field="size")
        wanted = size(body.size)
        wide, high = wanted.width - source.width, wanted.height - source.height
        if wide < 0 or high < 0:
            raise Invalid(f"size: {wanted} is smaller than the image, {source.width}x{source.height}", field="size")
        left, right, top, bottom = wide // 2, wide - wide // 2, high // 2, high - high // 2
    if not any((left, right, top, bottom, body.size, body.zoom_out_percentage)):
        ways = "expand_left, expand_right, expand_top, expand_bottom, size, zoom_out_percentage"
        raise Invalid(f"one of {ways} is required", field="expand_left")
    if source.width + left + right > 4096 or source.height + top + bottom > 4096:
        raise Invalid("the result may have at most 4096 px a side", field="size" if body.size else "expand_left")
    return left, right, top, bottom


async def variate(request: Request, *, sized: bool = True) -> Response:
    """`POST /v1/images/variateImage`, and OpenAI's `/v1/images/variations`, where the size may be left out."""
    async with _posted(request, VariateBody) as (form, body):
        if sized and body.size is None:
            raise Invalid("size is required", field="size")
        chosen = model(body.model)
        source = await image(request, form, body)
        wanted_size = size(body.size) if body.size else DEFAULT_SIZE
        vector = chosen.only == "svg" or (chosen.only is None and source.media_type == _SVG)
        wanted = Variate(
            image=source,
            width=wanted_size.width,
            height=wanted_size.height,
            n=body.n or 1,
            seed=drawn_seed(body.random_seed, body.seed),
            format="svg" if vector else body.image_format or "webp",
            notes=_notes(body, form),
        )
        return await _generated(
            request, body, wanted, "images.variateImage", chosen.family, "svg" if vector else "raster"
        )


async def edit(request: Request) -> Response:
    """OpenAI's `POST /v1/images/edits`: with a mask it paints there, without one it redraws the picture."""
    async with _posted(request, EditBody) as (form, body):
        source = await image(request, form, body)
        if body.size not in (None, "auto"):
            form.notes.append("size: the picture keeps its own")
        if body.mask_url or any(name == "mask" for name, _ in form.files):
            marked = await mask(request, form, body.mask_url, source)
            marked = marked.model_copy(update={"transparent_marks": True})
            return await _drawn(request, form, body, Inpaint, image=source, mask=marked)
        strength = _EDIT_STRENGTH if body.strength is None else body.strength
        return await _drawn(request, form, body, ImageToImage, image=source, strength=strength)


_PRICED: dict[type[Drawn], str] = {
    ImageToImage: "images.imageToImage", Inpaint: "images.inpaint", GenerateBackground: "images.generateBackground",
    ReplaceBackground: "images.replaceBackground", Outpaint: "images.outpaint",
}  # fmt: skip


async def _drawn(request: Request, form: Form, body: DrawingBody, kind: type[Drawn], **own: Any) -> Response:
    """Draw after a prompt and a picture. Without a style the picture's own kind decides: `any`, which V2 lacks."""
    chosen = model_of(body)
    profile = await own_style(request, body)
    style = style_of(body, chosen, "any" if chosen.family == "recraftv3" else DEFAULT_STYLE, profile)
    wanted = kind(**drawing(body, style, form.notes, profile), **own)
    check(services(request), body, wanted)
    return await _generated(request, body, wanted, _PRICED[kind], chosen.family, style.output)


async def _generated(
    request: Request, body: DrawingBody | VariateBody, wanted: Operation, priced: str, family: str, output: Output
) -> Response:
    shared = services(request)
    units = price(priced, family, output, wanted.n, shared.settings.price_table)
    delivery = await shared.run(request, wanted, units, "recraft", lasting=body.expire is False)
    features = isinstance(body, DrawingBody) and bool(body.calculate_features)
    return await reply(request, body.response_format, delivery, features=features)


async def _process(request: Request, body: ToolBody, wanted: Operation, priced: str) -> Response:
    shared = services(request)
    units = price(priced, "*", "svg" if wanted.format == "svg" else "raster", 1, shared.settings.price_table)
    delivery = await shared.run(request, wanted, units, "recraft", lasting=body.expire is False)
    return await process_reply(request, body.response_format, delivery)


def _kept(source: Source, body: ToolBody) -> Format:
    """An SVG stays one."""
    return "svg" if source.media_type == _SVG else body.image_format or "webp"


def _notes(body: BaseModel, form: Form, **ignored: str) -> tuple[str, ...]:
    """Lines for the report: what was sent and has no effect here."""
    lines = [f"{name}: {line}" for name, line in ignored.items() if getattr(body, name)]
    return (*lines, *unknown_fields(body.model_extra), *form.notes)
