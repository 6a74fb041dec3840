"""The pictures that a request of the Recraft dialect brings along: file parts or URLs, held to the vendor's limits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel
from starlette.datastructures import UploadFile

from gouache.api import uploads
from gouache.api.body import Limits
from gouache.api.bounds import Bounds
from gouache.api.forms import Form
from gouache.api.forms import read as read_form
from gouache.api.recraft import aliased
from gouache.api.recraft_fields import read
from gouache.api.recraft_image_fields import Masked, Pictures
from gouache.api.reports import unknown_fields
from gouache.api.services import caller, services
from gouache.errors import Invalid
from gouache.operations import Source

B = TypeVar("B", bound=BaseModel)
_IN_BASE64 = 4 * uploads.MAX_BYTES // 3 + 1_000
BODY = Limits(body=2 * _IN_BASE64 + 1_000_000, part=_IN_BASE64)  # two pictures as data URLs, in a form too
_CODES = {"format": "invalid_image_format", "too_large": "image_too_big", "too_small": "image_too_small"}


def check(source: Source, field: str, bounds: Bounds) -> None:
    """Raises Invalid naming the field."""
    unfit = bounds.unfit(source)
    if unfit is not None:
        raise Invalid(f"{field}: {unfit.text}", field=field, code=_CODES[unfit.kind])


async def image(request: Request, form: Form, body: Pictures, bounds: Bounds = Bounds(svg=True)) -> Source:
    """The picture of a request: any file part but the mask, or `image_url`. Raises Invalid."""
    parts = [(name, part) for name, part in form.files if name != "mask"]
    form.notes += [f"{ascii(name)[:60]}: one picture is used, the first" for name, _ in parts[1:20]]
    if parts and body.image_url:
        form.notes.append("image_url: the file part is used")
    if len(parts) < len(form.files) and not isinstance(body, Masked):
        form.notes.append("mask: no effect here")
    source = await _source(request, parts[:1], body.image_url, "image")
    check(source, "image", bounds)
    return source


async def mask(request: Request, form: Form, url: str | None, picture: Source) -> Source:
    """The mask of a request, exactly as large as its picture; raises Invalid."""
    parts = [part for part in form.files if part[0] == "mask"]
    form.notes += ["mask: one mask is used, the first"] if len(parts) > 1 else []
    form.notes += ["mask_url: the file part is used"] if parts and url else []
    found = await _source(request, parts[:1], url, "mask")
    check(found, "mask", Bounds(least=1))
    if picture.media_type != "image/svg+xml" and (found.width, found.height) != (picture.width, picture.height):
        raise Invalid(
            f"mask: {found.width}x{found.height} px, but the image has {picture.width}x{picture.height}", field="mask"
        )
    return found


async def _source(request: Request, parts: list[tuple[str, UploadFile]], url: str | None, field: str) -> Source:
    shared, account = services(request), caller(request).account
    if parts:
        data = await parts[0][1].read(uploads.MAX_BYTES + 1)
        if len(data) > uploads.MAX_BYTES:
            raise Invalid(f"{field}: more than {uploads.MAX_BYTES} bytes", field=field, code="image_too_big")
        return await uploads.source(shared, account, data, field)
    if url:
        return await uploads.fetched(shared, account, url, f"{field}_url")
    raise Invalid(f"{field}: send a file part, or {field}_url in JSON", field=field)


@asynccontextmanager
async def posted(request: Request, kind: type[B]) -> AsyncIterator[tuple[Form, B]]:
    """The form of a request, its files kept until the end, and its body; raises Invalid."""
    form = await read_form(request, BODY, keep_files=True)
    try:
        yield form, read(kind, aliased(form, services(request).settings))
    finally:
        await form.close()


def notes_of(body: BaseModel, form: Form, **ignored: str) -> tuple[str, ...]:
    """Lines for the report: what was sent and has no effect here."""
    lines = [f"{name}: {line}" for name, line in ignored.items() if getattr(body, name)]
    return (*lines, *unknown_fields(body.model_extra), *form.notes)
