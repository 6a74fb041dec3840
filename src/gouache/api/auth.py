"""Bearer keys."""

from __future__ import annotations

from fastapi import Request

from gouache.api.services import services
from gouache.errors import Unauthorized


def account(request: Request) -> str:
    """The account of a request's bearer key; raises Unauthorized. An open server takes any key, none too."""
    shared = services(request)
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    name = shared.keys.name_of(key.strip()) if scheme.lower() == "bearer" and key.strip() else None
    if name is not None:
        return name
    if shared.settings.open:
        return "open"
    raise Unauthorized("request unauthorized")
