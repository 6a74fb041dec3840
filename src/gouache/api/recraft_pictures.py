"""The pictures that a request of the Recraft dialect brings along: file parts or URLs, held to the vendor's limits."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile

from gouache.api import uploads
from gouache.api.body import Limits
from gouache.api.forms import Form
from gouache.api.recraft_image_fields import Masked, Pictures
from gouache.api.services import caller, services
from gouache.errors import Invalid
from gouache.operations import MAX_SIDE, Source

_IN_BASE64 = 4 * uploads.MAX_BYTES // 3 + 1_000
BODY = Limits(body=2 * _IN_BASE64 + 1_000_000, part=_IN_BASE64)  # two pictures as data URLs, in a form too
_RASTER = ("image/png", "image/jpeg", "image/webp")
_MEGAPIXEL = 1 << 20  # 4096 x 4096 px, the largest that the upscalers make, are 16 MP


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a route takes: sides in px, the area in megapixels, SVG or not."""

    least: int = 256
    megapixels: int = 16
    svg: bool = True

    def check(self, source: Source, field: str) -> None:
        """Raises Invalid naming the field."""
        if source.media_type == "image/svg+xml" and self.svg:
            return
        if source.media_type not in _RASTER:
            known = "PNG, JPG, WEBP" + (" or SVG" if self.svg else "")
            raise Invalid(f"{field}: {source.media_type}, not {known}", field=field, code="invalid_image_format")
        if source.width * source.height > self.megapixels * _MEGAPIXEL or max(source.width, source.height) > MAX_SIDE:
            raise Invalid(
                f"{field}: {source.width}x{source.height} px; at most {self.megapixels} MP and {MAX_SIDE} px a side",
                field=field,
                code="image_too_big",
            )
        if min(source.width, source.height) < self.least:
            raise Invalid(
                f"{field}: {source.width}x{source.height} px; at least {self.least} px a side",
                field=field,
                code="image_too_small",
            )


async def image(request: Request, form: Form, body: Pictures, bounds: Bounds = Bounds()) -> Source:
    """The picture of a request: any file part but the mask, or `image_url`. Raises Invalid."""
    parts = [(name, part) for name, part in form.files if name != "mask"]
    form.notes += [f"{ascii(name)[:60]}: one picture is used, the first" for name, _ in parts[1:20]]
    if parts and body.image_url:
        form.notes.append("image_url: the file part is used")
    if len(parts) < len(form.files) and not isinstance(body, Masked):
        form.notes.append("mask: no effect here")
    source = await _source(request, parts[:1], body.image_url, "image")
    bounds.check(source, "image")
    return source


async def mask(request: Request, form: Form, url: str | None, picture: Source) -> Source:
    """The mask of a request, exactly as large as its picture; raises Invalid."""
    parts = [part for part in form.files if part[0] == "mask"]
    form.notes += ["mask: one mask is used, the first"] if len(parts) > 1 else []
    form.notes += ["mask_url: the file part is used"] if parts and url else []
    found = await _source(request, parts[:1], url, "mask")
    if found.media_type not in _RASTER:
        raise Invalid(f"mask: {found.media_type}, not PNG, JPG or WEBP", field="mask", code="invalid_image_format")
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
