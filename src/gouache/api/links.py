"""Where this server is, as its clients see it."""

from __future__ import annotations

from fastapi import Request


def origin(request: Request) -> str:
    """`https://host` of this server as the client of this request reaches it, without a slash at the end."""
    public: str | None = request.app.state.services.settings.public_url
    return (public or str(request.base_url)).rstrip("/")
