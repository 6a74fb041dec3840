"""Small copies of pictures, for agents that look at what they made."""

from __future__ import annotations

import io

from PIL import Image as Pillow

from gouache.artifacts.decode import decode

SIDE = 768  # px of the longer side


def preview(data: bytes) -> bytes:
    """A WebP of at most SIDE px of a picture in any format."""
    picture = Pillow.fromarray(decode(data, "image").pixels)
    picture.thumbnail((SIDE, SIDE))
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=85)
    return buffer.getvalue()
