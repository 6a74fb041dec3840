"""Pictures as they come in, for the tools' tests."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from gouache.artifacts.decode import look
from gouache.engines.base import Context
from gouache.operations import Source


@dataclass(frozen=True)
class Picture:
    """The bytes of a picture and the stored operation that made it."""

    data: bytes
    made_by: dict[str, Any] | None = None

    @property
    def source(self) -> Source:
        seen = look(self.data)
        digest = hashlib.sha256(self.data).hexdigest()
        return Source(
            sha256=digest, media_type=seen.media_type, width=seen.width, height=seen.height, made_by=self.made_by
        )

    @property
    def context(self) -> Context:
        return Context(read=lambda _source: self.data)


def png(pixels: npt.NDArray[np.uint8], kind: str = "PNG") -> Picture:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind)
    return Picture(buffer.getvalue())


def svg(body: str, size: int = 300) -> Picture:
    start = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}">'
    return Picture(f"{start}{body}</svg>".encode())
