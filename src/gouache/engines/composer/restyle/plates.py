"""What the styles look at: colours, shape numbers and lettering of a picture, as pixel arrays."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from lxml import etree

from gouache.engines.composer.color import distance, rgb
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Floats, Pixels, pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.sheet import DRAWN, Leaf, S, Sheet, parse, unset

Ids = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
THINGS = frozenset({Role.SUBJECT, Role.PROP, Role.FOREGROUND, Role.TEXT})
BAND = 0.04  # OKLab; neighbouring steps of one gradient differ by less
_PAINTS = ("fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "filter", "mask", "stroke-dasharray")


@dataclass(slots=True)
class Shape:
    """What a number in the `ids` plate stands for."""

    leaf: Leaf
    color: str
    stroke: bool
    edge: str = ""  # where a graded shape goes on: the colour of its last step

    def __post_init__(self) -> None:
        self.edge = self.color


class Plates:
    """Pixel plates of a picture, rendered when first asked for; `width` px wide (default: the page)."""

    def __init__(self, picture: Picture, width: int | None = None, coarse: int = 1) -> None:
        """With `coarse` the colour plate alone is rendered that many times smaller: enough for line hands."""
        self.picture = picture
        self.coarse = coarse
        self.width = width or picture.width
        self.height = max(1, round(picture.height * self.width / picture.width))
        self.sheet: Sheet = parse(picture)
        self.shapes: list[Shape] = []  # number n stands for shapes[n - 1]

    @property
    def unit(self) -> float:
        """Pixels per thousandth of the short side, 1 for a 1024 px page."""
        return min(self.width, self.height) / 1024

    def _render(self, root: etree._Element, crisp: bool = False, coarse: int = 1) -> Pixels:
        if crisp:
            root.set("shape-rendering", "crispEdges")
        seen = pixels(etree.tostring(root, encoding="unicode"), self.width // coarse)
        return seen if coarse == 1 else np.asarray(cv2.resize(seen, (self.width, self.height)), np.uint8)

    def _copy(self) -> tuple[etree._Element, list[etree._Element]]:
        """A copy of the tree and its leaf nodes, in the order of `sheet.leaves`."""
        marks = {id(leaf.node): n for n, leaf in enumerate(self.sheet.leaves)}
        for leaf_node, n in ((leaf.node, marks[id(leaf.node)]) for leaf in self.sheet.leaves):
            leaf_node.set("data-n", str(n))
        root = deepcopy(self.sheet.root)
        nodes = sorted((e for e in root.iter() if e.get("data-n")), key=lambda e: int(str(e.get("data-n"))))
        for node in (*nodes, *(leaf.node for leaf in self.sheet.leaves)):
            node.attrib.pop("data-n")
        return root, nodes

    @cached_property
    def color(self) -> npt.NDArray[np.uint8]:
        """RGB as painted, without lettering; (height, width, 3)."""
        root, nodes = self._copy()
        for leaf, node in zip(self.sheet.leaves, nodes, strict=True):
            if leaf.lettering:
                _drop(node)
        seen = self._render(root, coarse=self.coarse)
        if seen[..., 3].min() < 255:
            alpha = seen[..., 3:].astype(np.uint16)
            return ((seen[..., :3] * alpha + 255 * (255 - alpha)) // 255).astype(np.uint8)
        return np.ascontiguousarray(seen[..., :3])

    @cached_property
    def ids(self) -> Ids:
        """Number of the topmost solid shape at every pixel, 0 for none; lettering, lights and shadows left out."""
        root, nodes = self._copy()
        self.shapes.clear()
        for leaf, node in zip(self.sheet.leaves, nodes, strict=True):
            self._number(leaf, node)
        for node in root.iter():
            if node.tag == S + "g":
                for name in _PAINTS:
                    unset(node, name)
        return _decode(self._render(root, crisp=True), len(self.shapes))

    def _number(self, leaf: Leaf, node: etree._Element) -> None:
        for name in _PAINTS:
            unset(node, name)
        solid = not leaf.lettering and not leaf.soft and leaf.role not in (Role.LIGHT, Role.SHADOW)
        fill = solid and leaf.fill is not None and leaf.fill_alpha >= 0.45
        stroke = solid and leaf.stroke is not None and leaf.stroke_alpha >= 0.45
        if not (fill or stroke):
            _drop(node)
            return
        for wanted, name, color in ((fill, "fill", leaf.fill), (stroke, "stroke", leaf.stroke)):
            if wanted and color is not None and not self._goes_on(leaf, color):
                self.shapes.append(Shape(leaf, color, name == "stroke"))
            node.set(name, _code(len(self.shapes)) if wanted else "none")

    def _goes_on(self, leaf: Leaf, color: str) -> bool:
        """Whether a rectangle is the next step of a graded sky or floor, which counts as one shape."""
        last = self.shapes[-1] if self.shapes else None
        if last is None or last.leaf.element != leaf.element or leaf.role not in (Role.BACKGROUND, Role.GROUND):
            return False
        steps = (
            leaf.node.tag == last.leaf.node.tag == S + "rect" and leaf.node.getparent() is last.leaf.node.getparent()
        )
        if not steps or leaf.stroke is not None or last.stroke or distance(last.edge, color) > BAND:
            return False
        last.edge = color
        return True

    @cached_property
    def letters(self) -> Pixels:
        """The lettering alone in its own colours, RGBA."""
        if not self.has_text:
            return np.zeros((self.height, self.width, 4), np.uint8)
        root, nodes = self._copy()
        for leaf, node in zip(self.sheet.leaves, nodes, strict=True):
            if not leaf.lettering:
                _drop(node)
        return self._render(root)

    @cached_property
    def text(self) -> Floats:
        """Coverage 0..1 of the lettering; (height, width)."""
        return np.asarray(self.letters[..., 3].astype(np.float32) / 255, np.float32)

    @cached_property
    def has_text(self) -> bool:
        return any(leaf.lettering for leaf in self.sheet.leaves)

    def table(self, values: list[float]) -> Floats:
        """A plate of one value a shape; the first value is for empty paper."""
        return np.asarray(values, np.float32)[self.ids]

    @cached_property
    def elements(self) -> Ids:
        """Index of the topmost element + 1, 0 for none."""
        ids = self.ids
        return np.asarray([0] + [s.leaf.element + 1 for s in self.shapes], np.int32)[ids]

    @cached_property
    def parts(self) -> Ids:
        """A number for each named part of each element; unnamed leaves fall to their element."""
        ids, names = self.ids, {("", -1): 0}
        for s in self.shapes:
            names.setdefault((s.leaf.part, s.leaf.element), len(names))
        return np.asarray([0] + [names[s.leaf.part, s.leaf.element] for s in self.shapes], np.int32)[ids]

    @cached_property
    def things(self) -> Mask:
        """Where a subject, prop or foreground thing is on top."""
        ids = self.ids
        return np.asarray([False] + [s.leaf.role in THINGS for s in self.shapes])[ids]

    @cached_property
    def flat(self) -> npt.NDArray[np.uint8]:
        """RGB of the topmost shape's flat colour (white paper where none)."""
        ids = self.ids
        return np.asarray([(255, 255, 255)] + [rgb(s.color) for s in self.shapes], np.uint8)[ids]

    @cached_property
    def areas(self) -> npt.NDArray[np.int64]:
        """Visible pixels of every number."""
        ids = self.ids
        return np.bincount(ids.ravel(), minlength=len(self.shapes) + 1)

    @cached_property
    def quiet(self) -> Mask:
        """The ground of the lettering, where textures must hold back."""
        if not self.has_text:
            return np.zeros((self.height, self.width), np.bool_)
        letters = self.text > 0.4
        under = np.bincount(self.ids[letters], minlength=len(self.shapes) + 1)
        grounds = np.flatnonzero(under > 0.12 * max(1, letters.sum()))
        reach = max(3, round(22 * self.unit)) | 1
        near = cv2.dilate(letters.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
        small = grounds[self.areas[grounds] < 0.22 * self.ids.size]
        return np.asarray(near | np.isin(self.ids, small))


def borders(ids: Ids) -> Mask:
    """Pixels whose right or lower neighbour has another number."""
    edge = np.zeros(ids.shape, np.bool_)
    edge[:, :-1] |= ids[:, :-1] != ids[:, 1:]
    edge[:-1] |= ids[:-1] != ids[1:]
    return edge


def depth(ids: Ids) -> Floats:
    """Distance in px to the nearest border of numbers (the page's edge is none)."""
    return np.asarray(cv2.distanceTransform((~borders(ids)).astype(np.uint8), cv2.DIST_L2, 3), np.float32)


def rise(order: Ids, reach: float) -> Floats:
    """Distance in px of every pixel to the rim of its own region where it lies on something lower, at most `reach`.

    Numbers are in painting order. Where a region runs on under a higher one it keeps its full height.
    """
    rim = np.zeros(order.shape, np.bool_)
    across, down = order[:, 1:] - order[:, :-1], order[1:] - order[:-1]
    rim[:, 1:] |= across > 0
    rim[:, :-1] |= across < 0
    rim[1:] |= down > 0
    rim[:-1] |= down < 0
    if not rim.any():
        return np.full(order.shape, reach, np.float32)
    away, nearest = cv2.distanceTransformWithLabels(
        (~rim).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    owners = np.zeros(int(nearest.max()) + 1, np.int32)
    owners[nearest[rim]] = order[rim]
    away[owners[nearest] != order] = reach
    return np.asarray(np.minimum(away, np.float32(reach)), np.float32)


def prominence(plates: Plates) -> Floats:
    """How much every shape differs in colour from what borders on it, in CIELAB units, by its number."""
    ids = plates.ids
    colors = np.asarray([[(255, 255, 255), *(rgb(s.color) for s in plates.shapes)]], np.uint8)
    lab = cv2.cvtColor(colors, cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    total, count = np.zeros(len(plates.shapes) + 1), np.ones(len(plates.shapes) + 1) * 1e-6
    for first, second in ((ids[:-1], ids[1:]), (ids[:, :-1], ids[:, 1:])):
        other = first != second
        pair = first[other], second[other]
        far = np.abs(lab[pair[0]] - lab[pair[1]]).sum(axis=1)
        for side in pair:
            total += np.bincount(side, far, len(total))
            count += np.bincount(side, minlength=len(total))
    return np.asarray(total / count, np.float32)


def _drop(node: etree._Element) -> None:
    """Hidden, so that the order of nodes stays."""
    node.set("display", "none")


def _code(number: int) -> str:
    """A colour with a check byte, which blended edge pixels fail."""
    return f"#{number & 255:02x}{number >> 8:02x}{_check(number & 255, number >> 8):02x}"


def _check(low: int, high: int) -> int:
    return (low * 151 + high * 89 + 77) & 255


def _decode(seen: Pixels, count: int) -> Ids:
    low, high, check = (seen[..., c].astype(np.int32) for c in range(3))
    ids = low | (high << 8)
    empty = seen[..., 3] < 128
    bad = ((low * 151 + high * 89 + 77) & 255 != check) | (ids > count)
    ids[bad] = 0
    ids[empty] = 0
    return _mended(ids, bad & ~empty)


def _mended(ids: Ids, bad: Mask) -> Ids:
    """Bad pixels take the number of a good neighbour."""
    for _ in range(4):
        if not bad.any():
            break
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            near, near_bad = np.roll(ids, (dy, dx), (0, 1)), np.roll(bad, (dy, dx), (0, 1))
            take = bad & ~near_bad
            ids[take] = near[take]
            bad = bad & ~take
    return ids


__all__ = ["DRAWN", "Ids", "Mask", "Plates", "Shape", "borders", "depth"]
