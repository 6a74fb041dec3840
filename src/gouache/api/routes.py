"""The routes at the root: Recraft, OpenAI and AI/ML API share their paths; pictures and health stand beside them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from gouache.api import (
    aimlapi,
    files,
    health,
    recraft,
    recraft_catalog,
    recraft_redrawn,
    recraft_styles,
    recraft_tools,
    recraft_words,
)
from gouache.api.aimlapi_routes import sniffed_account
from gouache.api.auth import account
from gouache.api.forms import read
from gouache.api.openapi import BILLABLE, failures, takes
from gouache.api.recraft_fields import EnhanceBody, GenerationBody, OptimizeBody
from gouache.api.recraft_replies import (
    BasicStyles,
    EnhanceReply,
    GenerateReply,
    ModelCard,
    ModelList,
    OptimizeReply,
    User,
)
from gouache.api.services import caller, services
from gouache.errors import NotFound

v1 = APIRouter()
_BILLABLE: dict[str, Any] = {"dependencies": [Depends(account)], "responses": BILLABLE}
_GENERATION = _BILLABLE | {"response_model": GenerateReply, "openapi_extra": takes(GenerationBody)}
_FREE: dict[str, Any] = {"dependencies": [Depends(account)], "responses": failures(400, 401, 405, 413, 415, 500)}


_SHARED = {"dependencies": [Depends(sniffed_account)], "responses": BILLABLE | aimlapi.REPLIES}


@v1.post("/images/generations", **(_GENERATION | _SHARED))
async def generations(request: Request) -> Response:
    """Text to image. Recraft and OpenAI bodies alike; a body with `recraft-v3` or `image_size` is AI/ML API's."""
    form = await read(request)
    if aimlapi.speaks(form.fields):
        request.state.dialect = "aimlapi"
        return await aimlapi.generate(request, form)
    return await recraft.generate(request, form)


@v1.post("/images/generations/raster", **_GENERATION)
async def raster(request: Request) -> Response:
    """Text to pixels; vector models and styles are refused."""
    return await recraft.generate(request, await read(request), "raster")


@v1.post("/images/generations/vector", **_GENERATION)
async def vector(request: Request) -> Response:
    """Text to SVG; raster models and styles are refused."""
    return await recraft.generate(request, await read(request), "svg")


@v1.post("/prompts/enhance", **_BILLABLE, response_model=EnhanceReply, openapi_extra=takes(EnhanceBody))
async def enhance(request: Request) -> Response:
    """A longer prompt: what was said, and a setting, light, composition and colours that suit it."""
    return await recraft_words.enhance(request, await read(request))


@v1.post("/colors/optimize", **_FREE, response_model=OptimizeReply, openapi_extra=takes(OptimizeBody))
async def optimize(request: Request) -> Response:
    """Fewer colours: near ones are merged into one of them."""
    return await recraft_words.optimize(request, await read(request))


@v1.get("/users/me", dependencies=[Depends(account)], response_model_exclude_none=True, responses=failures(401, 405))
async def me(request: Request) -> User:
    """Who the key belongs to, and the units left."""
    return await recraft_catalog.user(services(request).accounts, caller(request))


@v1.get("/styles/basic", dependencies=[Depends(account)], responses=failures(401, 405))
async def basic_styles() -> BasicStyles:
    """The styles that every account has."""
    return recraft_catalog.basic_styles()


@v1.get("/models", responses=failures(405))
async def models(request: Request) -> ModelList:
    """The models served here; needs no key."""
    return recraft_catalog.model_list(services(request).settings.price_table)


@v1.get("/models/{model_id}", responses=failures(400, 404, 405))
async def one_model(request: Request, model_id: str) -> ModelCard:
    """One model, by its id or an alias."""
    found = recraft_catalog.one_model(model_id, services(request).settings.price_table)
    if found is None:
        raise NotFound(f"The model {ascii(model_id)[:80]} does not exist", field="model", code="model_not_found")
    return found


v1.include_router(recraft_tools.router)
v1.include_router(recraft_redrawn.router)
v1.include_router(recraft_styles.router)
v1.include_router(files.links)
router = APIRouter()
router.include_router(v1, prefix="/v1")
router.include_router(v1, prefix="/v1/v1", include_in_schema=False)  # for clients that add /v1 twice
router.include_router(health.router)
router.include_router(files.router)
