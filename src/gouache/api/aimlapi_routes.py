"""AI/ML API's own mounts: `/aimlapi`, and the bare host, which the vendor shows as a base URL too."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel

from gouache.api import aimlapi, recraft_catalog
from gouache.api.auth import account
from gouache.api.dialects import Dialect
from gouache.api.errors import aimlapi_error
from gouache.api.forms import read
from gouache.api.openapi import inlined
from gouache.api.recraft_replies import ModelCard, ModelList
from gouache.api.services import caller, services
from gouache.errors import NotFound, Unauthorized

_LOW = 4_000_000  # credits: a hundred raster pictures are a third of it
_BASES = ("/aimlapi/v1", "/aimlapi", "")
dialect = Dialect(
    "aimlapi",
    ("/aimlapi", "/images", "/model", "/models", "/api/v1", "/v1/billing"),
    lambda error: aimlapi_error(error, ""),  # errors.answer knows the path
)


class OneModel(BaseModel):
    object: Literal["model"] = "model"
    data: ModelCard


class Balance(BaseModel):
    """Credits."""

    balance: int
    lowBalance: bool
    lowBalanceThreshold: int
    lastUpdated: str
    autoDebitStatus: str
    status: str
    statusExplanation: str


def _refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    return {code: {"model": aimlapi.Refused} for code in codes}


async def sniffed_account(request: Request) -> None:
    """`auth.account` on the shared path: whom it turns away is told so in the dialect of the body."""
    try:
        await account(request)
    except Unauthorized:
        if aimlapi.speaks((await read(request)).fields):
            request.state.dialect = "aimlapi"
        raise


async def generations(request: Request) -> Response:
    """Text to image; always AI/ML API's, whatever the body looks like."""
    return await aimlapi.generate(request, await read(request))


async def models(request: Request) -> ModelList:
    """The models served here; needs no key."""
    return recraft_catalog.model_list(services(request).settings.price_table)


async def one_model(request: Request, model_id: str) -> OneModel:
    """One model, by its id or an alias; needs no key."""
    found = recraft_catalog.one_model(model_id, services(request).settings.price_table)
    if found is None:
        raise NotFound(f"Model {ascii(model_id)[1:-1]} not found")
    return OneModel(data=found)


async def balance(request: Request) -> Balance:
    """What the account has left, in credits."""
    shared, payer = services(request), caller(request).account
    unlimited = payer == shared.open_account
    left = recraft_catalog.UNLIMITED if unlimited else await shared.accounts.balance(payer)
    credits = left * aimlapi.CREDITS_PER_UNIT
    status = "ok" if credits > 0 else "empty"
    return Balance(
        balance=credits,
        lowBalance=credits < _LOW,
        lowBalanceThreshold=_LOW,
        lastUpdated=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        autoDebitStatus="disabled",
        status=status,
        statusExplanation="The balance is paid in advance." if credits > 0 else "You've run out of credits.",
    )


def _takes() -> dict[str, Any]:
    schema = inlined(aimlapi.Body.model_json_schema())
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


router = APIRouter(tags=["AI/ML API"])
_KEYED: dict[str, Any] = {"dependencies": [Depends(account)]}
_PAID: dict[str, Any] = _KEYED | {
    "response_model": aimlapi.Reply, "status_code": 201, "openapi_extra": _takes(),
    "responses": _refused(400, 401, 403, 405, 413, 415, 429, 500, 503, 504),
}  # fmt: skip
for _base in _BASES:
    _hidden = _base != "/aimlapi/v1"
    router.post(f"{_base}/images/generations", include_in_schema=not _hidden, **_PAID)(generations)
    router.get(f"{_base}/models", include_in_schema=not _hidden, responses=_refused(405))(models)
    router.get(
        f"{_base}/model/{{model_id}}", include_in_schema=not _hidden, response_model=OneModel,
        responses=_refused(400, 404, 405),
    )(one_model)  # fmt: skip
router.get("/api/v1/models", include_in_schema=False)(models)
for _base in ("/aimlapi/v1", "/v1"):
    router.get(f"{_base}/billing/balance", response_model=Balance, responses=_refused(401, 405), **_KEYED)(balance)
