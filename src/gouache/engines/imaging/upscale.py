"""The operations CrispUpscale and CreativeUpscale: larger, by what suits the picture and its size.

Drawings are drawn larger. Pixels go through a network; which one and how often follows from what is in the picture and
from its size, so that the largest takes no more than about a minute on two cores.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from gouache.artifacts.decode import Decoded, Limits, decode
from gouache.engines.base import Context, Image, Report
from gouache.engines.imaging.own import own
from gouache.engines.imaging.upscale_content import Content, content_of, pixel_grid
from gouache.engines.imaging.upscale_detail import detailed, sharpened
from gouache.engines.imaging.upscale_nets import DRAWING, PHOTO, REDRAWN, TEXTURED, Net, enlarged
from gouache.engines.imaging.vectorize.prepare import blocky
from gouache.errors import Canceled
from gouache.operations import CreativeUpscale, CrispUpscale

Pixels = npt.NDArray[np.uint8]
CRISP = Limits(pixels=4 << 20, longest=4096)
CREATIVE = Limits(pixels=16 << 20, longest=4096)
_LONGEST = 16383  # px, the most that WebP holds
_LARGEST = 1 << 26  # px of the result
_TWICE = 1 << 20  # px up to which a network of scale 2 runs a second time
_ONCE = 5 << 20  # px up to which a network runs at all
_AGAIN = 2 << 20  # px up to which a network runs before detail is made up; larger photographs are resolved well enough
_ICON = 128  # px a side of pixel art that was not enlarged yet, at most
_INVENTED = 100_000  # px up to which the slow network is bearable


@dataclass(frozen=True, slots=True)
class _Plan:
    """The networks to run one after the other, and whether detail is made up afterwards."""

    nets: tuple[Net, ...]
    creative: bool
    content: Content


def crisp_upscale(operation: CrispUpscale, context: Context) -> Image:
    """The picture larger and sharper. Raises Invalid for what cannot be read, Canceled."""
    return _upscaled(operation, context, operation.factor, operation.megapixels, CRISP)


def creative_upscale(operation: CreativeUpscale, context: Context) -> Image:
    """The picture larger, with plausible new detail. Raises Invalid for what cannot be read, Canceled."""
    return _upscaled(operation, context, operation.factor, operation.megapixels, CREATIVE)


def _upscaled(
    operation: CrispUpscale | CreativeUpscale, context: Context, factor: int, megapixels: int | None, limits: Limits
) -> Image:
    picture = decode(context.read(operation.image), limits=limits)
    report = Report("imaging", operation.seed, type(operation).__name__.lower(), ignored=list(operation.notes))
    report.approximated += picture.notes
    width, height = _size(picture.pixels, factor, megapixels, report)
    drawn = _drawing(operation, picture)
    if drawn is not None:
        report.resolved.append(f"drawn anew at {width} x {height} px")
        return Image(width, height, report, svg=_sized(drawn, width, height), exact=True)
    pixels = _larger(picture.pixels, (width, height), isinstance(operation, CreativeUpscale), report, _step(context))
    context.progress(1.0, "done")
    return Image(width, height, report, pixels=pixels)


def _size(pixels: Pixels, factor: int, megapixels: int | None, report: Report) -> tuple[int, int]:
    """Width and height of the result in px, inside what a file can hold."""
    height, width = pixels.shape[:2]
    wanted = float(factor) if megapixels is None else max(1.0, math.sqrt(megapixels * 2**20 / (width * height)))
    most = min(_LONGEST / max(width, height), math.sqrt(_LARGEST / (width * height)))
    if wanted > most:
        report.approximated.append(f"enlarged {most:.2f} times, not {wanted:g}: a file holds no more")
    by = min(wanted, most)
    return round(width * by), round(height * by)


def _drawing(operation: CrispUpscale | CreativeUpscale, picture: Decoded) -> str | None:
    """The markup of a picture that is a drawing, or that was rendered from one of ours."""
    if picture.svg is not None:
        return picture.svg
    found = own(operation.image, picture.pixels)
    return found.image.svg if found is not None else None


def _sized(svg: str, width: int, height: int) -> str:
    from lxml import etree

    root = etree.fromstring(svg.encode())
    root.set("width", str(width))
    root.set("height", str(height))
    return etree.tostring(root, encoding="unicode")


def _step(context: Context) -> Callable[[float], None]:
    def step(fraction: float) -> None:
        context.progress(0.05 + 0.9 * fraction, "enlarging")
        if context.canceled():
            raise Canceled("canceled")

    return step


def _larger(
    pixels: Pixels, size: tuple[int, int], creative: bool, report: Report, step: Callable[[float], None]
) -> Pixels:
    grid = pixel_grid(pixels)
    if grid > 1:
        report.resolved.append(f"pixel art of {grid} px squares: they stay square")
        small = pixels[grid // 2 :: grid, grid // 2 :: grid]
        return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    if max(pixels.shape[:2]) <= _ICON and min(pixels.shape[:2]) >= 8 and blocky(pixels):
        report.resolved.append("pixel art of single pixels: they stay square")
        return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    plan = _plan(pixels, size, creative)
    report.resolved.append(_told(plan))
    color = _color(pixels, plan, size, step)
    if plan.creative and TEXTURED not in plan.nets:
        color = detailed(color, _filled(pixels), plan.content is Content.PHOTO)
    if plan.creative:
        report.approximated.append(
            "the new detail is made up: texture and grain after the picture's own, not what was there"
        )
    return np.dstack([color, _alpha(pixels[..., 3], plan, size, step)])


def _plan(pixels: Pixels, size: tuple[int, int], creative: bool) -> _Plan:
    area, content = pixels.shape[0] * pixels.shape[1], content_of(pixels)
    by = size[0] / pixels.shape[1]
    faithful = PHOTO if content is Content.PHOTO else DRAWING
    if area > (_AGAIN if creative else _ONCE) or by <= 1:
        return _Plan((), creative, content)
    if creative and content is Content.DRAWING:
        return _Plan((REDRAWN,), creative, content)
    if creative and area <= _INVENTED:
        return _Plan((TEXTURED,), creative, content)
    return _Plan((faithful,) * (2 if by > 2 and area <= _TWICE else 1), creative, content)


def _told(plan: _Plan) -> str:
    names = [net.title for net in plan.nets]
    times = f"{names[0]}, {len(names)} times" if len(names) > 1 else names[0] if names else "no network at this size"
    return f"a {plan.content}, enlarged by {times}, then resampled to size"


def _color(pixels: Pixels, plan: _Plan, size: tuple[int, int], step: Callable[[float], None]) -> Pixels:
    color = _filled(pixels)
    total = sum(1.0 if k == 0 else 4.0 for k in range(len(plan.nets)))
    done = 0.0
    for k, net in enumerate(plan.nets):
        share = (1.0 if k == 0 else 4.0) / total
        color = enlarged(color, net, lambda part, start=done, share=share: step(start + part * share))  # type: ignore[misc]
        done += share
    return _resampled(color, size)


def _resampled(color: Pixels, size: tuple[int, int]) -> Pixels:
    if (color.shape[1], color.shape[0]) == size:
        return color
    grows = size[0] > color.shape[1]
    way = cv2.INTER_LANCZOS4 if grows else cv2.INTER_AREA
    made = np.asarray(cv2.resize(color, size, interpolation=way), np.uint8)
    return sharpened(made, size[0] / color.shape[1]) if grows else made


def _alpha(alpha: Pixels, plan: _Plan, size: tuple[int, int], step: Callable[[float], None]) -> Pixels:
    """Opacity enlarged as the colours are, so that the rim is as crisp as what is inside."""
    if alpha.min() == alpha.max():
        return np.full((size[1], size[0]), alpha.flat[0], np.uint8)
    gray = np.ascontiguousarray(np.repeat(alpha[..., None], 3, axis=2))
    for net in plan.nets:
        gray = enlarged(gray, DRAWING if net.crops else net, lambda _: step(1.0))
    return np.ascontiguousarray(_resampled(gray, size)[..., 1])


def _filled(pixels: Pixels) -> Pixels:
    """RGB whose invisible pixels have the colours nearby, so that none bleeds into the edge."""
    rgb = np.ascontiguousarray(pixels[..., :3])
    hidden = pixels[..., 3] == 0
    if not hidden.any() or hidden.all():
        return rgb
    _, labels = cv2.distanceTransformWithLabels(hidden.astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    table = np.zeros((int(labels.max()) + 1, 3), np.uint8)
    table[labels[~hidden]] = rgb[~hidden]
    filled: Pixels = np.where(hidden[..., None], table[labels], rgb)
    return np.ascontiguousarray(filled)
