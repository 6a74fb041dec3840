"""What requests of the Replicate dialect may hold around a model's input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from gouache.api.replicate_catalog import Listed, by_version
from gouache.errors import GouacheError, Invalid
from gouache.jobs.webhooks import MOMENTS, Moment, order
from gouache.net import Networks

KNOWN = {"input", "stream", "webhook", "webhook_events_filter", "webhook_completed"}
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


async def webhooks(body: dict[str, Any], origin: str, allow: Networks) -> list[dict[str, Any]]:
    """Whom a body wants to be told, of what; raises BadInput."""
    moments = _moments(body.get("webhook_events_filter"))
    wishes: dict[str, Sequence[Moment]] = {"webhook": moments, "webhook_completed": ("completed",)}
    wanted = [(name, moments) for name, moments in wishes.items() if body.get(name) and moments]
    return [await _hook(name, body[name], origin, moments, allow) for name, moments in wanted]


def _moments(names: object) -> Sequence[Moment]:
    if names is None:
        return ("output", "completed")
    if not isinstance(names, list):
        raise BadInput(mistyped("webhook_events_filter", "array", names))
    if any(name not in MOMENTS for name in names):
        known = ", ".join(f'"{name}"' for name in MOMENTS)
        text = f"webhook_events_filter must be one of the following: {known}"
        raise BadInput(Wrong("enum", "webhook_events_filter", text))
    return [moment for moment in MOMENTS if moment in names]


async def _hook(field: str, url: object, origin: str, moments: Sequence[Moment], allow: Networks) -> dict[str, Any]:
    if not isinstance(url, str):
        raise BadInput(mistyped(field, "string", url))
    try:
        return await order(url, origin, moments, field=field, allow=allow)
    except Invalid as error:
        raise BadInput(Wrong("format", field, error.message)) from error


def encodable(text: str) -> bool:
    """Whether a text is free of lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def mistyped(field: str, wanted: str, given: object) -> Wrong:
    names = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    return Wrong("invalid_type", field, f"Invalid type. Expected: {wanted}, given: {names.get(type(given), 'null')}")


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
