"""Somebody else's pixels as a layered picture, so that every hand of the composer can draw them."""

from __future__ import annotations

import re

import cv2
import numpy as np

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.looks import Look, Medium
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.restyle import RASTER, VECTOR
from gouache.engines.composer.svg import document
from gouache.engines.editor.fill import fill
from gouache.engines.editor.patches import Flags
from gouache.engines.editor.poisson import membrane
from gouache.engines.editor.subject import box_of, coverage
from gouache.engines.editor.traits import measure
from gouache.engines.imaging.vectorize import Options, vectorize

_SQUINT = 448  # px of the longer side that a photograph is simplified at
_SHAPES = 320
_WASHES = frozenset({"watercolor", "urban_sketching"})  # hands that leave bare paper between shapes
_SEAM = 10.0  # levels that a thin line is lighter than what is beside it
_CLOSED = 0.9  # of the seams
_REFERENCE = re.compile(r'(\bid="|url\(#|href="#)')
_INNER = re.compile(r"<svg\b[^>]*>(.*)</svg>\s*$", re.S)


def retraced(pixels: Pixels, subject: Pixels, colors: int, detail: float = 0.0) -> Picture:
    """The pixels as flat shapes in about so many colours: what is behind the subject, then the subject.

    `detail` 0..1 says how much of what is small a photograph keeps.
    """
    height, width = pixels.shape[:2]
    alpha = coverage(subject)
    flat = measure(pixels).flat
    if not flat:
        pixels = simplified(pixels, detail)
        subject = np.dstack([pixels[..., :3], subject[..., 3]])
    box = box_of(alpha)
    whole = box is None or float((alpha > 0.5).mean()) > 0.9
    behind = pixels if whole else _behind(pixels, alpha > 0.02, flat)
    page = Box(0, 0, width, height)
    elements = [Element("place", Role.MIDDLE, _shapes(behind, colors, "place", detail), page, "place")]
    if not whole and box is not None:
        size = Box(box[0], box[1], box[2] - box[0], box[3] - box[1])
        solid = subject.copy()
        solid[..., 3] = np.where(alpha > 0.5, 255, 0)
        elements.append(Element("subject", Role.SUBJECT, _shapes(solid, colors, "subject", detail), size, "subject"))
    return Picture(width, height, elements)


def _behind(pixels: Pixels, hole: Flags, flat: bool) -> Pixels:
    """The ground behind a subject that covers it again: in photographs smooth colours do."""
    if flat:
        return fill(pixels, hole)
    out = pixels.copy()
    out[..., :3] = np.clip(np.rint(membrane(np.ascontiguousarray(pixels[..., :3], np.float32), hole)), 0, 255)
    return out


def simplified(pixels: Pixels, detail: float = 0.0) -> Pixels:
    """A photograph in broad masses, as a painter squints at it (mean shift: Comaniciu and Meer, 2002)."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _SQUINT * (1 + detail) / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.medianBlur(cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=cv2.INTER_AREA), 3)
    calm = cv2.pyrMeanShiftFiltering(small, 9 - round(4 * detail), 26 - round(14 * detail))
    out = pixels.copy()
    out[..., :3] = cv2.resize(calm, (width, height), interpolation=cv2.INTER_CUBIC)
    return out


def _shapes(pixels: Pixels, colors: int, name: str, detail: float) -> str:
    most = round(_SHAPES * (1 + 2 * detail))
    found = _INNER.search(vectorize(pixels, Options(max_colors=colors, max_shapes=most)))
    return (
        _scoped(re.sub(r"<metadata>.*?</metadata>|<title>.*?</title>", "", found.group(1), flags=re.S), name)
        if found
        else ""
    )


def _scoped(markup: str, name: str) -> str:
    """Every id and every reference to one prefixed, in one pass: a tracing has thousands."""
    return _REFERENCE.sub(rf"\g<1>{name}-", markup)


def in_hand(picture: Picture, look: Look, seed: int) -> tuple[Pixels, str | None]:
    """A picture in one of the composer's hands: its pixels, and its SVG when the hand makes one."""
    if look.medium is Medium.RASTER:
        made = RASTER[look.name](picture, seed)
        return (_closed(made, picture) if look.name in _WASHES else made), None
    svg = VECTOR[look.name](picture, seed) if look.medium is Medium.VECTOR else document(picture)
    return rendered(svg, picture.width, picture.height), svg


def _closed(made: Pixels, picture: Picture) -> Pixels:
    """Washes without most of the bare seams between them: a tracing has many more borders than a drawing.

    Thin light lines stay where the picture itself has them.
    """
    kernel = np.ones((3, 3), np.uint8)
    shown = rendered(document(picture), picture.width, picture.height)[..., :3]
    calm = cv2.morphologyEx(made[..., :3], cv2.MORPH_OPEN, kernel)
    own = cv2.morphologyEx(shown, cv2.MORPH_OPEN, kernel)
    bare = (made[..., :3].astype(np.float32) - calm).max(axis=2)
    wanted = (shown.astype(np.float32) - own).max(axis=2)
    share = np.clip((bare - _SEAM) / _SEAM, 0, 1) * np.clip(1 - wanted / (2 * _SEAM), 0, 1) * _CLOSED
    out = made.copy()
    out[..., :3] = np.rint(made[..., :3] + (calm.astype(np.float32) - made[..., :3]) * share[..., None])
    return out
