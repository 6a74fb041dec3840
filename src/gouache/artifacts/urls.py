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
from dataclasses import dataclass
from pathlib import Path

from gouache.artifacts.store import Artifact
from gouache.errors import NoPage

_PATH = re.compile(
    r"^(?P<signature>[\w-]{43})"
    r"(?P<rest>/rs:fit:(?P<width>\d{1,5}):(?P<height>\d{1,5}):0/raw:1/plain/abs://external/images/(?P<id>[0-9a-f-]{36}))$",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a signed path permits: the picture `id`, fitted into width x height px (0 = free)."""

    id: str
    width: int
    height: int


class UrlSigner:
    """Signs paths, and reads only what it signed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def path(self, artifact: Artifact, width: int | None = None, height: int | None = None) -> str:
        """The signed path of a picture, at its own size or fitted into width x height px (0 leaves a side free)."""
        box = (artifact.width if width is None else width, artifact.height if height is None else height)
        rest = f"/rs:fit:{box[0]}:{box[1]}:0/raw:1/plain/abs://external/images/{artifact.id}"
        return f"/{self._sign(rest)}{rest}"

    def read(self, path: str) -> Ticket:
        """What a path (without its leading slash) permits; raises NoPage for anything that was not signed here."""
        match = _PATH.fullmatch(path)
        if not match or not hmac.compare_digest(match["signature"], self._sign(match["rest"])):
            raise NoPage()
        return Ticket(match["id"], int(match["width"]), int(match["height"]))

    def seal(self, text: str) -> str:
        """The text with our signature behind it, fit for URLs when the text is; it says what its holder may do."""
        return f"{text}.{self._sign(f'seal {text}')}"

    def unseal(self, sealed: str) -> str:
        """The text that `seal` signed; raises NoPage for anything else."""
        text, _, signature = sealed.rpartition(".")
        if not sealed.isascii() or not hmac.compare_digest(signature, self._sign(f"seal {text}")):
            raise NoPage()
        return text

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
