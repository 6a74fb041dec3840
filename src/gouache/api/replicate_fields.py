"""What requests of the Replicate dialect may hold, and what they mean in our words."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from gouache.api.replicate_catalog import UNSET, Listed, by_version, choices, defaults
from gouache.errors import GouacheError, Invalid
from gouache.jobs.webhooks import MOMENTS, Moment, order
from gouache.operations import MAX_SEED, Generate
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import aspect_ratios
from gouache.vocabulary.sizes import size as size_of
from gouache.vocabulary.slash_forms import slash_style

MAX_PROMPT = 4000
_KNOWN = {"input", "stream", "webhook", "webhook_events_filter", "webhook_completed"}
_WAIT = re.compile(r"^wait(?:=([1-9]|[1-5][0-9]|60))?$")
_WAIT_SECONDS = 60.0
_SPAN = re.compile(r"^(?=\d)(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$", re.ASCII)
_SHORTEST_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Wrong:
    """One complaint about a body, in the words of a JSON schema validator."""

    type: str
    field: str
    description: str


class BadInput(GouacheError):
    """The body is not what the model takes; `wrong` says all of it."""

    status = 422
    code = "invalid_input"

    def __init__(self, *wrong: Wrong) -> None:
        super().__init__("".join(f"- {one.field}: {one.description}\n" for one in wrong), field=wrong[0].field)
        self.wrong = wrong


class BadVersion(GouacheError):
    """There is no such version."""

    status = 422
    code = "invalid_version"


def versioned(body: dict[str, Any]) -> tuple[Listed, str]:
    """The model that a body's `version` names, and the version to echo; raises BadInput or BadVersion."""
    version = body.get("version")
    if not isinstance(version, str):
        raise BadInput(Wrong("required", "", "version is required"))
    found = by_version(version)
    if found is None:
        text = "The specified version does not exist (or perhaps you don't have permission to use it?)"
        raise BadVersion(text, field="version")
    return found


def read_input(model: Listed, body: dict[str, Any], *, version: bool) -> dict[str, Any]:
    """The input of a body with its defaults filled in; raises BadInput. `version`: the body may name one."""
    unknown = sorted(body.keys() - _KNOWN - ({"version"} if version else set()))
    wrong = [
        Wrong("additional_property_not_allowed", "", f"Additional property {ascii(name)[1:-1]} is not allowed")
        for name in unknown
    ]
    given = body.get("input")
    if given is None:
        wrong.append(Wrong("required", "", "input is required"))
    elif not isinstance(given, dict):
        wrong.append(_mistyped("input", "object", given))
    else:
        wrong += _complaints(model, given)
    if wrong:
        raise BadInput(*wrong)
    assert isinstance(given, dict)
    names = ("size", "style", "prompt", "aspect_ratio", "seed")
    filled = {**defaults(model), **{name: value for name, value in given.items() if value is not None}}
    return {name: filled[name] for name in names if name in filled}


def webhooks(body: dict[str, Any], origin: str) -> list[dict[str, Any]]:
    """Whom a body wants to be told, of what; raises BadInput."""
    moments = _moments(body.get("webhook_events_filter"))
    wishes: dict[str, Sequence[Moment]] = {"webhook": moments, "webhook_completed": ("completed",)}
    return [_hook(name, body[name], origin, wish) for name, wish in wishes.items() if body.get(name) and wish]


def _moments(names: object) -> Sequence[Moment]:
    if names is None:
        return ("output", "completed")
    if not isinstance(names, list):
        raise BadInput(_mistyped("webhook_events_filter", "array", names))
    if any(name not in MOMENTS for name in names):
        known = ", ".join(f'"{name}"' for name in MOMENTS)
        text = f"webhook_events_filter must be one of the following: {known}"
        raise BadInput(Wrong("enum", "webhook_events_filter", text))
    return [moment for moment in MOMENTS if moment in names]


def _hook(field: str, url: object, origin: str, moments: Sequence[Moment]) -> dict[str, Any]:
    if not isinstance(url, str):
        raise BadInput(_mistyped(field, "string", url))
    try:
        return order(url, origin, moments, field)
    except Invalid as error:
        raise BadInput(Wrong("format", field, error.message)) from error


def _complaints(model: Listed, given: dict[str, Any]) -> list[Wrong]:
    return [*_prompt(given.get("prompt")), *_choices(model, given), *_seed(given.get("seed"))]


def _prompt(prompt: object) -> list[Wrong]:
    if prompt is None:
        return [Wrong("required", "input", "prompt is required")]
    if not isinstance(prompt, str) or "\0" in prompt or not _encodable(prompt):
        return [_mistyped("input.prompt", "string", prompt)]
    if not prompt.strip():
        return [Wrong("string_gte", "input.prompt", "String length must be greater than or equal to 1")]
    if len(prompt) > MAX_PROMPT:
        return [Wrong("string_lte", "input.prompt", f"String length must be less than or equal to {MAX_PROMPT}")]
    return []


def _encodable(text: str) -> bool:
    """Whether a text is free of lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


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
        return [_mistyped("input.seed", "integer", seed)]
    if seed < 0:
        return [Wrong("number_gte", "input.seed", "Must be greater than or equal to 0")]
    if seed > MAX_SEED:
        return [Wrong("number_lte", "input.seed", f"Must be less than or equal to {MAX_SEED}")]
    return []


def _mistyped(field: str, wanted: str, given: object) -> Wrong:
    names = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    return Wrong("invalid_type", field, f"Invalid type. Expected: {wanted}, given: {names.get(type(given), 'null')}")


def operation(model: Listed, values: dict[str, Any]) -> Generate:
    """What a complete input asks of a model."""
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
        format="svg" if model.output == "svg" else "webp",
    )


def cost(model: Listed, table: str) -> int:
    """Units of a prediction."""
    return price("images.generations", model.family, model.output, 1, table)


def patience(prefer: str) -> float | None:
    """How many seconds a client will wait by its `Prefer` header; None = not at all."""
    found = [match for part in prefer.split(",") if (match := _WAIT.match(part.strip().lower()))]
    return float(found[0][1] or _WAIT_SECONDS) if found else None


def deadline(cancel_after: str | None) -> datetime | None:
    """When a prediction is to be called off by its `Cancel-After` header: `30s`, `5m`, `1h30m45s`, `30`."""
    if cancel_after is None:
        return None
    match = _SPAN.match(cancel_after.strip())
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if span < timedelta(seconds=_SHORTEST_SECONDS):
        raise BadInput(Wrong("format", "Cancel-After", "Must be a duration of at least 5s, such as 30s, 5m or 1h30m"))
    return datetime.now(UTC) + span
