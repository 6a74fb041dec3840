"""Letters are drawn last, from their own outlines, in an ink that reads on its ground."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from lxml import etree

from gouache.engines.composer.color import contrast, hex_of, rgb
from gouache.engines.composer.restyle.extent import extent
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.sheet import DRAWN, S, Sheet, matrix_of, scale_of, unset


def _roots(sheet: Sheet) -> list[etree._Element]:
    """The outermost node of every piece of lettering."""
    return [
        node
        for node in sheet.root.iter()
        if node.get("role") == "img"
        and node.get("aria-label")
        and not any(up.get("role") == "img" and up.get("aria-label") for up in node.iterancestors())
    ]


def lift(sheet: Sheet, ink: str | None = None) -> list[etree._Element]:
    """Take the lettering out of the tree; each piece keeps its transforms. `ink` recolours all of it."""
    lifted = []
    for node in _roots(sheet):
        chain = [up.get("transform") for up in node.iterancestors() if up.get("transform")]
        holder = etree.Element(S + "g", transform=" ".join(str(t) for t in reversed(chain))) if chain else None
        paints = {k: str(v) for up in reversed(list(node.iterancestors())) for k, v in up.attrib.items() if k == "fill"}
        copy = deepcopy(node)
        copy.tail = None
        for name, value in paints.items():
            if not copy.get(name):
                copy.set(name, value)
        if ink:
            _inked(copy, ink)
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
        if holder is None:
            lifted.append(copy)
        else:
            holder.append(copy)
            lifted.append(holder)
    sheet.leaves = [leaf for leaf in sheet.leaves if not leaf.lettering]
    return lifted


def _inked(node: etree._Element, ink: str) -> None:
    for inner in node.iter():
        if inner.get("fill") != "none" or inner.tag == S + "g":
            inner.set("fill", ink)
        if inner.tag in DRAWN and inner.get("stroke", "none") != "none":
            inner.set("stroke", ink)
        for name in ("opacity", "fill-opacity", "stroke-opacity", "filter", "mask"):
            unset(inner, name)


def layer(pieces: list[etree._Element], halo: str = "", reach: float = 0.0) -> etree._Element | None:
    """The lettering as a layer of its own, over a halo of `reach` px when one is asked for."""
    if not pieces:
        return None
    group = etree.Element(S + "g", id="layer-lettering", attrib={"data-role": "text"})
    if halo:
        group.extend(_halo(piece, halo, reach) for piece in pieces)
    group.extend(pieces)
    return group


def _halo(piece: etree._Element, color: str, reach: float) -> etree._Element:
    """A copy of lettering swollen by `reach` px, in the ground's colour."""
    copy = deepcopy(piece)
    _inked(copy, color)
    scales = {n: _scale(n) for n in copy.iter() if n.tag in DRAWN}
    for node in copy.iter():
        for name in ("id", "role", "aria-label"):
            unset(node, name)
        if node in scales:
            node.set("stroke", color)
            node.set("stroke-width", f"{2 * reach / scales[node]:.3g}")
            node.set("stroke-linejoin", "round")
    copy.set("class", "halo")
    return copy


def _scale(node: etree._Element) -> float:
    scale = 1.0
    up: etree._Element | None = node
    while up is not None:
        scale *= scale_of(str(up.get("transform", "")))
        up = up.getparent()
    return scale


def markup(sheet: Sheet, ink: str | None = None, halo: str = "", reach: float = 0.0) -> str:
    """SVG of the lettering layer, "" without lettering."""
    group = layer(lift(sheet, ink), halo, reach)
    return (
        ""
        if group is None
        else etree.tostring(group, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', "")
    )


Window = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Piece:
    """Lettering as the eye sees it; `tall` is the height of a line in px."""

    words: str
    window: Window
    color: tuple[int, int, int]
    tall: float


def print_on(image: npt.NDArray[np.uint8], plates: Plates, ink: str | None = None) -> None:
    """Composite the lettering onto finished RGB pixels, in place; its own colours where they read, unless `ink`."""
    if not plates.has_text:
        return
    for _, window in pieces(plates):
        letters, part = plates.letters[window], image[window]
        chosen = ink or _chosen(letters, part)
        color = letters[..., :3].astype(np.float32)
        if chosen:
            color[:] = rgb(chosen)
        base = part[..., :3].astype(np.float32)
        base += (color - base) * plates.text[window][..., None]
        part[..., :3] = base.astype(np.uint8)


def readable_pieces(plates: Plates, image: npt.NDArray[np.uint8]) -> list[Piece]:
    """Every piece of lettering with one readable colour against a finished ground."""
    found = []
    for label, window in pieces(plates):
        letters = plates.letters[window]
        solid = letters[..., 3] > 160
        if not solid.any():
            continue
        rows = solid.any(axis=1)
        lines = max(1, int((np.diff(rows.astype(np.int8), prepend=0) == 1).sum()))
        color = rgb(_chosen(letters, image[window]) or _median(letters[..., :3][solid]))
        found.append(Piece(label, window, color, float(rows.sum()) / lines))
    return found


def _chosen(letters: npt.NDArray[np.uint8], part: npt.NDArray[np.uint8]) -> str:
    """Another ink when the letters' own does not read, else ""."""
    solid = letters[..., 3] > 160
    if not solid.any():
        return ""
    around = part[..., :3][letters[..., 3] < 40]
    ground = _median(around if len(around) else part[..., :3].reshape(-1, 3))
    return readable(_median(letters[..., :3][solid]), ground)


def pieces(plates: Plates) -> list[tuple[str, Window]]:
    """Words and window of every piece of lettering on the page."""
    found = []
    for node in _roots(plates.sheet):
        corners = [p for shape in node.iter() if shape.tag in DRAWN for p in _corners(shape)]
        if not corners:
            continue
        k, pad = plates.width / plates.picture.width, 4 * plates.unit + 2
        xs, ys = [p[0] * k for p in corners], [p[1] * k for p in corners]
        left, right = max(0, int(min(xs) - pad)), min(plates.width, int(max(xs) + pad) + 1)
        top, bottom = max(0, int(min(ys) - pad)), min(plates.height, int(max(ys) + pad) + 1)
        if right > left and bottom > top:
            found.append((str(node.get("aria-label")), (slice(top, bottom), slice(left, right))))
    return found


def _corners(shape: etree._Element) -> list[tuple[float, float]]:
    """Corners of a shape's box on the page."""
    box = extent(shape)
    if box is None:
        return []
    x, y, w, h = box
    corners = [(x, y), (x + w, y), (x, y + h), (x + w, y + h)]
    up: etree._Element | None = shape
    while up is not None:
        if transform := up.get("transform"):
            a, b, c, d, e, f = matrix_of(str(transform))
            corners = [(a * px + c * py + e, b * px + d * py + f) for px, py in corners]
        up = up.getparent()
    return corners


def _median(colors: npt.NDArray[np.uint8]) -> str:
    return hex_of(*(float(v) for v in np.median(colors.reshape(-1, 3), axis=0)))


def readable(own: str, ground: str, dark: str = "#231a14", light: str = "#fffaf0") -> str:
    """ "" when the letters' own colour stands out from its ground, else dark or light ink."""
    return "" if contrast(own, ground) >= 3.0 else max((dark, light), key=lambda ink: contrast(ink, ground))
