"""The Recraft dialect where something is drawn after a picture that comes in; OpenAI's edits and variations, too."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel

from gouache.api.auth import account
from gouache.api.forms import Form
from gouache.api.openapi import BILLABLE, takes_pictures
from gouache.api.recraft import check, drawing, drawn_seed, model_of, own_style, reply, style_of
from gouache.api.recraft_fields import DrawingBody
from gouache.api.recraft_image_fields import (
    DrawnBody,
    EditBody,
    ImageToImageBody,
    MaskedBody,
    OutpaintBody,
    VariateBody,
)
from gouache.api.recraft_pictures import image, mask, notes_of, posted
from gouache.api.recraft_replies import GenerateReply
from gouache.api.services import services
from gouache.errors import Invalid
from gouache.operations import (
    MAX_SIDE,
    Drawn,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    ReplaceBackground,
    Source,
    Variate,
)
from gouache.vocabulary.models import Output, model
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import DEFAULT_SIZE, size
from gouache.vocabulary.styles import DEFAULT_STYLE

_EDIT_STRENGTH = 0.5  # of an OpenAI edit without a mask
_PRICED: dict[type[Drawn], str] = {
    ImageToImage: "images.imageToImage", Inpaint: "images.inpaint", GenerateBackground: "images.generateBackground",
    ReplaceBackground: "images.replaceBackground", Outpaint: "images.outpaint",
}  # fmt: skip
router = APIRouter(prefix="/images", dependencies=[Depends(account)], responses=BILLABLE)


def _draws(body: type[BaseModel], *parts: str) -> dict[str, Any]:
    return {"response_model": GenerateReply, "openapi_extra": takes_pictures(body, *parts)}


@router.post("/imageToImage", **_draws(ImageToImageBody, "image"))
async def image_to_image(request: Request) -> Response:
    """A new picture after a prompt and a picture."""
    async with posted(request, ImageToImageBody) as (form, body):
        source = await image(request, form, body)
        return await _drawn(request, form, body, ImageToImage, image=source, strength=body.strength)


@router.post("/inpaint", **_draws(MaskedBody, "image", "mask"))
async def inpaint(request: Request) -> Response:
    """Draw the prompt where the mask is white."""
    return await _masked(request, Inpaint)


@router.post("/generateBackground", **_draws(MaskedBody, "image", "mask"))
async def generate_background(request: Request) -> Response:
    """Draw a background where the mask is white."""
    return await _masked(request, GenerateBackground)


async def _masked(request: Request, kind: type[Inpaint] | type[GenerateBackground]) -> Response:
    async with posted(request, MaskedBody) as (form, body):
        source = await image(request, form, body)
        marked = await mask(request, form, body.mask_url, source)
        return await _drawn(request, form, body, kind, image=source, mask=marked)


@router.post("/replaceBackground", **_draws(DrawnBody, "image"))
async def replace_background(request: Request) -> Response:
    """A new background behind the subject; a mask, which it once required, is ignored."""
    async with posted(request, DrawnBody) as (form, body):
        return await _drawn(request, form, body, ReplaceBackground, image=await image(request, form, body))


@router.post("/outpaint", **_draws(OutpaintBody, "image"))
async def outpaint(request: Request) -> Response:
    """Continue a picture beyond its edges."""
    async with posted(request, OutpaintBody) as (form, body):
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
    if source.width + left + right > MAX_SIDE or source.height + top + bottom > MAX_SIDE:
        raise Invalid(f"the result may have at most {MAX_SIDE} px a side", field="size" if body.size else "expand_left")
    return left, right, top, bottom


@router.post("/variateImage", **_draws(VariateBody, "image"))
async def variate(request: Request) -> Response:
    """The same subject composed anew."""
    return await _varied(request, sized=True)


@router.post("/variations", **_draws(VariateBody, "image"))
async def variations(request: Request) -> Response:
    """OpenAI's variation, where the size may be left out."""
    return await _varied(request, sized=False)


async def _varied(request: Request, *, sized: bool) -> Response:
    async with posted(request, VariateBody) as (form, body):
        if sized and body.size is None:
            raise Invalid("size is required", field="size")
        chosen = model(body.model)
        source = await image(request, form, body)
        wanted_size = size(body.size) if body.size else DEFAULT_SIZE
        vector = chosen.only == "svg" or (chosen.only is None and source.media_type == "image/svg+xml")
        wanted = Variate(
            image=source,
            width=wanted_size.width,
            height=wanted_size.height,
            n=body.n or 1,
            seed=drawn_seed(body.random_seed, body.seed),
            format="svg" if vector else body.image_format or "webp",
            notes=notes_of(body, form),
        )
        return await _generated(
            request, body, wanted, "images.variateImage", chosen.family, "svg" if vector else "raster"
        )


@router.post("/edits", **_draws(EditBody, "image", "mask"))
async def edits(request: Request) -> Response:
    """OpenAI's edit: with a mask it paints there, without one it redraws the picture."""
    async with posted(request, EditBody) as (form, body):
        source = await image(request, form, body)
        if body.size not in (None, "auto"):
            form.notes.append("size: the picture keeps its own")
        if body.mask_url or any(name == "mask" for name, _ in form.files):
            marked = await mask(request, form, body.mask_url, source)
            marked = marked.model_copy(update={"transparent_marks": True})
            return await _drawn(request, form, body, Inpaint, image=source, mask=marked)
        strength = _EDIT_STRENGTH if body.strength is None else body.strength
        return await _drawn(request, form, body, ImageToImage, image=source, strength=strength)


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
