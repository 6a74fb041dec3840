"""What is told of a request beside its pictures: its report as a header, and the lines that dialects add to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from gouache.artifacts.store import Artifact

NAME_LENGTH = 60  # characters of a name that somebody sent
_MOST_NAMES = 20
_LIMIT = 4000  # proxies cut or refuse longer headers


def report_header(pictures: list[Artifact]) -> dict[str, str]:
    """`X-Gouache-Report`: the reports as a JSON list in ASCII; the whole ones are kept with each picture."""
    reports = [picture.report for picture in pictures]
    text = json.dumps(reports)
    if len(text) > _LIMIT:
        text = json.dumps([{key: report[key] for key in ("engine", "seed", "style")} for report in reports])
    return {"X-Gouache-Report": text}


def unknown_fields(given: Mapping[str, Any] | None, known: Iterable[str] = ()) -> list[str]:
    """A line for each of the first fields that were given, not null, and are not known."""
    told = given or {}
    unknown = sorted(name for name in told.keys() - set(known) if told[name] is not None)
    return [f"{ascii(name)[:NAME_LENGTH]}: unknown field" for name in unknown[:_MOST_NAMES]]
