"""The Recraft dialect, and OpenAI Images, which shares its paths: text to image."""

from __future__ import annotations

import base64
import re
import secrets
import time
from typing import Annotated, Any, Literal

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from gouache.api.errors import invalid
from gouache.api.reports import report_header
from gouache.api.services import public_url, services
from gouache.artifacts.store import Artifact
from gouache.errors import Invalid
from gouache.operations import MAX_SEED, Format, Generate, PaletteColor, TextPlacement
from gouache.rendering import Rendered
from gouache.vocabulary.models import Model, model
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import size
from gouache.vocabulary.styles import Style, resolve_style

MAX_PROMPT = 1000
_LAYOUT_CHARACTERS = re.compile(
    r"^[!\"#$%&'()*+,\-./0-9:;<>?@A-Z_{}ØĐĦŁŊŦΑΒΕΖΗΙΚΜΝΟΡΤΥΧІАВЕКМНОРСТУХßẞ]+$", re.IGNORECASE
)
_TAKEN_NOT_HONOURED = ("block_nsfw", "calculate_features", "expire", "upscale", "creativity", "style_match")

Channel = Annotated[int, Field(ge=0, le=255)]
Point = tuple[float, float]


def _whole(value: object) -> object:
    """Numbers arrive as strings from forms and from the vendor's own examples."""
    return int(value) if isinstance(value, str) and value.strip().lstrip("-").isdigit() else value


class Color(BaseModel):
    rgb: tuple[Channel, Channel, Channel]
    weight: float | None = Field(default=None, ge=0, le=1)

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{channel:02x}" for channel in self.rgb)


class Controls(BaseModel):
    colors: list[Color] | None = Field(default=None, max_length=10)
    background_color: Color | None = None
    artistic_level: int | None = Field(default=None, ge=0, le=5)
    no_text: bool | None = None

    @field_validator("colors")
    @classmethod
    def weights_fit(cls, colors: list[Color] | None) -> list[Color] | None:
        if colors and sum(color.weight or 0 for color in colors) > 1.0001:
            raise ValueError("the weights of colors add up to more than 1")
        return colors


class LayoutItem(BaseModel):
    text: str = Field(min_length=1, max_length=100)
    bbox: tuple[Point, Point, Point, Point]

    @field_validator("text")
    @classmethod
    def writable(cls, text: str) -> str:
        if not _LAYOUT_CHARACTERS.match(text):
            raise ValueError(f"text_layout cannot write {text!r}: one word of the allowed characters an item")
        return text


class GenerationBody(BaseModel):
    """The fields of `POST /v1/images/generations`; unknown ones are ignored and reported."""

    model_config = ConfigDict(extra="allow", protected_namespaces=())
    prompt: str = Field(min_length=1, max_length=MAX_PROMPT)
    model: str | None = None
    style: str | None = None
    substyle: str | None = None
    style_id: str | None = None
    n: Annotated[int, BeforeValidator(_whole), Field(ge=1, le=6)] | None = None
    size: str | None = None
    response_format: Literal["url", "b64_json"] | None = None
    negative_prompt: str | None = Field(default=None, max_length=MAX_PROMPT)
    controls: Controls | None = None
    text_layout: list[LayoutItem] | None = Field(default=None, max_length=100)
    random_seed: Annotated[int, BeforeValidator(_whole), Field(ge=0, le=MAX_SEED)] | None = None
    seed: Annotated[int, BeforeValidator(_whole), Field(ge=0, le=MAX_SEED)] | None = None
    image_format: Literal["webp", "png"] | None = None
    output_format: Literal["webp", "png"] | None = None
    stream: bool | None = None

    @field_validator("prompt")
    @classmethod
    def says_something(cls, prompt: str) -> str:
        if not prompt.strip():
            raise ValueError("the prompt is empty")
        return prompt

    @field_validator("stream")
    @classmethod
    def no_stream(cls, stream: bool | None) -> bool | None:
        if stream:
            raise ValueError("streaming is not offered; leave stream out")
        return stream


def read(body: dict[str, Any]) -> GenerationBody:
    """The validated body; raises Invalid naming the first wrong field."""
    try:
        return GenerationBody.model_validate(body)
    except ValidationError as error:
        raise invalid(error) from error


def operation(body: GenerationBody, default_style: str) -> tuple[Generate, Model, Style]:
    """What a body asks for, in our words; raises Invalid naming the field."""
    chosen = model(body.model)
    if body.style_id is not None:
        if body.style is not None:
            raise Invalid("style and style_id are mutually exclusive", field="style_id")
        raise Invalid(f"no style {body.style_id}", field="style_id", code="style_not_found")
    style = resolve_style(chosen, body.style, body.substyle, default_style)
    wanted = size(body.size)
    controls = body.controls or Controls()
    seed = body.random_seed if body.random_seed is not None else body.seed
    return (
        Generate(
            prompt=body.prompt,
            style=style.style,
            substyle=style.substyle,
            n=body.n or 1,
            width=wanted.width,
            height=wanted.height,
            seed=secrets.randbits(32) if seed is None else seed,
            format=_format(body, style),
            negative_prompt=body.negative_prompt,
            palette=tuple(PaletteColor(color=c.hex, weight=c.weight) for c in controls.colors or ()),
            background=controls.background_color.hex if controls.background_color else None,
            artistic_level=controls.artistic_level,
            no_text=bool(controls.no_text),
            text_layout=tuple(TextPlacement(text=i.text, quad=i.bbox) for i in body.text_layout or ()),
            notes=_notes(body),
        ),
        chosen,
        style,
    )


def _format(body: GenerationBody, style: Style) -> Format:
    if style.output == "svg":
        return "svg"
    return body.image_format or body.output_format or "webp"


def _notes(body: GenerationBody) -> tuple[str, ...]:
    given = {name for name, value in (body.model_extra or {}).items() if value is not None}
    taken = [f"{name}: accepted, has no effect on this engine" for name in _TAKEN_NOT_HONOURED if name in given]
    unknown = [f"{ascii(name)}: unknown field" for name in sorted(given - set(_TAKEN_NOT_HONOURED))]
    return (*taken, *unknown)


async def generate(request: Request, raw: dict[str, Any]) -> JSONResponse:
    """`POST /v1/images/generations` in the Recraft and OpenAI dialects."""
    shared = services(request)
    body = read(raw)
    wanted, chosen, style = operation(body, shared.settings.default_style)
    units = price("images.generations", chosen.family, style.output, wanted.n, shared.settings.price_table)
    pictures = await shared.pictures(wanted)
    inline = body.response_format == "b64_json"
    data = [_item(request, rendered, artifact, inline) for rendered, artifact in pictures]
    reply = {"created": int(time.time()), "credits": units, "data": data}
    return JSONResponse(reply, headers=report_header(pictures))


def _item(request: Request, rendered: Rendered, artifact: Artifact, inline: bool) -> dict[str, str]:
    if inline:
        return {"image_id": artifact.id, "b64_json": base64.b64encode(rendered.file.data).decode()}
    return {"image_id": artifact.id, "url": public_url(request, artifact)}
