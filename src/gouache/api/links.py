"""Where this server is, as its clients see it."""

from __future__ import annotations

import base64

from fastapi import Request

from gouache.artifacts.store import Artifact


def origin(request: Request) -> str:
    """`https://host` of this server as the client of this request reaches it, without a slash at the end."""
    public: str | None = request.app.state.services.settings.public_url
    return (public or str(request.base_url)).rstrip("/")


def data_uri(picture: Artifact, data: bytes) -> str:
    """A picture as a URL that holds all of it."""
    return f"data:{picture.media_type};base64,{base64.b64encode(data).decode()}"
