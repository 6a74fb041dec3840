"""What sampling cannot promise is done to the pixels: colours, the exact background, lettering, treatments."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import contrast, hex_of, ink_on, mix, rgb
from gouache.engines.composer.finish import regrade, unseen
from gouache.engines.composer.geometry import Point
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.restyle.texture import tooth
from gouache.engines.composer.svg import num
from gouache.engines.composer.typography.curves import quad_lettering
from gouache.engines.diffusion.prompts import style_of
from gouache.engines.diffusion.sample import Pixels
from gouache.oklab import oklab
from gouache.operations import Drawn, TextPlacement

_NEAR, _FAR = 0.05, 0.11  # OKLab; surely the ground, surely not
_PLAIN = 0.5  # share of the edge that must be one colour for a ground to be seen as plain
_GRAIN = 6.0  # sRGB steps
_PIXEL_CELLS = 96  # along the longer side
_PIXEL_COLORS = 24

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.uint8]


def finished(pixels: Pixels, operation: Drawn, seed: int) -> tuple[Pixels, list[str]]:
    """RGBA pixels with every promise of the operation kept, and a line for each that could not be."""
    notes: list[str] = []
    pixels = treated(pixels, style_of(operation.style, operation.substyle).finish, seed)
    colors = tuple(wish.color for wish in operation.palette)
    if colors:
        pixels = regrade(pixels, colors)
        notes += [f"palette: too little of {color}" for color in unseen(pixels, colors)]
    if operation.background:
        pixels, plain = on_ground(pixels, operation.background)
        notes += [] if plain else [f"background {operation.background}: the model drew no plain ground to colour"]
    if operation.no_text:
        notes.append("no_text: asked of the model, which may still draw letters")
    elif operation.text_layout and operation.format != "svg":  # a drawing gets its letters as outlines (vector.py)
        pixels = lettered(pixels, operation)
    return pixels, notes


def treated(pixels: Pixels, treatment: str, seed: int) -> Pixels:
    """The picture after the treatment of its style: monochrome, faded, grain, pixels, or none."""
    return _TREATMENTS[treatment](pixels, seed) if treatment else pixels


def on_ground(pixels: Pixels, color: str) -> tuple[Pixels, bool]:
    """The picture with the plain ground around its subject in exactly this colour; False when there is none.

    The ground is what is joined to the edge and near the edge's usual colour in OKLab; it ends softly.
    """
    values = oklab(pixels[..., :3])
    edge = np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])
    far = np.asarray(np.sqrt(np.square(values - np.median(edge, axis=0)).sum(axis=2)), np.float32)
    joined = _from_edge(np.asarray(far < _FAR, np.uint8))
    rim = np.concatenate([joined[0], joined[-1], joined[:, 0], joined[:, -1]])
    if rim.mean() < _PLAIN:
        return pixels, False
    cover = np.clip((far - _NEAR) / (_FAR - _NEAR), 0, 1)
    cover = np.where(cv2.dilate(joined, np.ones((3, 3), np.uint8)) > 0, cover, 1)[..., None]
    ground = np.array(rgb(color), np.float32)
    shade = np.clip(values[..., :1] / max(0.05, float(np.median(edge, axis=0)[0])), 0, 1) ** 3  # OKLab to linear light
    seen = np.where(joined[..., None] > 0, ground * shade, pixels[..., :3])  # a shadow on the ground stays one
    out = pixels.copy()
    out[..., :3] = np.rint(seen * cover + ground * (1 - cover))
    return out, True


def _from_edge(near: Mask) -> Mask:
    """1 where a region of ones touches the edge of the page."""
    _, labels = cv2.connectedComponents(near, connectivity=4)
    touching = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    return np.asarray(np.isin(labels, touching[touching != 0]), np.uint8)


def lettered(pixels: Pixels, operation: Drawn) -> Pixels:
    """The composer's type laid over the picture."""
    height, width = pixels.shape[:2]
    markup = lettering(pixels, operation)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{markup}</svg>'
    type_ = rendered(svg, width, height).astype(np.float32)
    cover = type_[..., 3:] / 255
    out = pixels.copy()
    out[..., :3] = np.rint(pixels[..., :3] * (1 - cover) + type_[..., :3] * cover)
    return out


def lettering(pixels: Pixels, operation: Drawn) -> str:
    """SVG elements of the words in their places, each on a soft plate of the colour under it.

    With wished colours plate and letters are the two of them that read best.
    """
    colors = [wish.color for wish in operation.palette]
    pair = max(product(colors, colors), key=lambda two: contrast(*two)) if len(set(colors)) > 1 else None
    return "".join(_plated(pixels, item, f"laid-{i}", pair) for i, item in enumerate(operation.text_layout, 1))


def _plated(pixels: Pixels, item: TextPlacement, id: str, pair: tuple[str, str] | None) -> str:
    height, width = pixels.shape[:2]
    corners = [Point(x * width, y * height) for x, y in item.quad]
    ink, fill = pair or _readable(pixels, corners)
    outline = "M" + "L".join(f"{num(p.x)} {num(p.y)}" for p in corners) + "Z"
    plate = (
        f'<path d="{outline}" fill="{fill}" stroke="{fill}" stroke-linejoin="round" stroke-width="{width / 90:.1f}"/>'
    )
    return plate + quad_lettering(item.text, corners, color=ink, id=id).markup


def _readable(pixels: Pixels, corners: list[Point]) -> tuple[str, str]:
    """Ink and plate for letters over a part of the picture."""
    inside = np.zeros(pixels.shape[:2], np.uint8)
    cv2.fillConvexPoly(inside, np.array(corners, np.float32).round().astype(np.int32), 1)
    under = pixels[inside > 0][:, :3]
    common = hex_of(*np.median(under, axis=0)) if len(under) else "#ffffff"
    ink = ink_on(common)
    return ink, mix(common, "#ffffff" if ink != "#ffffff" else "#000000", 0.35)


def _monochrome(pixels: Pixels, _seed: int) -> Pixels:
    out = pixels.copy()
    out[..., :3] = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY)[..., None]
    return out


def _faded(pixels: Pixels, _seed: int) -> Pixels:
    """A print that has seen the sun: lifted blacks, warm whites, less colour."""
    flat = pixels[..., :3].astype(np.float32)
    gray = flat.mean(axis=2, keepdims=True)
    warm = np.array((1.0, 0.965, 0.9), np.float32)
    out = pixels.copy()
    out[..., :3] = np.rint(np.clip((gray + (flat - gray) * 0.72) * 0.86 * warm + 26, 0, 255))
    return out


def _grain(pixels: Pixels, seed: int) -> Pixels:
    height, width = pixels.shape[:2]
    field = tooth(height, width, seed, 41, 0.7)[..., None] * _GRAIN
    out = pixels.copy()
    out[..., :3] = np.rint(np.clip(pixels[..., :3] + field, 0, 255))
    return out


def _pixelated(pixels: Pixels, _seed: int) -> Pixels:
    """Square cells in few colours, the median cut of the picture."""
    from PIL import Image

    height, width = pixels.shape[:2]
    scale = min(1.0, _PIXEL_CELLS / max(width, height))
    cells = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(np.ascontiguousarray(pixels[..., :3]), cells, interpolation=cv2.INTER_AREA)
    few = Image.fromarray(small).quantize(_PIXEL_COLORS, dither=Image.Dither.NONE).convert("RGB")
    out = pixels.copy()
    out[..., :3] = cv2.resize(np.asarray(few, np.uint8), (width, height), interpolation=cv2.INTER_NEAREST)
    return out


_TREATMENTS: dict[str, Callable[[Pixels, int], Pixels]] = {
    "monochrome": _monochrome, "faded": _faded, "grain": _grain, "pixels": _pixelated,
}  # fmt: skip
