"""Own styles in the Recraft dialect: made of reference pictures, listed, fetched, deleted."""

from __future__ import annotations

from datetime import UTC

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from gouache.api import uploads
from gouache.api.auth import account
from gouache.api.body import Limits
from gouache.api.bounds import Bounds
from gouache.api.forms import Form
from gouache.api.forms import read as read_form
from gouache.api.openapi import BILLABLE, failures, takes_pictures
from gouache.api.recraft import own_profile
from gouache.api.recraft_fields import Color, read
from gouache.api.recraft_pictures import check
from gouache.api.recraft_style_fields import CreatedStyle, OwnStyleReply, OwnStyles, StyleBody
from gouache.api.reports import report_header, unknown_fields
from gouache.api.services import caller, services
from gouache.errors import Invalid
from gouache.operations import MAX_STYLE_PICTURES, CreateStyle, Source
from gouache.styles.profile import Base, Swatch
from gouache.styles.store import NAME, OwnStyle
from gouache.vocabulary.models import model
from gouache.vocabulary.prices import price

router = APIRouter(prefix="/styles", dependencies=[Depends(account)])
_LIMITS = Limits(body=4 * (64 << 20) // 3 + 1_000_000)
_BOUNDS = Bounds(least=16)


@router.post("", responses=BILLABLE, response_model=CreatedStyle, openapi_extra=takes_pictures(StyleBody, "image"))
async def create(request: Request) -> Response:
    """A style of one's own, from 1 to 10 reference pictures or from other styles."""
    form = await read_form(request, _LIMITS, keep_files=True)
    try:
        body = read(StyleBody, form.fields)
        wanted = await _operation(request, form, body)
    finally:
        await form.close()
    shared = services(request)
    units = price("styles.create", "*", "raster", 1, shared.settings.price_table)
    named = {NAME: body.name.strip()} if body.name and body.name.strip() else {}
    delivery = await shared.run(request, wanted, units, "recraft", request=named)
    kept = await shared.styles.get(caller(request).account, str(delivery.job.id))
    reply = CreatedStyle(**_reply(kept).model_dump(), credits=delivery.units)
    return JSONResponse(reply.model_dump(), headers=report_header(delivery.pictures))


@router.get("", responses=failures(401, 405))
async def listed(request: Request) -> OwnStyles:
    """The caller's own styles, newest first."""
    return OwnStyles(styles=[_reply(one) for one in await services(request).styles.of_account(caller(request).account)])


@router.get("/{style_id}", responses=failures(401, 404, 405))
async def one(request: Request, style_id: str) -> OwnStyleReply:
    """One style."""
    return _reply(await services(request).styles.get(caller(request).account, style_id))


@router.delete("/{style_id}", responses=failures(401, 404, 405))
async def delete(request: Request, style_id: str) -> dict[str, str]:
    """Forget a style; pictures drawn in it stay."""
    await services(request).styles.delete(caller(request).account, style_id)
    return {}


async def _operation(request: Request, form: Form, body: StyleBody) -> CreateStyle:
    images = await _images(request, form, body)
    weights = body.image_weights or []
    if weights and len(weights) != len(images):
        raise Invalid(f"image_weights: {len(weights)} weights for {len(images)} images", field="image_weights")
    if body.source_style_weights and len(body.source_style_weights) != len(body.source_styles or ()):
        text = "source_style_weights: one weight for each of source_styles"
        raise Invalid(text, field="source_style_weights")
    mine = [await own_profile(request, one, "source_styles") for one in body.source_styles or ()]
    if not images and not mine:
        raise Invalid("image: send 1 to 10 pictures as file parts, image_urls in JSON, or source_styles", field="image")
    palette = body.palette
    return CreateStyle(
        base=body.style or _base(body.model),
        images=tuple(images),
        weights=tuple(weights),
        sources=tuple(mine),
        source_weights=tuple(body.source_style_weights or ()),
        mix_policy=body.mix_policy or "PaletteMatch",
        palette=_swatches(palette.colors) if palette else (),
        background=palette.background_color.hex if palette and palette.background_color else None,
        private=body.private is not False,
        notes=(*_notes(body), *form.notes),
    )


async def _images(request: Request, form: Form, body: StyleBody) -> list[Source]:
    shared, payer = services(request), caller(request).account
    urls = body.image_urls or []
    count = len(form.files) + len(urls)
    if count > MAX_STYLE_PICTURES:
        raise Invalid(f"image: {count} pictures, at most {MAX_STYLE_PICTURES}", field="image")
    found = []
    for _, part in form.files:
        found.append(await uploads.source(shared, payer, await part.read(uploads.MAX_BYTES + 1), "image"))
    for url in urls:
        found.append(await uploads.fetched(shared, payer, url, "image_urls"))
    for source in found:
        check(source, "image", _BOUNDS)
    return found


def _base(model_id: str | None) -> Base:
    return "vector_illustration" if model(model_id).only == "svg" else "realistic_image"


def _swatches(colors: list[Color]) -> tuple[Swatch, ...]:
    equal = 1 / len(colors)
    return tuple(Swatch(color=one.hex, weight=equal if one.weight is None else one.weight) for one in colors)


def _notes(body: StyleBody) -> list[str]:
    lines = [f"{name}: no effect on this engine" for name in ("match", "prompt") if getattr(body, name)]
    return lines + unknown_fields(body.model_extra)


def _reply(kept: OwnStyle) -> OwnStyleReply:
    return OwnStyleReply(
        id=str(kept.id),
        style=kept.profile.base,
        creation_time=kept.created_at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z",
        is_private=kept.private,
    )
