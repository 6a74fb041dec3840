"""The operation RemoveBackground: the subject on transparent ground, by the way that fits the picture best.

A picture of our own is composed again without its place; a flat ground is taken away exactly; anything else is cut out
by a network and refined.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.artifacts.decode import Decoded, decode
from gouache.engines.base import Context, Image, Report
from gouache.engines.imaging.matting_flat import without_flat_ground
from gouache.engines.imaging.matting_scene import own_cutout
from gouache.engines.imaging.matting_svg import without_ground
from gouache.errors import Canceled, Invalid
from gouache.operations import RemoveBackground

Pixels = npt.NDArray[np.uint8]
_CLEAR = 0.02  # of the pixels, from which a picture counts as cut out already


def remove_background(operation: RemoveBackground, context: Context) -> Image:
    """The picture without its background; an SVG when it is one and `format` says so.

    Raises Invalid: what cannot be read, a format without transparency, SVG asked of pixels; Unavailable without
    weights.
    """
    if operation.format == "jpeg":
        raise Invalid("jpeg has no transparency; ask for png or webp", field="format")
    picture = decode(context.read(operation.image))
    report = Report("imaging", operation.seed, "remove_background", ignored=list(operation.notes))
    report.approximated += picture.notes
    height, width = picture.pixels.shape[:2]
    if operation.format == "svg":
        return Image(width, height, report, svg=_drawing(picture, report), exact=True)
    context.progress(0.2, "finding the subject")
    if context.canceled():
        raise Canceled("canceled")
    made = Image(width, height, report, pixels=_cut(operation, picture, report))
    context.progress(1.0, "done")
    return made


def _drawing(picture: Decoded, report: Report) -> str:
    if picture.svg is None:
        raise Invalid("the picture has pixels only; ask for png or webp", field="format")
    svg, how = without_ground(picture.svg)
    report.resolved.append(f"background: {how}")
    return svg


def _cut(operation: RemoveBackground, picture: Decoded, report: Report) -> Pixels:
    """RGBA of the subject; the report tells which way was taken."""
    pixels = picture.pixels
    if picture.svg is not None:
        return _rendered(picture, report)
    if float((pixels[..., 3] < 8).mean()) > _CLEAR:
        report.resolved.append("background: transparent already")
        return pixels
    own = own_cutout(operation.image, pixels)
    if own is not None:
        report.resolved.append("background: composed again without it")
        return own
    flat = without_flat_ground(pixels)
    if flat is not None:
        report.resolved.append("background: one flat colour, taken away exactly")
        return flat
    report.resolved.append("background: found by U²-Net-p, edges unmixed")
    return _by_network(pixels)


def _rendered(picture: Decoded, report: Report) -> Pixels:
    from gouache.engines.composer.raster import pixels

    assert picture.svg is not None
    svg, how = without_ground(picture.svg)
    report.resolved.append(f"background: {how}")
    return pixels(svg, picture.pixels.shape[1], picture.pixels.shape[0])


def _by_network(pixels: Pixels) -> Pixels:
    from gouache.engines.imaging.matting_model import saliency
    from gouache.engines.imaging.matting_refine import cut

    rgb = np.ascontiguousarray(pixels[..., :3])
    made = cut(rgb, saliency(rgb))
    made[..., 3] = np.minimum(made[..., 3], pixels[..., 3])
    return made
