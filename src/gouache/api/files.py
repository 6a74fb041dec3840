"""Finished pictures by their signed paths; no key is needed, the signature is the permission."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.convertors import Convertor, register_url_convertor

from gouache.api.services import services
from gouache.errors import NotFound

router = APIRouter(include_in_schema=False)


class _Signature(Convertor[str]):
    regex = r"[\w-]{43}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("signature", _Signature())


@router.api_route("/{signature:signature}/{rest:path}", methods=["GET", "HEAD"])
async def picture(request: Request, signature: str, rest: str) -> Response:
    """A stored picture; raises NotFound for what was not signed here or is no longer kept."""
    shared = services(request)
    try:
        artifact, data = await shared.store.get(shared.signer.artifact_id(f"{signature}/{rest}"))
    except NotFound as gone:
        raise NotFound("404 page not found") from gone
    headers = {
        "Content-Type": artifact.media_type,  # set by hand: no charset may follow it
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": "private, max-age=3600",
        "Access-Control-Allow-Origin": "*",
    }
    return Response(data, headers=headers)
