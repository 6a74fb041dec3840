"""The Recraft dialect's tools: a picture comes in, one goes out, and no prompt says anything."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel

from gouache.api.auth import account
from gouache.api.bounds import Bounds
from gouache.api.openapi import BILLABLE, takes_pictures
from gouache.api.recraft import process_reply
from gouache.api.recraft_image_fields import EraseBody, ToolBody, UpscaleBody, VectorizeBody
from gouache.api.recraft_pictures import image, mask, notes_of, posted
from gouache.api.recraft_replies import ProcessReply
from gouache.api.services import services
from gouache.operations import (
    CreativeUpscale,
    CrispUpscale,
    EraseRegion,
    Format,
    Operation,
    RemoveBackground,
    Source,
    Vectorize,
)
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import MEGAPIXELS

_SMALL = Bounds(least=32, svg=True)
router = APIRouter(prefix="/images", dependencies=[Depends(account)], responses=BILLABLE)


def _tool(body: type[BaseModel], *parts: str) -> dict[str, Any]:
    return {"response_model": ProcessReply, "openapi_extra": takes_pictures(body, *parts)}


@router.post("/vectorize", **_tool(VectorizeBody, "image"))
async def vectorize(request: Request) -> Response:
    """Pixels to SVG."""
    async with posted(request, VectorizeBody) as (form, body):
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
            notes=notes_of(body, form, upscale="an SVG has every size", image_format="the result is an SVG"),
        )
        return await _process(request, body, wanted, "images.vectorize")


@router.post("/removeBackground", **_tool(ToolBody, "image"))
async def remove_background(request: Request) -> Response:
    """The subject on transparent ground."""
    async with posted(request, ToolBody) as (form, body):
        source = await image(request, form, body)
        wanted = RemoveBackground(image=source, format=_kept(source, body), notes=notes_of(body, form))
        return await _process(request, body, wanted, "images.removeBackground")


@router.post("/crispUpscale", **_tool(UpscaleBody, "image"))
@router.post("/clarityUpscale", **_tool(UpscaleBody, "image"))
async def crisp_upscale(request: Request) -> Response:
    """Larger and sharper."""
    return await _upscale(request, CrispUpscale, "images.crispUpscale")


@router.post("/creativeUpscale", **_tool(UpscaleBody, "image"))
@router.post("/generativeUpscale", **_tool(UpscaleBody, "image"))
async def creative_upscale(request: Request) -> Response:
    """Larger, with new detail."""
    return await _upscale(request, CreativeUpscale, "images.creativeUpscale")


async def _upscale(request: Request, kind: type[CrispUpscale] | type[CreativeUpscale], priced: str) -> Response:
    async with posted(request, UpscaleBody) as (form, body):
        source = await image(request, form, body, _SMALL)
        wanted = kind(
            image=source,
            format=body.image_format or "webp",
            megapixels=MEGAPIXELS.get(body.upscale),
            notes=notes_of(body, form),
        )
        return await _process(request, body, wanted, priced)


@router.post("/eraseRegion", **_tool(EraseBody, "image", "mask"))
async def erase_region(request: Request) -> Response:
    """Fill what the mask marks from its surroundings."""
    async with posted(request, EraseBody) as (form, body):
        source = await image(request, form, body, _SMALL)
        marked = await mask(request, form, body.mask_url, source)
        wanted = EraseRegion(image=source, mask=marked, format=_kept(source, body), notes=notes_of(body, form))
        return await _process(request, body, wanted, "images.eraseRegion")


async def _process(request: Request, body: ToolBody, wanted: Operation, priced: str) -> Response:
    shared = services(request)
    units = price(priced, "*", "svg" if wanted.format == "svg" else "raster", 1, shared.settings.price_table)
    delivery = await shared.run(request, wanted, units, "recraft", lasting=body.expire is False)
    return await process_reply(request, body.response_format, delivery)


def _kept(source: Source, body: ToolBody) -> Format:
    """An SVG stays one."""
    return "svg" if source.media_type == "image/svg+xml" else body.image_format or "webp"
