"""The Recraft dialect, and OpenAI Images, which shares its paths: text to image."""

from __future__ import annotations

import base64
import secrets
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from gouache.api.forms import Form
from gouache.api.recraft_fields import MAX_PROMPT, Controls, DrawingBody, GenerationBody, read
from gouache.api.recraft_replies import multipart_reply
from gouache.api.reports import NAME_LENGTH, report_header, unknown_fields
from gouache.api.services import Delivery, Services, caller, public_url, services
from gouache.artifacts.store import Artifact
from gouache.config import Settings
from gouache.errors import Invalid, NotFound
from gouache.operations import Drawn, Format, Generate, Operation, PaletteColor, TextPlacement
from gouache.styles.profile import StyleProfile
from gouache.vocabulary.models import Model, Output, model
from gouache.vocabulary.moderation import word_list
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import MEGAPIXELS, size
from gouache.vocabulary.styles import Style, base_style, basic_style, is_basic, resolve_style

_LIVELINESS = {"simple": 1, "standard": None, "eccentric": 5, None: None}
_KIND: dict[Output, str] = {"raster": "raster", "svg": "vector"}


async def generate(request: Request, form: Form, only: Output | None = None) -> Response:
    """`POST /v1/images/generations` in the Recraft and OpenAI dialects; `only` is the kind that the path demands."""
    shared = services(request)
    body = read(GenerationBody, aliased(form, shared.settings))
    own = await own_style(request, body)
    wanted, chosen, style = operation(body, shared.settings.default_style, only, form.notes, own)
    check(shared, body, wanted)
    units = price("images.generations", chosen.family, style.output, wanted.n, shared.settings.price_table)
    delivery = await shared.run(request, wanted, units, "recraft", lasting=body.expire is False)
    return await reply(request, body.response_format, delivery, features=bool(body.calculate_features))


def aliased(form: Form, settings: Settings) -> dict[str, Any]:
    """The fields of a form with the model that the settings let serve an id; noted for the report."""
    asked = form.fields.get("model")
    serving = settings.model_aliases.get(asked) if isinstance(asked, str) else None
    if serving is None:
        return form.fields
    form.notes.append(f"model: {ascii(asked)[:NAME_LENGTH]} is served by {serving}")
    return {**form.fields, "model": serving}


def check(shared: Services, body: DrawingBody, wanted: Drawn) -> None:
    """What the settings and the body itself demand of the prompt; raises Invalid or Improper."""
    if shared.settings.prompt_bytes and len(body.prompt.encode(errors="replace")) > MAX_PROMPT:
        raise Invalid(f"prompt: at most {MAX_PROMPT} bytes of UTF-8", field="prompt", code="invalid_prompt")
    if body.block_nsfw:
        shared.check_prompt(wanted, unsafe=True)


def operation(
    body: GenerationBody,
    default_style: str,
    only: Output | None = None,
    notes: Sequence[str] = (),
    own: StyleProfile | None = None,
) -> tuple[Generate, Model, Style]:
    """What a body asks for, in our words; `own` is the style that its `style_id` names. Raises Invalid."""
    chosen = model_of(body, only)
    style = style_of(body, chosen, default_style, own)
    wanted = size(body.size)
    result = Generate(**drawing(body, style, notes, own), width=wanted.width, height=wanted.height)
    return result, chosen, style


async def own_style(request: Request, body: DrawingBody) -> StyleProfile | None:
    """The profile of the own style that a body names; None for no id and for a basic style's. Raises Invalid."""
    _only_one(body)
    if body.style_id is None or is_basic(body.style_id):
        return None
    return await own_profile(request, body.style_id, "style_id")


def _only_one(body: DrawingBody) -> None:
    if body.style_id is not None and body.style is not None:
        raise Invalid("style and style_id are mutually exclusive", field="style_id")


async def own_profile(request: Request, style_id: str, field: str) -> StyleProfile:
    """The profile of an own style that the caller may draw in; raises Invalid naming the field."""
    try:
        return (await services(request).styles.get(caller(request).account, style_id)).profile
    except NotFound as unknown:
        raise Invalid(unknown.message, field=field, code=unknown.code) from unknown


def drawing(
    body: DrawingBody, style: Style, notes: Sequence[str] = (), own: StyleProfile | None = None
) -> dict[str, Any]:
    """The fields of a `Drawn` operation that a body fills."""
    controls = body.controls or Controls()
    return {
        "prompt": body.prompt,
        "style": style.style,
        "substyle": style.substyle,
        "profile": own,
        "n": body.n or 1,
        "seed": drawn_seed(body.random_seed, body.seed),
        "format": _format(body, style),
        "negative_prompt": body.negative_prompt,
        "palette": tuple(PaletteColor(color=c.hex, weight=c.weight) for c in controls.colors or ()),
        "background": controls.background_color.hex if controls.background_color else None,
        "artistic_level": _level(body, controls),
        "no_text": bool(controls.no_text),
        "text_layout": tuple(TextPlacement(text=i.text, quad=i.bbox) for i in body.text_layout or ()),
        "megapixels": None if style.output == "svg" else MEGAPIXELS.get(body.upscale),
        "notes": (*_notes(body, style), *notes),
    }


def drawn_seed(*given: int | None) -> int:
    """The first seed that was given, else one drawn by chance."""
    return next((seed for seed in given if seed is not None), secrets.randbits(32))


def model_of(body: DrawingBody, only: Output | None = None) -> Model:
    """The model asked for, held to the kind of output that the path serves."""
    chosen = model(body.model)
    if only is None:
        return chosen
    if chosen.only not in (None, only):
        raise Invalid(f"model {chosen.id} does not make {_KIND[only]} images", field="model", code="invalid_model")
    return replace(chosen, only=only)


def style_of(body: DrawingBody, chosen: Model, default: str, own: StyleProfile | None = None) -> Style:
    """The vocabulary style of a body, or the one that an own style stands on; raises Invalid."""
    if body.style_id is None:
        return resolve_style(chosen, body.style, body.substyle, default)
    _only_one(body)
    if own is not None:
        return base_style(chosen, own.base)
    found = basic_style(chosen, body.style_id)
    if found is None:
        raise Invalid(f"no style {ascii(body.style_id)}", field="style_id", code="style_not_found")
    return found


def _format(body: DrawingBody, style: Style) -> Format:
    if style.output == "svg":
        return "svg"
    return body.image_format or body.output_format or "webp"


def _level(body: DrawingBody, controls: Controls) -> int | None:
    return controls.artistic_level if controls.artistic_level is not None else _LIVELINESS[body.creativity]


def _notes(body: DrawingBody, style: Style) -> list[str]:
    """What the dialect takes in and this server does otherwise or not at all; unknown fields last."""
    lines = {
        "block_nsfw": "judged by the words of the prompt" if body.block_nsfw else "",
        "calculate_features": "nsfw_score is of the words of the prompt" if body.calculate_features else "",
        "upscale": "an SVG has every size" if body.upscale and style.output == "svg" else "",
        "creativity": "read as artistic_level" if _LIVELINESS[body.creativity] is not None else "",
        "style_match": "no effect on this engine" if body.style_match not in (None, "regular") else "",
        "substyle": "style_id already names the style" if body.style_id and body.substyle else "",
    }
    return [f"{name}: {line}" for name, line in lines.items() if line] + unknown_fields(body.extras)


async def reply(
    request: Request, response_format: str | None, delivery: Delivery, *, features: bool = False
) -> Response:
    """What was drawn, as a list; with `features`, each picture's score."""
    told = {"features": _features(services(request), delivery.job.operation)} if features else {}
    data = [await _item(request, response_format, artifact) | told for artifact in delivery.pictures]
    return await _answer(request, response_format, delivery, {"data": data})


def _features(shared: Services, drawn: Operation) -> dict[str, float]:
    prompt = drawn.prompt if isinstance(drawn, Drawn) else ""
    return {"nsfw_score": word_list(shared.settings.moderation_list).judge(prompt).score}


async def process_reply(request: Request, response_format: str | None, delivery: Delivery) -> Response:
    """What a tool made of a picture; its URL is there in every format, as the vendor's examples expect."""
    [artifact] = delivery.pictures
    item = {"url": public_url(request, artifact)} | await _item(request, response_format, artifact)
    return await _answer(request, response_format, delivery, {"image": item})


async def _answer(
    request: Request, response_format: str | None, delivery: Delivery, pictures: dict[str, Any]
) -> Response:
    reply = {"created": int(time.time()), "credits": delivery.units, **pictures}
    headers = report_header(delivery.pictures)
    if response_format == "multipart":
        artifacts = services(request).artifacts
        files = [(one.id, one.media_type, await artifacts.read(one)) for one in delivery.pictures]
        return multipart_reply(reply, files, headers)
    return JSONResponse(reply, headers=headers)


async def _item(request: Request, response_format: str | None, artifact: Artifact) -> dict[str, Any]:
    if response_format == "b64_json":
        data = await services(request).artifacts.read(artifact)
        return {"image_id": artifact.id, "b64_json": base64.b64encode(data).decode()}
    return {"image_id": artifact.id, "url": public_url(request, artifact)}
