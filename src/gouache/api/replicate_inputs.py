"""The inputs of the Replicate dialect's models, and what they mean in our words."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from gouache.api.bounds import Bounds
from gouache.api.replicate_catalog import UNSET, Listed, choices, defaults
from gouache.api.replicate_fields import KNOWN, BadInput, Wrong, encodable, mistyped
from gouache.operations import (
    MAX_SEED,
    CreativeUpscale,
    CrispUpscale,
    Generate,
    Operation,
    RemoveBackground,
    Source,
    Vectorize,
)
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import aspect_ratios
from gouache.vocabulary.sizes import size as size_of
from gouache.vocabulary.slash_forms import slash_style

MAX_PROMPT = 4000
_NAMES = ("size", "style", "prompt", "aspect_ratio", "seed")
_TOOLS: dict[str, tuple[type[Operation], int]] = {  # the operation, and the least side of its picture in px
    "images.vectorize": (Vectorize, 256),
    "images.removeBackground": (RemoveBackground, 32),
    "images.crispUpscale": (CrispUpscale, 32),
    "images.creativeUpscale": (CreativeUpscale, 256),
}
Fetch = Callable[[str], Awaitable[Source]]  # the picture that an input names


def read_input(model: Listed, body: dict[str, Any], *, version: bool) -> dict[str, Any]:
    """The input of a body with its defaults filled in; raises BadInput. `version`: the body may name one."""
    unknown = sorted(body.keys() - KNOWN - ({"version"} if version else set()))
    wrong = [
        Wrong("additional_property_not_allowed", "", f"Additional property {ascii(name)[1:-1]} is not allowed")
        for name in unknown
    ]
    given = body.get("input")
    if given is None:
        wrong.append(Wrong("required", "", "input is required"))
    elif not isinstance(given, dict):
        wrong.append(mistyped("input", "object", given))
    else:
        wrong += _complaints(model, given)
    if wrong:
        raise BadInput(*wrong)
    assert isinstance(given, dict)
    filled = {**defaults(model), **{name: value for name, value in given.items() if value is not None}}
    return {name: filled[name] for name in _inputs(model) if name in filled}


def unknown(model: Listed, body: dict[str, Any]) -> list[str]:
    """The inputs that the model does not have: they change nothing."""
    return [ascii(name)[1:-1][:60] for name in body["input"] if name not in _inputs(model)][:20]


def _inputs(model: Listed) -> tuple[str, ...]:
    return _NAMES if model.draws else ("image",)


def _complaints(model: Listed, given: dict[str, Any]) -> list[Wrong]:
    if not model.draws:
        return _image(given.get("image"))
    return [*_prompt(given.get("prompt")), *_choices(model, given), *_seed(given.get("seed"))]


def _prompt(prompt: object) -> list[Wrong]:
    if prompt is None:
        return [Wrong("required", "input", "prompt is required")]
    if not isinstance(prompt, str) or "\0" in prompt or not encodable(prompt):
        return [mistyped("input.prompt", "string", prompt)]
    if not prompt.strip():
        return [Wrong("string_gte", "input.prompt", "String length must be greater than or equal to 1")]
    if len(prompt) > MAX_PROMPT:
        return [Wrong("string_lte", "input.prompt", f"String length must be less than or equal to {MAX_PROMPT}")]
    return []


def _choices(model: Listed, given: dict[str, Any]) -> list[Wrong]:
    wrong = []
    for name, values in choices(model).items():
        value = given.get(name)
        if value is not None and value not in values:
            listed = ", ".join(f'"{choice}"' for choice in values)
            wrong.append(Wrong("enum", f"input.{name}", f"{name} must be one of the following: {listed}"))
    return wrong


def _seed(seed: object) -> list[Wrong]:
    if seed is None:
        return []
    if not isinstance(seed, int) or isinstance(seed, bool):
        return [mistyped("input.seed", "integer", seed)]
    if seed < 0:
        return [Wrong("number_gte", "input.seed", "Must be greater than or equal to 0")]
    if seed > MAX_SEED:
        return [Wrong("number_lte", "input.seed", f"Must be less than or equal to {MAX_SEED}")]
    return []


def _image(image: object) -> list[Wrong]:
    if image is None:
        return [Wrong("required", "input", "image is required")]
    if not isinstance(image, str):
        return [mistyped("input.image", "string", image)]
    if not image.lower().startswith(("http://", "https://", "data:")) or "\0" in image or not encodable(image):
        return [Wrong("format", "input.image", "Does not match format 'uri'")]
    return []


async def operation(model: Listed, values: dict[str, Any], ignored: list[str], fetch: Fetch) -> Operation:
    """What a complete input asks of a model; raises BadInput."""
    notes = tuple(f"{name}: not an input of {model.slug}, ignored" for name in ignored)
    if model.draws:
        return _drawn(model, values, notes)
    kind, least = _TOOLS[model.operation]
    source = await fetch(values["image"])
    unfit = Bounds(least).unfit(source)
    if unfit is not None:
        raise BadInput(Wrong("format", "input.image", f"image is {unfit.text}"))
    fields: dict[str, Any] = {"image": source, "format": model.format, "notes": notes}
    return kind(**fields)


def _drawn(model: Listed, values: dict[str, Any], notes: tuple[str, ...]) -> Generate:
    style = slash_style(model.name, values["style"])
    ratio = values["aspect_ratio"]
    page = size_of(values["size"]) if ratio == UNSET else aspect_ratios()[ratio]
    return Generate(
        prompt=values["prompt"],
        style=style.style,
        substyle=style.substyle,
        width=page.width,
        height=page.height,
        seed=values.get("seed", secrets.randbits(32)),
        format=model.format,
        notes=notes,
    )


def cost(model: Listed, table: str) -> int:
    """Units of a prediction."""
    return price(model.operation, model.family, model.output, 1, table)
