"""SVG to pixels with resvg."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt
import resvg_py

from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.svg import document

Pixels = npt.NDArray[np.uint8]  # height x width x 4, RGBA, straight alpha
Floats = npt.NDArray[np.float32]


def png(svg: str, width: int | None = None, height: int | None = None) -> bytes:
    """PNG bytes of an SVG; text must already be outlines (no fonts are loaded)."""
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=width, height=height)


def pixels(svg: str, width: int | None = None, height: int | None = None) -> Pixels:
    """RGBA pixels, uint8, shape (height, width, 4)."""
    flat = cv2.imdecode(np.frombuffer(png(svg, width, height), np.uint8), cv2.IMREAD_UNCHANGED)
    if flat is None:
        raise ValueError("the renderer returned no picture")
    if flat.shape[2] == 3:
        return cast(Pixels, cv2.cvtColor(flat, cv2.COLOR_BGR2RGBA))
    return cast(Pixels, cv2.cvtColor(flat, cv2.COLOR_BGRA2RGBA))


def render_roles(picture: Picture, roles: Collection[Role]) -> Pixels:
    """Only the elements of some roles, on transparent ground."""
    return pixels(document(picture, picture.pick(roles)))
