"""Operation in, files out: the one path that the shell, the Python door and the workers share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gouache.artifacts.encode import File, encode, enlarged
from gouache.engines import Context, Image, engine_for
from gouache.operations import CreateStyle, Drawn, Operation


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file and the report of how it came about."""

    file: File
    report: dict[str, Any]


def render(operation: Operation, context: Context | None = None) -> Iterator[Rendered]:
    """The pictures of an operation one by one; raises GouacheError for what cannot be done."""
    if isinstance(operation, CreateStyle):
        yield _style(operation, context or Context())
        return
    for image in engine_for(operation).run(operation, context or Context()):
        if isinstance(operation, Drawn) and operation.megapixels is not None:
            image = enlarged(image, operation.megapixels)
        yield Rendered(encode(image, operation.format, provenance(operation, image)), image.report.as_dict())


def _style(operation: CreateStyle, context: Context) -> Rendered:
    from gouache.styles.create import create

    profile, report = create(operation, context)
    return Rendered(File(profile.model_dump_json().encode(), "application/json", 0, 0), report.as_dict())


def provenance(operation: Operation, image: Image) -> dict[str, object]:
    """What a file says of its own making; the prompt only as a hash, it may be private."""
    made: dict[str, object] = {"generator": "gouache"}
    if isinstance(operation, Drawn):
        made["prompt_sha256"] = hashlib.sha256(operation.prompt.encode()).hexdigest()
    return made | {"report": image.report.as_dict()}
