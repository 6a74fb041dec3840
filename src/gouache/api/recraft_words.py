"""The Recraft dialect's helpers: longer prompts, smaller palettes."""

from __future__ import annotations

import asyncio

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from gouache.api.forms import Form
from gouache.api.recraft_fields import EnhanceBody, OptimizeBody, read
from gouache.api.services import caller, services
from gouache.ledger.charges import admit, charge
from gouache.vocabulary.colors import reduce_palette
from gouache.vocabulary.prices import price


async def enhance(request: Request, form: Form) -> Response:
    """`POST /v1/prompts/enhance`; charged once the answer is there."""
    body = read(EnhanceBody, form.fields)
    shared = services(request)
    await _admit(request)
    units = price("prompts.enhance", "*", "raster", 1, shared.settings.price_table)
    longer = await asyncio.to_thread(_enhanced, body.prompt)
    await charge(shared.database, caller(request).account, units)
    return JSONResponse({"enhanced_prompt": longer, "credits": units})


async def _admit(request: Request) -> None:
    shared = services(request)
    left = await admit(shared.database, caller(request).key, shared.jobs.limits)
    if left is not None:
        request.state.headers = left.headers(shared.jobs.limits)


def _enhanced(prompt: str) -> str:
    from gouache.enhance import enhanced  # loads the composer's parser, which a server may never need

    return enhanced(prompt)


async def optimize(request: Request, form: Form) -> Response:
    """`POST /v1/colors/optimize`: `to` is the client's own spelling of the colour that stands for `from`."""
    body = read(OptimizeBody, form.fields)
    await _admit(request)
    colors = [color.full for color in body.colors]
    weights = [1.0 if color.weight is None else color.weight for color in body.colors]
    kept = await asyncio.to_thread(reduce_palette, colors, weights, body.num_colors_limit)
    mapping = [{"from": c.hex, "to": body.colors[at].hex} for c, at in zip(body.colors, kept, strict=True)]
    return JSONResponse({"mapping": mapping, "credits": 0})
