"""Where this server is, as its clients see it."""

from __future__ import annotations

from fastapi import Request

from gouache.api.services import services


def origin(request: Request) -> str:
    """`https://host` of this server as the client of this request reaches it, without a slash at the end."""
    return (services(request).settings.public_url or str(request.base_url)).rstrip("/")
