"""The routes of the Recraft dialect that take a picture, and OpenAI's edits and variations."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel

from gouache.api import recraft_images
from gouache.api.auth import account
from gouache.api.openapi import BILLABLE, takes_pictures
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
from gouache.api.recraft_replies import GenerateReply, ProcessReply

router = APIRouter(prefix="/images", dependencies=[Depends(account)], responses=BILLABLE)


def _tool(body: type[BaseModel], *parts: str) -> dict[str, Any]:
    return {"response_model": ProcessReply, "openapi_extra": takes_pictures(body, *parts)}


def _drawn(body: type[BaseModel], *parts: str) -> dict[str, Any]:
    return {"response_model": GenerateReply, "openapi_extra": takes_pictures(body, *parts)}


@router.post("/vectorize", **_tool(VectorizeBody, "image"))
async def vectorize(request: Request) -> Response:
    """Pixels to SVG."""
    return await recraft_images.vectorize(request)


@router.post("/removeBackground", **_tool(ToolBody, "image"))
async def remove_background(request: Request) -> Response:
    """The subject on transparent ground."""
    return await recraft_images.remove_background(request)


@router.post("/crispUpscale", **_tool(UpscaleBody, "image"))
@router.post("/clarityUpscale", **_tool(UpscaleBody, "image"))
async def crisp_upscale(request: Request) -> Response:
    """Larger and sharper."""
    return await recraft_images.crisp_upscale(request)


@router.post("/creativeUpscale", **_tool(UpscaleBody, "image"))
@router.post("/generativeUpscale", **_tool(UpscaleBody, "image"))
async def creative_upscale(request: Request) -> Response:
    """Larger, with new detail."""
    return await recraft_images.creative_upscale(request)


@router.post("/eraseRegion", **_tool(EraseBody, "image", "mask"))
async def erase_region(request: Request) -> Response:
    """Fill what the mask marks from its surroundings."""
    return await recraft_images.erase_region(request)


@router.post("/imageToImage", **_drawn(ImageToImageBody, "image"))
async def image_to_image(request: Request) -> Response:
    """A new picture after a prompt and a picture."""
    return await recraft_images.image_to_image(request)


@router.post("/inpaint", **_drawn(MaskedBody, "image", "mask"))
async def inpaint(request: Request) -> Response:
    """Draw the prompt where the mask is white."""
    return await recraft_images.inpaint(request)


@router.post("/generateBackground", **_drawn(MaskedBody, "image", "mask"))
async def generate_background(request: Request) -> Response:
    """Draw a background where the mask is white."""
    return await recraft_images.generate_background(request)


@router.post("/replaceBackground", **_drawn(DrawnBody, "image"))
async def replace_background(request: Request) -> Response:
    """A new background behind the subject."""
    return await recraft_images.replace_background(request)


@router.post("/outpaint", **_drawn(OutpaintBody, "image"))
async def outpaint(request: Request) -> Response:
    """Continue a picture beyond its edges."""
    return await recraft_images.outpaint(request)


@router.post("/variateImage", **_drawn(VariateBody, "image"))
async def variate(request: Request) -> Response:
    """The same subject composed anew."""
    return await recraft_images.variate(request)


@router.post("/edits", **_drawn(EditBody, "image", "mask"))
async def edits(request: Request) -> Response:
    """OpenAI's edit: with a mask it paints there, without one it redraws the picture."""
    return await recraft_images.edit(request)


@router.post("/variations", **_drawn(VariateBody, "image"))
async def variations(request: Request) -> Response:
    """OpenAI's variation."""
    return await recraft_images.variate(request, sized=False)
