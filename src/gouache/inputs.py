"""Pictures that come in without a server: files, bytes, PIL images and gouache's own, kept in memory."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

from gouache.artifacts.decode import look
from gouache.errors import Invalid, NotFound
from gouache.operations import Generate, Source, dump
from gouache.picture import Picture

if TYPE_CHECKING:
    from PIL.Image import Image as Pillow

    Input = str | Path | bytes | Picture | Pillow


class Inputs:
    """The pictures of one operation by the digest of their bytes."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes] = {}

    def add(self, picture: Input, field: str = "image") -> Source:
        """The picture as an operation names it; raises Invalid when it is none."""
        data = _bytes(picture, field)
        seen = look(data, field)
        digest = hashlib.sha256(data).hexdigest()
        self._bytes[digest] = data
        source = Source(sha256=digest, media_type=seen.media_type, width=seen.width, height=seen.height)
        if isinstance(picture, Picture) and isinstance(picture.operation, Generate):
            return source.model_copy(update={"made_by": dump(picture.operation), "position": picture.position})
        return source

    def read(self, source: Source) -> bytes:
        """The bytes of a picture; raises NotFound."""
        try:
            return self._bytes[source.sha256]
        except KeyError as missing:
            raise NotFound(f"no picture {source.sha256}") from missing


def _bytes(picture: Input, field: str) -> bytes:
    if isinstance(picture, bytes):
        return picture
    if isinstance(picture, Picture):
        return picture.encoded("svg" if picture.made.svg is not None else "png").data
    if isinstance(picture, str | Path):
        try:
            return Path(picture).read_bytes()
        except OSError as error:
            raise Invalid(f"{field}: {error.strerror or error}: {picture}", field=field) from error
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
