"""The AI/ML API dialect: one model, one way to draw, on the path it shares with Recraft and on mounts of its own."""

from __future__ import annotations

import base64
import secrets
import time
from typing import Annotated, Any, Literal

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gouache.api.errors import invalid
from gouache.api.forms import Form
from gouache.api.openapi import ErrorDetail
from gouache.api.reports import report_header, unknown_fields
from gouache.api.services import public_url, services
from gouache.artifacts.store import Artifact
from gouache.errors import Invalid
from gouache.operations import MAX_SEED, Format, Generate, PaletteColor
from gouache.vocabulary.models import model
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import DEFAULT_SIZE, Size, presets, size
from gouache.vocabulary.styles import Style, resolve_style

MAX_PROMPT = 4000
CREDITS_PER_UNIT = 3000  # the vendor's example books 120000 for one raster picture of 40 units
_SUBSTYLES = {
    "any": (),
    "realistic_image": (
        "b_and_w", "hard_flash", "hdr", "natural_light", "studio_portrait", "enterprise", "motion_blur",
    ),
    "digital_illustration": (
        "pixel_art", "hand_drawn", "grain", "infantile_sketch", "2d_art_poster", "handmade_3d", "hand_drawn_outline",
        "engraving_color", "2d_art_poster_2",
    ),
    "vector_illustration": ("engraving", "line_art", "line_circuit", "linocut"),
}  # fmt: skip
STYLES = tuple(name if not sub else f"{name}/{sub}" for name, subs in _SUBSTYLES.items() for sub in ("", *subs))

Channel = Annotated[int, Field(ge=0, le=255)]
Side = Annotated[int, Field(ge=64, le=1536, multiple_of=32)]


class ImageFile(BaseModel):
    url: str
    content_type: str
    file_name: str
    file_size: int


class Link(BaseModel):
    url: str | None
    b64_json: str | None


class Reply(BaseModel):
    """The seed's `images` and the later `data` at once."""

    created: int
    images: list[ImageFile]
    data: list[Link]
    meta: dict[str, dict[str, int]]


class Complaint(BaseModel):
    path: list[str | None]
    message: str


class Refused(BaseModel):
    """AI/ML API's shape of errors, and OpenAI's `error` in it."""

    message: str
    path: str
    requestId: str
    statusCode: int
    timestamp: str
    error: ErrorDetail
    meta: list[Complaint] | None = None


REPLIES: dict[int | str, dict[str, Any]] = {201: {"model": Reply, "description": "AI/ML API's reply"}}


class Rgb(BaseModel):
    r: Channel
    g: Channel
    b: Channel


class ImageSize(BaseModel):
    width: Side = 1024
    height: Side = 768


class Body(BaseModel):
    """The vendor's parameters, then OpenAI's names and our seed. Unknown ones are lines of the report."""

    model_config = ConfigDict(extra="allow", protected_namespaces=())
    model: Literal["recraft-v3"]
    prompt: str = Field(min_length=1, max_length=MAX_PROMPT)
    image_size: ImageSize | str | None = Field(default=None, description="`square_hd` by default.")
    size: str | None = Field(default=None, description="`WxH` or a ratio, when there is no image_size.")
    style: str | None = Field(default=None, description="`realistic_image` by default.")
    colors: list[Rgb] | None = Field(default=None, max_length=10)
    num_images: Literal[1] | None = None
    n: Literal[1] | None = None
    response_format: Literal["url", "b64_json"] | None = None
    seed: Annotated[int, Field(ge=0, le=MAX_SEED)] | None = None


def speaks(body: dict[str, Any]) -> bool:
    """Whether a body on the shared path is of this dialect."""
    return body.get("model") == "recraft-v3" or "image_size" in body or "num_images" in body


async def generate(request: Request, form: Form) -> JSONResponse:
    """`POST /v1/images/generations` in the AI/ML API dialect."""
    shared = services(request)
    try:
        body = Body.model_validate(form.fields)
    except ValidationError as error:
        raise _zods(invalid(error)) from error
    wanted, style = _operation(body, form.notes)
    units = price("images.generations", "recraftv3", style.output, 1, shared.settings.price_table)
    delivery = await shared.run(request, wanted, units, "aimlapi")
    [artifact] = delivery.pictures
    url = public_url(request, artifact)
    data = {"url": url, "b64_json": None}
    if body.response_format == "b64_json":
        data = {"url": None, "b64_json": base64.b64encode(await shared.artifacts.read(artifact)).decode()}
    reply = {
        "created": int(time.time()),
        "images": [_image(artifact, url)],
        "data": [data],
        "meta": {"usage": {"credits_used": delivery.units * CREDITS_PER_UNIT}},
    }
    return JSONResponse(reply, shared.settings.aimlapi_status, headers=report_header(delivery.pictures))


def _zods(error: Invalid) -> Invalid:
    """The complaint without the names of the alternatives, which zod does not put into its paths."""
    field, _, text = error.message.partition(": ")
    plain = ".".join(part for part in field.split(".") if part not in ("ImageSize", "str"))
    return Invalid(f"{plain}: {text}", field=plain, code=error.code)


def _image(artifact: Artifact, url: str) -> dict[str, object]:
    name = "image.svg" if artifact.media_type == "image/svg+xml" else "image.webp"
    return {"url": url, "content_type": artifact.media_type, "file_name": name, "file_size": artifact.bytes}


def _operation(body: Body, notes: list[str]) -> tuple[Generate, Style]:
    if body.style is not None and body.style not in STYLES:
        choices = " | ".join(f"'{name}'" for name in STYLES)
        raise Invalid(f"Invalid enum value. Expected {choices}, received '{body.style}'", field="style")
    style = resolve_style(model(body.model), body.style, None)
    wanted = _size(body)
    wanted_format: Format = "svg" if style.output == "svg" else "webp"
    colors = tuple(PaletteColor(color=f"#{c.r:02x}{c.g:02x}{c.b:02x}") for c in body.colors or ())
    operation = Generate(
        prompt=body.prompt,
        style=style.style,
        substyle=style.substyle,
        width=wanted.width,
        height=wanted.height,
        seed=secrets.randbits(32) if body.seed is None else body.seed,
        format=wanted_format,
        palette=colors,
        notes=(*unknown_fields(body.model_extra), *notes),
    )
    return operation, style


def _size(body: Body) -> Size:
    if isinstance(body.image_size, ImageSize):
        return Size(body.image_size.width, body.image_size.height)
    if body.image_size is None:
        return size(body.size) if body.size else DEFAULT_SIZE
    if body.image_size not in presets():
        choices = " | ".join(f"'{name}'" for name in presets())
        raise Invalid(f"Invalid enum value. Expected {choices}, received '{body.image_size}'", field="image_size")
    return presets()[body.image_size]
