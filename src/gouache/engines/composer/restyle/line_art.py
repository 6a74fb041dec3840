"""Line art: ink on paper, silhouettes bold, parts lighter, scenery fine; darks become solids or hatching."""

from __future__ import annotations

import math
from copy import deepcopy
from dataclasses import dataclass, replace

import numpy as np
from lxml import etree

from gouache.engines.composer.color import distance, lab, shift
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.restyle.flat import SCENERY, finish, flatten
from gouache.engines.composer.restyle.plates import Plates, prominence
from gouache.engines.composer.restyle.sheet import DRAWN, Leaf, S, Sheet, scale_of, unset
from gouache.engines.composer.restyle.stock import stock
from gouache.engines.composer.svg import num


@dataclass(frozen=True, slots=True)
class Pen:
    """Widths are px on a 1024 px page."""

    ink: str = "#17191f"
    paper: str = "#ffffff"
    silhouette: float = 6.4
    part: float = 4.0
    detail: float = 2.6
    scenery: float = 2.2
    far: float = 1.7
    solids: bool = True
    hatch: bool = True
    quiet: str = "#17191f"  # ink of the scenery
    fills: bool = False  # keep the flat colours under the lines
    own: bool = False  # draw each line in the colour of its shape
    dash: tuple[float, float] | None = None
    spots: bool = False  # flat spots of the wished colours under the lines


def inked(pen: Pen, picture: Picture) -> Pen:
    """The pen on the paper and with the ink that the picture asks for."""
    paper = stock(picture, pen.paper, pen.ink)
    quiet = paper.ink if pen.quiet == pen.ink or paper.asked or picture.wanted else pen.quiet
    spots = bool(picture.wanted) and not pen.fills
    return replace(pen, paper=paper.paper, ink=paper.ink, quiet=quiet, spots=spots)


def line_art(picture: Picture, seed: int) -> str:
    """Ink drawing with a hierarchy of line widths."""
    return drawn(picture, Pen(), seed)


def drawn(picture: Picture, pen: Pen, seed: int) -> str:
    """The finished document of a line drawing."""
    pen = inked(pen, picture)
    sheet = ink_tree(picture, pen, seed)
    finish(sheet, None if pen.fills or pen.own else pen.ink, "" if pen.fills else pen.paper)
    return sheet.text()


def ink_tree(picture: Picture, pen: Pen, seed: int) -> Sheet:
    """The tree turned into lines; lettering is still in place."""
    plates = Plates(picture, min(picture.width, 640))
    share, faint = _shares(plates), _faint(plates)
    sheet = plates.sheet
    if pen.fills:
        flatten(sheet, seed, bands=False)
    unit = min(picture.width, picture.height) / 1024
    _drop_soft(sheet)
    sizes = _sizes(sheet, share)
    spots = _spots(sheet, pen, share) if pen.spots else {}
    for leaf in sheet.leaves:
        if not leaf.lettering:
            _ink(leaf, pen, unit * sizes.get(leaf.element, 1.0), share.get(id(leaf.node), 0.0))
            if id(leaf.node) in spots:
                leaf.node.set("fill", spots[id(leaf.node)])
            if id(leaf.node) in faint:
                leaf.node.set("stroke", "none")
    for group in sheet.layers():
        unset(group, "opacity")
        for element in list(group):
            _silhouette(element, pen, unit, Role(str(group.get("data-role", "subject"))), share)
    _clean(sheet)
    sheet.ground(pen.paper)
    _hatches(sheet, pen, unit)
    return sheet


def _shares(plates: Plates) -> dict[int, float]:
    """Visible share of the page of every leaf, by the identity of its node."""
    areas = plates.areas
    found: dict[int, float] = {}
    for n, shape in enumerate(plates.shapes):
        key = id(shape.leaf.node)
        found[key] = found.get(key, 0.0) + float(areas[n + 1]) / plates.ids.size
    return found


def _sizes(sheet: Sheet, share: dict[int, float]) -> dict[int, float]:
    """Fineness of the lines of every element outside the scenery."""
    total: dict[int, float] = {}
    for leaf in sheet.leaves:
        if leaf.role not in SCENERY:
            total[leaf.element] = total.get(leaf.element, 0.0) + share.get(id(leaf.node), 0.0)
    return {element: 0.25 + 0.75 * fineness(seen) for element, seen in total.items()}


def _spots(sheet: Sheet, pen: Pen, share: dict[int, float]) -> dict[int, str]:
    """Flat colours for the things, and for the scenery those that the things show too little of, by node."""
    found: dict[int, str] = {}
    seen = dict.fromkeys(sheet.picture.wanted, 0.0)
    filled = [x for x in sheet.leaves if x.fill is not None and x.fill_alpha >= 0.6 and not x.lettering]
    for scenery in (False, True):
        chosen = [x for x in filled if (x.role in SCENERY) is scenery]
        missing = [c for c in seen if c not in (pen.paper, pen.ink) and seen[c] < 0.04]
        for leaf in chosen:
            color = min(seen, key=lambda c: distance(c, leaf.fill or c))
            if scenery and color not in missing or color == pen.ink:
                continue
            found[id(leaf.node)] = leaf.fill or color
            seen[color] += share.get(id(leaf.node), 0.0)
    return found


def _faint(plates: Plates) -> set[int]:
    """Scenery that deserves no line, by the identity of its node: bands of sky, hazes, what hardly shows."""
    contrast, areas, ids = prominence(plates), plates.areas, plates.ids
    wide = set(np.unique(ids[:, 0]).tolist()) & set(np.unique(ids[:, -1]).tolist())
    found = set()
    for n, shape in enumerate(plates.shapes, 1):
        role = shape.leaf.role
        band = role is Role.BACKGROUND and n in wide
        weak = role in SCENERY and (contrast[n] < (26 if role is Role.BACKGROUND else 13) or areas[n] == 0)
        if band or weak:
            found.add(id(shape.leaf.node))
    return found


def _drop_soft(sheet: Sheet) -> None:
    """Glows, shadows, hazes and full-page skies have no line."""
    kept = []
    for leaf in sheet.leaves:
        bare = leaf.fill_alpha < 0.4 and leaf.stroke_alpha < 0.4
        if not leaf.lettering and (leaf.soft or leaf.role is Role.SHADOW or bare):
            parent = leaf.node.getparent()
            if parent is not None:
                parent.remove(leaf.node)
        else:
            kept.append(leaf)
    sheet.leaves = kept


def _ink(leaf: Leaf, pen: Pen, unit: float, share: float) -> None:
    node, scenery = leaf.node, leaf.role in SCENERY
    width = (pen.far if leaf.role is Role.BACKGROUND else pen.scenery if scenery else pen.detail) * unit
    ink = _own_ink(leaf, pen) if pen.own else pen.quiet if scenery else pen.ink
    if leaf.fill is not None and leaf.fill_alpha >= 0.4:
        _filled(leaf, pen, unit, width, ink, share)
    elif leaf.stroke is not None:
        _stroked(leaf, pen, unit, width, ink)
    for name in ("opacity", "fill-opacity", "stroke-opacity", "stroke-dasharray", "filter"):
        unset(node, name)
    node.set("stroke-linejoin", "round")
    node.set("stroke-linecap", "round")
    if pen.dash and leaf.role not in SCENERY:
        node.set("stroke-dasharray", " ".join(num(d * unit / leaf.scale) for d in pen.dash))


def _own_ink(leaf: Leaf, pen: Pen) -> str:
    """The shape's colour, darkened until it shows on the paper."""
    color = leaf.fill if leaf.fill is not None and leaf.fill_alpha >= 0.4 else leaf.stroke
    if color is None:
        return pen.ink
    if lab(pen.paper).L < 0.55:
        return shift(color, max(0.0, 0.72 - lab(color).L), 1.1)
    return shift(color, min(0.0, 0.66 - lab(color).L), 1.25)


def _filled(leaf: Leaf, pen: Pen, unit: float, width: float, ink: str, share: float) -> None:
    node, light = leaf.node, lab(leaf.fill or "#ffffff").L
    solid = pen.solids and light < 0.42 and share < 0.006 and leaf.role not in (Role.BACKGROUND, Role.GROUND)
    hatched = light < 0.42 and not solid and leaf.role not in (Role.BACKGROUND, Role.GROUND)
    node.set("data-tone", "dark" if hatched else "plain")
    if pen.fills:
        node.set("fill", leaf.fill or pen.paper)
    else:
        node.set("fill", ink if solid else pen.paper)
    if share > 0.93 or _covers(leaf):
        node.set("stroke", "none")
        return
    node.set("stroke", ink)
    small = min(1.0, max(0.4, (share / 0.0008) ** 0.5))
    node.set("stroke-width", num(width * small / leaf.scale))
    if leaf.stroke is not None and leaf.stroke_px > 2.4 * width and not solid:
        _frame(leaf, pen, width, ink)


def _covers(leaf: Leaf) -> bool:
    """A rectangle as a sky or a floor: its edges lie off the page."""
    return leaf.role is Role.BACKGROUND and leaf.node.tag == S + "rect"


def _frame(leaf: Leaf, pen: Pen, width: float, ink: str) -> None:
    """A broad coloured border becomes two lines."""
    _under(leaf, ink, leaf.stroke_px + width)
    leaf.node.set("stroke", leaf.stroke if pen.fills and leaf.stroke else pen.paper)
    leaf.node.set("stroke-width", num(max(0.1, leaf.stroke_px - width) / leaf.scale))
    inner = deepcopy(leaf.node)
    inner.tail = None
    for name in ("stroke", "stroke-width", "id"):
        unset(inner, name)


def _under(leaf: Leaf, ink: str, width_px: float) -> None:
    parent = leaf.node.getparent()
    if parent is None:
        return
    copy = deepcopy(leaf.node)
    copy.tail = None
    unset(copy, "id")
    copy.set("stroke", ink)
    copy.set("stroke-width", num(width_px / leaf.scale))
    parent.insert(parent.index(leaf.node), copy)


def _stroked(leaf: Leaf, pen: Pen, unit: float, width: float, ink: str) -> None:
    """A thick stroke is a limb with an outline, a thin one a line."""
    dark = lab(leaf.stroke or "#000000").L < 0.42
    if leaf.stroke_px < 7 * unit or (dark and leaf.stroke_px < 14 * unit and not pen.fills):
        leaf.node.set("stroke", ink if not pen.fills else (leaf.stroke or ink))
        thin = min(leaf.stroke_px, 1.8 * width)
        leaf.node.set("stroke-width", num((thin if not pen.fills else leaf.stroke_px) / leaf.scale))
        return
    leaf.node.set("stroke", ink)
    _under(leaf, ink, leaf.stroke_px + width)
    leaf.node.set("stroke", (leaf.stroke or pen.paper) if pen.fills else pen.paper)
    leaf.node.set("stroke-width", num(max(0.2, leaf.stroke_px - width) / leaf.scale))


def _silhouette(element: etree._Element, pen: Pen, unit: float, role: Role, share: dict[int, float]) -> None:
    """A bold shadow line under the whole element and a lighter one under each of its larger parts."""
    if pen.own or pen.dash or role in (Role.SHADOW, Role.LIGHT):
        return
    if role in SCENERY:
        if role is Role.MIDDLE:
            _underline(element, 1.9 * pen.scenery * unit, pen.quiet)
        return
    whole = _seen(element, share)
    size = fineness(whole)
    for part in element.iter(S + "g"):
        outer = any(up.get("data-part") for up in part.iterancestors())
        if (
            part.get("data-part")
            and part is not element
            and not outer
            and _seen(part, share) > max(0.004, 0.08 * whole)
        ):
            _underline(part, (2 * pen.part - pen.detail) * unit * size, pen.ink)
    _underline(element, (2 * pen.silhouette - pen.detail) * unit * size, pen.ink)


def _seen(group: etree._Element, share: dict[int, float]) -> float:
    """Visible share of the page of everything in a group."""
    return sum((share.get(id(node), 0.0) for node in group.iter()), 0.0)


def fineness(share: float) -> float:
    """How thick a line may be on a thing of this share of the page: full from a tenth on."""
    return min(1.0, max(0.42, math.sqrt(share / 0.1)))


def _underline(group: etree._Element, width: float, ink: str) -> None:
    copy = deepcopy(group)
    copy.tail = None
    for node in list(copy.iter()):
        for name in ("id", "aria-label", "data-part", "data-node", "data-tone"):
            unset(node, name)
        parent = node.getparent()
        if node.get("role") == "img" and parent is not None:
            parent.remove(node)
        elif node.tag in DRAWN:
            _swell(node, width, ink)
    copy.set("class", "silhouette")
    unset(copy, "transform")
    if group.get("role") != "img":
        group.insert(0, copy)


def _swell(node: etree._Element, width: float, ink: str) -> None:
    scale = 1.0
    up: etree._Element | None = node
    while up is not None:
        scale *= scale_of(str(up.get("transform", "")))
        up = up.getparent()
    node.set("data-swell", num(width))
    old = float(str(node.get("stroke-width", "0"))) if node.get("stroke", "none") != "none" else 0.0
    hollow = node.get("fill") == "none"
    node.set("fill", "none" if hollow else ink)
    node.set("stroke", ink)
    node.set("stroke-width", num(old + width / scale))


def _clean(sheet: Sheet) -> None:
    for node in sheet.root.iter():
        unset(node, "data-swell")
        if node.tag == S + "g":
            for name in ("opacity", "filter", "mask"):
                unset(node, name)


def _hatches(sheet: Sheet, pen: Pen, unit: float) -> None:
    """Large darks get a hatching of fine parallel lines."""
    marked = [leaf for leaf in sheet.leaves if leaf.node.get("data-tone") == "dark"]
    for node in sheet.root.iter():
        unset(node, "data-tone")
    if not pen.hatch or pen.fills or not marked:
        return
    defs = etree.Element(S + "defs")
    sheet.root.insert(0, defs)
    made: dict[str, str] = {}
    for leaf in marked:
        key = num(float(np.float32(leaf.scale)))
        if key not in made:
            made[key] = f"hatch-{len(made) + 1}"
            defs.append(_pattern(made[key], leaf.scale, pen, unit))
        if leaf.node.get("fill") in (pen.paper, pen.ink):
            leaf.node.set("fill", f"url(#{made[key]})")


def _pattern(name: str, scale: float, pen: Pen, unit: float) -> etree._Element:
    step = 7.0 * unit
    pattern = etree.Element(
        S + "pattern", id=name, width=num(step), height=num(step), patternUnits="userSpaceOnUse",
        patternTransform=f"scale({1 / scale:.5g}) rotate(-48)",
    )  # fmt: skip
    etree.SubElement(pattern, S + "rect", width=num(step), height=num(step), fill=pen.paper)
    etree.SubElement(pattern, S + "rect", width=num(step), height=num(2.2 * unit), fill=pen.ink)
    return pattern
