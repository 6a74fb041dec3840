"""Signed public paths in imgproxy's shape: `/<signature>/rs:fit:W:H:0/raw:1/plain/abs://external/images/<id>`.

The signature is the URL-safe base64 of HMAC-SHA256 over the rest of the path, 43 characters.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from gouache.artifacts.store import Artifact
from gouache.errors import NotFound

_PATH = re.compile(
    r"^(?P<signature>[\w-]{43})(?P<rest>/rs:fit:\d+:\d+:0/raw:1/plain/abs://external/images/(?P<id>[0-9a-f-]{36}))$"
)


class UrlSigner:
    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def path(self, artifact: Artifact) -> str:
        rest = f"/rs:fit:{artifact.width}:{artifact.height}:0/raw:1/plain/abs://external/images/{artifact.id}"
        return f"/{self._sign(rest)}{rest}"

    def artifact_id(self, path: str) -> str:
        """The id a signed path (without its leading slash) names; raises NotFound for anything else."""
        match = _PATH.match(path)
        if not match or not hmac.compare_digest(match["signature"], self._sign(match["rest"])):
            raise NotFound("404 page not found")
        return match["id"]

    def _sign(self, rest: str) -> str:
        digest = hmac.new(self._secret, rest.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def signing_secret(data_dir: Path) -> bytes:
    """The server's signing secret, made on first use and kept in the data directory, readable by its owner only."""
    path = data_dir / "url-secret"
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    with os.fdopen(handle, "w") as file:
        secret = secrets.token_bytes(32)
        file.write(secret.hex())
    return secret
