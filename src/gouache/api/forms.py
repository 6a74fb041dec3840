"""One reader for every encoding that clients use: it gives the same fields whatever the body looked like.

JSON; multipart/form-data and urlencoded with plain, bracketed or JSON-in-a-string fields; multipart with JSON in a
file part. Limits hold before anything is parsed.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from gouache.api.body import PLAIN, Limits, TooLarge, Unsupported, counted, json_object, json_value
from gouache.api.forms_brackets import unflatten
from gouache.errors import Invalid

STRUCTURED = {
    "controls", "text_layout", "colors", "palette", "strict_color_palette", "style_reference_urls", "image_urls",
    "image_weights", "source_styles", "source_style_weights", "image_size",
}  # fmt: skip
_OBJECT_OBJECT = re.compile(r"^\s*\[object Object\](?:\s*,\s*\[object Object\])*\s*$")
_JSON = re.compile(r"^(?:application/(?:[\w.+-]+\+)?json|text/json)$")
_TAIL = 1024  # bytes in which the closing boundary must stand
_URLENCODED = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Form:
    """The fields of a request; `files` are (part name, upload); `notes` say what was left out, for the report."""

    fields: dict[str, Any]
    files: list[tuple[str, UploadFile]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    async def close(self) -> None:
        """Let the uploads go."""
        while self.files:
            await self.files.pop()[1].close()


async def read(request: Request, limits: Limits = PLAIN, *, keep_files: bool = False) -> Form:
    """The fields of a request's body; raises Invalid, TooLarge or Unsupported.

    File parts are noted and let go, unless the caller keeps them: then it must close the form.
    """
    form = await _read(request, limits)
    if not keep_files:
        form.notes += [f"{ascii(name)[:60]}: file part, not used by this operation" for name, _ in form.files[:20]]
        await form.close()
    return form


async def _read(request: Request, limits: Limits) -> Form:
    kind, parameters = parse_options_header(request.headers.get("content-type"))
    media = kind.decode("latin-1").lower()
    _check_types(request, media)
    body = counted(request, limits.body)
    if media == "multipart/form-data":
        return await _multipart(body, parameters.get(b"boundary"), limits)
    data = b"".join([chunk async for chunk in body])
    if media == _URLENCODED and not data.lstrip().startswith(b"{"):  # curl -d sends JSON under this type
        return _urlencoded(data, limits)
    return Form(json_object(data, limits.depth))


def _check_types(request: Request, media: str) -> None:
    if media and media not in ("multipart/form-data", _URLENCODED) and not _JSON.match(media):
        raise Unsupported(f"Content-Type {ascii(media)}: send application/json or multipart/form-data", field="body")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Unsupported("compressed bodies are not taken; send the body as it is", field="body")


async def _multipart(body: AsyncGenerator[bytes, None], boundary: bytes | None, limits: Limits) -> Form:
    if boundary is None:  # some clients set the type by hand and forget the boundary; the body begins with it
        body, boundary = await _sniff(body)
    if boundary is None:
        data = b"".join([chunk async for chunk in body])
        if data.lstrip().startswith(b"{"):
            return Form(json_object(data, limits.depth))
        raise Invalid("the multipart body has no boundary", field="body", code="invalid_form")
    tail = bytearray()
    headers = Headers({"content-type": f'multipart/form-data; boundary="{boundary.decode("latin-1")}"'})
    parser = MultiPartParser(
        headers, _watched(body, tail), max_files=limits.parts, max_fields=limits.parts, max_part_size=limits.part
    )  # fmt: skip
    try:
        parts = (await parser.parse()).multi_items()
    except MultiPartException as error:
        raise _malformed(error.message) from error
    form = await _assemble(parts, limits)
    if b"--" + boundary + b"--" not in tail:
        await form.close()
        raise _malformed("it ends in the middle")
    return form


async def _watched(body: AsyncGenerator[bytes, None], tail: bytearray) -> AsyncGenerator[bytes, None]:
    """The same chunks; `tail` keeps the end of what went by."""
    async for chunk in body:
        tail += chunk
        del tail[:-_TAIL]
        yield chunk


async def _sniff(body: AsyncGenerator[bytes, None]) -> tuple[AsyncGenerator[bytes, None], bytes | None]:
    first = b""
    async for chunk in body:
        first += chunk
        if b"\n" in first:
            break
    line = first.split(b"\n", 1)[0].rstrip(b"\r")
    found = line[2:] if line.startswith(b"--") and 2 < len(line) <= 72 else None

    async def again() -> AsyncGenerator[bytes, None]:
        yield first
        async for chunk in body:
            yield chunk

    return again(), found


def _malformed(message: str) -> Exception:
    if message.startswith(("Too many", "Part exceeded")):
        return TooLarge(message, field="body")
    return Invalid(f"the multipart body is malformed: {message}", field="body", code="invalid_form")


def _urlencoded(data: bytes, limits: Limits) -> Form:
    try:
        pairs = parse_qsl(data.decode(), keep_blank_values=True, max_num_fields=limits.parts, errors="strict")
    except UnicodeDecodeError as error:
        raise Invalid("the form is not UTF-8", field="body", code="invalid_form") from error
    except ValueError as error:
        raise TooLarge(f"the form has more than {limits.parts} fields", field="body") from error
    return _form(pairs, limits)


async def _assemble(parts: list[tuple[str, Any]], limits: Limits) -> Form:
    """Plain parts become fields, JSON file parts too, other file parts stay files."""
    pairs: list[tuple[str, str]] = []
    documents: dict[str, Any] = {}
    files: list[tuple[str, UploadFile]] = []
    for name, part in parts:
        if isinstance(part, str):
            pairs.append((name, part))
        elif (part.content_type or "").partition(";")[0].strip().lower() == "application/json":
            documents[name] = json_value(await _bounded(name, part, limits), limits.depth, name)
        else:
            files.append((name, part))
    form = _form(pairs, limits)
    form.fields.update(documents)
    form.files = files
    return form


async def _bounded(name: str, part: UploadFile, limits: Limits) -> bytes:
    data = await part.read(limits.part + 1)
    await part.close()
    if len(data) > limits.part:
        raise TooLarge(f"{name} is larger than {limits.part} bytes", field=name)
    return data


def _form(pairs: list[tuple[str, str]], limits: Limits) -> Form:
    """A form knows no null: an empty value means that the field was not given."""
    form = Form({})
    kept = []
    for name, value in pairs:
        if name in STRUCTURED and _OBJECT_OBJECT.match(value):
            form.notes.append(f"{name}: '[object Object]' says nothing")
        elif value.strip():
            kept.append((name, value))
    form.fields = unflatten(kept, limits.depth)
    for name in STRUCTURED & form.fields.keys():
        if isinstance(form.fields[name], str) and form.fields[name].lstrip().startswith(("{", "[")):
            form.fields[name] = json_value(form.fields[name].encode(), limits.depth, name)
    return form
