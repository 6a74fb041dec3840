"""Letters are drawn last, from their own outlines, in an ink that reads on its ground."""

from __future__ import annotations

from copy import deepcopy

import cv2
import numpy as np
import numpy.typing as npt
from lxml import etree

from gouache.engines.composer.color import contrast, hex_of, rgb
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.sheet import DRAWN, S, Sheet


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
            inner.attrib.pop(name, None)


def layer(pieces: list[etree._Element]) -> etree._Element | None:
    """The lettering as a layer of its own."""
    if not pieces:
        return None
    group = etree.Element(S + "g", id="layer-lettering", attrib={"data-role": "text"})
    group.extend(pieces)
    return group


def markup(sheet: Sheet, ink: str | None = None) -> str:
    """SVG of the lettering layer, "" without lettering."""
    group = layer(lift(sheet, ink))
    return "" if group is None else etree.tostring(group, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', "")


Window = tuple[slice, slice]


def print_on(image: npt.NDArray[np.uint8], plates: Plates, ink: str | None = None) -> None:
    """Composite the lettering onto finished RGB pixels, in place; its own colours where they read, unless `ink`."""
    if not plates.has_text:
        return
    for window in _pieces(plates):
        letters, part = plates.letters[window], image[window]
        chosen = ink or _chosen(letters, part)
        color = letters[..., :3].astype(np.float32)
        if chosen:
            color[:] = rgb(chosen)
        base = part[..., :3].astype(np.float32)
        base += (color - base) * plates.text[window][..., None]
        part[..., :3] = base.astype(np.uint8)


def readable_pieces(plates: Plates, image: npt.NDArray[np.uint8]) -> list[tuple[Window, tuple[int, int, int], float]]:
    """Window, one readable colour and the height of a line in px of every piece of lettering."""
    found = []
    for window in _pieces(plates):
        letters = plates.letters[window]
        solid = letters[..., 3] > 160
        own = _median(letters[..., :3][solid]) if solid.any() else "#231a14"
        rows = solid.any(axis=1)
        lines = max(1, int((np.diff(rows.astype(np.int8), prepend=0) == 1).sum()))
        found.append((window, rgb(_chosen(letters, image[window]) or own), float(rows.sum()) / lines))
    return found


def _chosen(letters: npt.NDArray[np.uint8], part: npt.NDArray[np.uint8]) -> str:
    """Another ink when the letters' own does not read, else ""."""
    solid = letters[..., 3] > 160
    if not solid.any():
        return ""
    around = part[..., :3][letters[..., 3] < 40]
    ground = _median(around if len(around) else part[..., :3].reshape(-1, 3))
    return readable(_median(letters[..., :3][solid]), ground)


def _pieces(plates: Plates) -> list[Window]:
    """Windows around the lines and blocks of lettering."""
    reach = max(3, round(30 * plates.unit)) | 1
    near = cv2.dilate((plates.letters[..., 3] > 40).astype(np.uint8), np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return [(slice(y, y + h), slice(x, x + w)) for x, y, w, h, _ in stats[1:].tolist()]


def _median(colors: npt.NDArray[np.uint8]) -> str:
    return hex_of(*(float(v) for v in np.median(colors.reshape(-1, 3), axis=0)))


def readable(own: str, ground: str, dark: str = "#231a14", light: str = "#fffaf0") -> str:
    """"" when the letters' own colour stands out from its ground, else dark or light ink."""
    return "" if contrast(own, ground) >= 3.0 else max((dark, light), key=lambda ink: contrast(ink, ground))
