"""Vector hands made from the flat drawing and the line drawing."""

from __future__ import annotations

import math
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from gouache.engines.composer.color import from_lch, ink_on, lab, lch, mix, shift
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle.extent import extent
from gouache.engines.composer.restyle.flat import SCENERY, finish, flatten, split
from gouache.engines.composer.restyle.lettering import layer, lift
from gouache.engines.composer.restyle.line_art import Pen, drawn, ink_tree, inked
from gouache.engines.composer.restyle.sheet import Leaf, S, Sheet, parse, scale_of, unset
from gouache.engines.composer.restyle.stock import Stock, stock
from gouache.engines.composer.restyle.trace import contours, polygon, simplify, smooth
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import document, num


def recolor(sheet: Sheet, change: Callable[[str, Leaf], str], *, always: bool = False) -> None:
    """Every flat paint of the tree put through a function; wished colours stay, unless `always`, as they are."""
    if sheet.picture.wanted and not always:
        return
    for leaf in sheet.leaves:
        if leaf.lettering or (leaf.role is Role.BACKGROUND and leaf.fill == sheet.picture.background):
            continue
        for node in leaf.node.iter():
            for name in ("fill", "stroke"):
                value = str(node.get(name, ""))
                if value.startswith("#"):
                    node.set(name, change(value[:7], leaf))
        if leaf.fill and leaf.node.get("fill") is None and leaf.node.tag != S + "g":
            leaf.node.set("fill", change(leaf.fill, leaf))


def bold_stroke(picture: Picture, seed: int) -> str:
    """Flat colours under a fat even outline."""
    return drawn(
        picture, Pen("#1d1a22", "#fffdf7", 9.5, 7.5, 5.5, 4.5, 3.5, hatch=False, quiet="#1d1a22", fills=True), seed
    )


def contour_pop_art(picture: Picture, seed: int) -> str:
    """Loud colours, black contours, dots in the background."""
    pen = inked(Pen("#15131a", "#fff6e0", 9.5, 7.5, 5.5, 4.5, 3.5, hatch=False, quiet="#15131a", fills=True), picture)
    sheet = ink_tree(picture, pen, seed)
    recolor(sheet, lambda c, leaf: c if c == pen.ink else _loud(c, 1.45))
    if not picture.background:
        _dots(sheet, picture)
    finish(sheet)
    return sheet.text()


def _loud(color: str, chroma: float) -> str:
    value = lch(color)
    if value.C < 0.025:
        return color
    return from_lch(0.5 + (value.L - 0.5) * 1.08, min(0.26, value.C * chroma + 0.03), value.h)


def _dots(sheet: Sheet, picture: Picture) -> None:
    """A dot screen over the scenery's first layer."""
    unit = min(picture.width, picture.height) / 1024
    step = 18 * unit
    defs = etree.Element(S + "defs")
    pattern = etree.SubElement(
        defs, S + "pattern", id="dots", width=num(step), height=num(step), patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )  # fmt: skip
    etree.SubElement(pattern, S + "circle", cx=num(step / 2), cy=num(step / 2), r=num(step * 0.24), fill="#ffffff")
    sheet.root.insert(0, defs)
    for group in sheet.layers():
        if group.get("data-role") == "background":
            etree.SubElement(group, S + "rect", width="100%", height="100%", fill="url(#dots)", opacity="0.34")
            return


def thin(picture: Picture, seed: int) -> str:
    """One fine even line."""
    return drawn(picture, Pen("#20222b", "#ffffff", 2.2, 2.0, 1.6, 1.4, 1.2, solids=False, hatch=False), seed)


def outline(picture: Picture, seed: int) -> str:
    """An even line of an icon."""
    return drawn(picture, Pen("#16181d", "#ffffff", 9, 8, 7, 5, 4, solids=True, hatch=False), seed)


def broken_line(picture: Picture, seed: int) -> str:
    """An even line with gaps."""
    pen = Pen("#16181d", "#ffffff", 8, 7.5, 7, 5, 4, solids=False, hatch=False, dash=(46, 13))
    return drawn(picture, pen, seed)


def colored_outline(picture: Picture, seed: int) -> str:
    """Lines in the colours of the things themselves."""
    return drawn(picture, Pen("#16181d", "#ffffff", 8, 7, 5.5, 4, 3.2, hatch=False, own=True), seed)


def doodle_line_art(picture: Picture, seed: int) -> str:
    """A loose line, drawn twice."""
    pen = inked(Pen("#22242b", "#ffffff", 4.6, 3.6, 2.8, 2.2, 1.8), picture)
    sheet = ink_tree(picture, pen, seed)
    second = [deepcopy(g) for g in sheet.layers()]
    mode = "screen" if lab(pen.paper).L < lab(pen.ink).L else "multiply"
    again = etree.Element(S + "g", id="second-line", style=f"mix-blend-mode:{mode}")
    w, h = picture.width, picture.height
    again.set("transform", f"rotate(0.45 {num(w / 2)} {num(h / 2)}) translate({num(w * 0.003)} {num(-h * 0.003)})")
    for group in second:
        for node in list(group.iter()):
            unset(node, "id", "aria-label", "data-node", "data-part")
        for node in [n for n in group.iter() if n.get("role") == "img"]:
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
        again.append(group)
    if picture.wanted or picture.background:  # under the first: blending would make other colours
        unset(again, "style")
        sheet.root.insert(sheet.root.index(sheet.layers()[0]), again)
    else:
        sheet.root.append(again)
    finish(sheet, pen.ink, pen.paper)
    return sheet.text()


def marker_outline(picture: Picture, seed: int) -> str:
    """A brush line over flat colour that has slipped aside."""
    if picture.wanted:  # multiplied lines would make other colours than the wished ones
        return drawn(picture, Pen("#1b1a22", "#fffdf8", 6.5, 5, 4.0, 3.0, 2.4, hatch=False, fills=True), seed)
    paper = stock(picture, "#fffdf8", "#1b1a22")
    mode, sheet_of_lines = ("screen", "#000000") if paper.dark else ("multiply", "#ffffff")
    pen = Pen(paper.ink, sheet_of_lines, 6.5, 5, 4.0, 3.0, 2.4, hatch=False, quiet=paper.ink)
    lines = ink_tree(picture, pen, seed)
    lift(lines)
    colors = parse(picture)
    letters = layer(lift(colors))
    flatten(colors, seed, bands=False)
    recolor(colors, lambda c, leaf: mix(_loud(c, 1.1), "#ffffff", 0.16 if leaf.role in SCENERY else 0.0))
    unit = min(picture.width, picture.height) / 1024
    fills = etree.Element(S + "g", id="colors", transform=f"translate({num(13 * unit)} {num(11 * unit)})")
    fills.extend(colors.layers())
    over = etree.Element(S + "g", id="lines", style=f"mix-blend-mode:{mode}")
    for group in lines.layers():
        for node in list(group.iter()):
            if node.get("id"):
                node.set("id", f"line-{node.get('id')}")
        over.append(group)
    colors.root.append(fills)
    colors.root.append(over)
    if letters is not None:
        colors.root.append(letters)
    _adopt_defs(colors, lines)
    colors.ground(paper.paper)
    return colors.text()


def _adopt_defs(target: Sheet, source: Sheet) -> None:
    have = {n.get("id") for n in target.root.iter() if n.get("id")}
    for defs in source.root.findall(S + "defs"):
        for child in list(defs):
            if child.get("id") in have:
                defs.remove(child)
        if len(defs):
            target.root.insert(0, defs)


def roundish_flat(picture: Picture, seed: int) -> str:
    """Flat shapes with all corners rounded off, in softened colours."""
    sheet = parse(picture)
    flatten(sheet, seed, bands=False)
    unit = min(picture.width, picture.height) / 1024
    recolor(sheet, lambda c, leaf: mix(_loud(c, 1.06), "#fff0e0", 0.10))
    for leaf in sheet.leaves:
        node = leaf.node
        if leaf.lettering or leaf.soft or leaf.role in SCENERY or node.get("stroke", "none") not in ("none", ""):
            continue
        if node.get("fill") and leaf.fill_alpha > 0.9:
            node.set("stroke", str(node.get("fill")))
            node.set("stroke-width", num(9 * unit / leaf.scale))
            node.set("stroke-linejoin", "round")
    finish(sheet)
    return sheet.text()


def vivid_shapes(picture: Picture, seed: int) -> str:
    """Flat shapes in loud, cleanly separated colours."""
    sheet = parse(picture)
    flatten(sheet, seed)
    recolor(sheet, lambda c, leaf: _loud(c, 1.6 if leaf.role not in SCENERY else 1.35))
    finish(sheet)
    return sheet.text()


def sharp_contrast(picture: Picture, seed: int) -> str:
    """Black, white and one colour."""
    sheet = parse(picture)
    flatten(sheet, seed, bands=False)
    accent = from_lch(0.63, 0.22, _main_hue(sheet))
    ground = stock(picture, "#ffffff", "#16141a")
    recolor(sheet, lambda c, leaf: _three(c, leaf, accent, ground))
    for leaf in sheet.leaves:
        if not leaf.lettering and leaf.fill_alpha < 0.45 and leaf.stroke is None:
            leaf.node.set("display", "none")
    finish(sheet)
    return sheet.text()


def _main_hue(sheet: Sheet) -> float:
    vivid = [lch(leaf.fill) for leaf in sheet.leaves if leaf.fill and leaf.role is Role.SUBJECT and not leaf.lettering]
    x = sum(v.C**2 * math.cos(math.radians(v.h)) for v in vivid)
    y = sum(v.C**2 * math.sin(math.radians(v.h)) for v in vivid)
    return math.degrees(math.atan2(y, x)) % 360 if vivid else 25.0


def _three(color: str, leaf: Leaf, accent: str, ground: Stock) -> str:
    value = lch(color)
    if leaf.role is Role.BACKGROUND and ground.asked:
        return mix(ground.paper, ground.ink, 0.0 if value.L > 0.45 else 0.15)
    if leaf.role in SCENERY:
        tones = {
            Role.BACKGROUND: ("#ffffff", "#16141a"),
            Role.MIDDLE: ("#e9e6e0", "#2b2831"),
            Role.GROUND: ("#16141a", "#16141a"),
        }
        return tones[leaf.role][0 if value.L > 0.45 else 1]
    if value.L < 0.36:
        return "#16141a"
    return "#ffffff" if value.L > 0.86 else accent if value.L < 0.74 else mix(accent, "#ffffff", 0.45)


def colored_stencil(picture: Picture, seed: int) -> str:
    """Few spray colours with paper bridges between the shapes."""
    paper, sheet = stock(picture, "#f3ecdc", "#23262f").paper, parse(picture)
    flatten(sheet, seed, bands=False)
    palette = ("#23262f", "#c8412f", "#e7a33a", "#2c7a7b", "#8fb8a8", "#f3ecdc")
    recolor(sheet, lambda c, leaf: _stencil(c, palette))
    unit = min(picture.width, picture.height) / 1024
    for leaf in sheet.leaves:
        node = leaf.node
        if leaf.lettering or leaf.soft or leaf.fill_alpha < 0.6 or node.get("fill", "none") == "none":
            continue
        if node.get("stroke", "none") in ("none", ""):
            node.set("stroke", paper)
            node.set("stroke-width", num((5.5 if leaf.role not in SCENERY else 4) * unit / leaf.scale))
            node.set("stroke-linejoin", "round")
    sheet.ground(paper)
    finish(sheet)
    return sheet.text()


def _stencil(color: str, palette: tuple[str, ...]) -> str:
    value = lab(color)

    def far(other: str) -> float:
        o = lab(other)
        return (value.L - o.L) ** 2 * 1.6 + (value.a - o.a) ** 2 * 2 + (value.b - o.b) ** 2 * 2

    return min(palette, key=far)


def cutout(picture: Picture, seed: int) -> str:
    """Cut paper: flat sheets that cast a small shadow on each other."""
    sheet = parse(picture)
    flatten(sheet, seed)
    recolor(sheet, lambda c, leaf: mix(c, "#f3e3c8", 0.12))
    unit = min(picture.width, picture.height) / 1024
    for group in sheet.layers():
        if group.get("data-role") in ("shadow", "light"):
            sheet.root.remove(group)
            continue
        for element in list(group):
            parts = [g for g in element.iter(S + "g") if g.get("data-part")]
            if element.tag != S + "g" or element.get("id") == _first_id(sheet):
                continue
            for part in parts:
                _cast(part, 7.0 * unit, sheet, ((0.75, "0.22"),))
            _cast(element, 15.0 * unit, sheet, ((1.0, "0.13"), (0.5, "0.17")))
    finish(sheet)
    return sheet.text()


def _first_id(sheet: Sheet) -> str:
    return sheet.picture.elements[0].id if sheet.picture.elements else ""


def _cast(group: etree._Element, reach: float, sheet: Sheet, copies: tuple[tuple[float, str], ...]) -> None:
    """Dark copies under a sheet of paper, one beyond the other."""
    angle = math.radians(sheet.picture.light.angle)
    for k, alpha in copies:
        copy = deepcopy(group)
        copy.tail = None
        for node in list(copy.iter()):
            for name in ("id", "aria-label", "data-part", "data-node"):
                unset(node, name)
            parent = node.getparent()
            if node.get("role") == "img" and parent is not None:
                parent.remove(node)
                continue
            for name in ("fill", "stroke"):
                if str(node.get(name, "")).startswith("#"):
                    node.set(name, "#2a1a30")
        scale = _scale_above(group)
        holder = etree.Element(S + "g", opacity=alpha)
        holder.set("class", "cast")
        holder.set(
            "transform",
            f"translate({num(-math.cos(angle) * reach * k / scale)} {num(math.sin(angle) * reach * k / scale)})",
        )
        unset(copy, "transform")
        holder.append(copy)
        group.insert(0, holder)
        for cast in [c for c in copy.iter(S + "g") if c.get("class") == "cast"]:
            parent = cast.getparent()
            if parent is not None:
                parent.remove(cast)


def _scale_above(node: etree._Element) -> float:
    scale = scale_of(str(node.get("transform", "")))
    for up in node.iterancestors():
        scale *= scale_of(str(up.get("transform", "")))
    return scale


def segmented_colors(picture: Picture, seed: int) -> str:
    """Every form split into a light and a shaded side along one clean cut."""
    sheet = parse(picture)
    flatten(sheet, seed)
    angle = math.radians(picture.light.angle)
    for number, leaf in enumerate(sheet.leaves):
        node, box = leaf.node, extent(leaf.node)
        if (
            leaf.lettering
            or leaf.role in SCENERY
            or leaf.fill is None
            or leaf.fill_alpha < 0.9
            or box is None
            or lab(leaf.fill).L > 0.93
        ):
            continue
        if node.tag == S + "g" or min(box[2], box[3]) * leaf.scale < 26 * min(picture.width, picture.height) / 1024:
            continue
        shade = mix(shift(str(node.get("fill", leaf.fill)), -0.09, 1.05), picture.light.shade, 0.12)
        split(leaf, shade, (-math.cos(angle), math.sin(angle)), f"cut-{number}", box)
    finish(sheet)
    return sheet.text()


def long_shadow(picture: Picture, seed: int) -> str:
    """Flat things whose shadows run diagonally off the page."""
    sheet = parse(picture)
    flatten(sheet, seed)
    unit = min(picture.width, picture.height) / 1024
    for group in sheet.layers():
        if group.get("data-role") == "shadow":
            sheet.root.remove(group)
    for group in [g for g in sheet.layers() if g.get("data-role") in ("subject", "prop")]:
        for element in list(group):
            drawn = next((e for e in picture.elements if e.id == element.get("id")), None)
            if drawn is not None and (d := _swept(picture, drawn, unit)):
                shadow = etree.Element(S + "path", d=d, fill="#241c3a", opacity="0.30")
                shadow.set("class", "long-shadow")
                group.insert(group.index(element), shadow)
    finish(sheet)
    return sheet.text()


def _swept(picture: Picture, element: Element, unit: float) -> str:
    """Outline of an element drawn down and to the right; over a wished background it ends before the page does."""
    scale = 512 / max(picture.width, picture.height)
    size = round(picture.width * scale), round(picture.height * scale)
    mask = pixels(document(picture, [element]), *size)[..., 3] > 127
    room = min(0.97 * picture.width - element.box.right, 0.97 * picture.height - element.box.bottom)
    reach = int((min(252 * unit, max(0.0, room)) if picture.background else 252 * unit) * scale)
    step = 1
    while step <= reach:  # doubling: the union of 2n steps from the union of n
        move = min(step, reach - step + 1)
        mask[move:, move:] |= mask[:-move, :-move].copy()
        step *= 2
    shapes = [simplify(smooth(c), 0.7) / scale for c in contours(mask)] if reach > 4 else []
    return "".join(polygon(shape) for shape in shapes if len(shape) > 2)


def pictogram(picture: Picture, seed: int) -> str:
    """Solid signs: things only, in black and white."""
    sheet = parse(picture)
    flatten(sheet, seed, bands=False)
    for group in sheet.layers():
        if group.get("data-role") in ("background", "middle", "ground", "shadow", "light"):
            sheet.root.remove(group)
    alive = {id(n) for n in sheet.root.iter()}
    sheet.leaves = [leaf for leaf in sheet.leaves if id(leaf.node) in alive]
    sign = stock(picture, "#ffffff", "#15161a")
    recolor(sheet, lambda c, leaf: sign.ink if lab(c).L < 0.80 else sign.paper)
    unit = min(picture.width, picture.height) / 1024
    for leaf in sheet.leaves:
        if (
            not leaf.lettering
            and leaf.node.get("stroke", "none") in ("none", "")
            and leaf.node.get("fill", "none") not in ("none", sign.paper)
        ):
            leaf.node.set("stroke", sign.paper)
            leaf.node.set("stroke-width", num(6 * unit / leaf.scale))
    sheet.ground(sign.paper)
    finish(sheet, sign.ink)
    return sheet.text()


def naivector(picture: Picture, seed: int) -> str:
    """Naive cut shapes: every piece a little askew, cheerful colours, dotted edges."""
    sheet = parse(picture)
    flatten(sheet, seed, bands=False)
    dice = stream(seed, "naive")
    unit = min(picture.width, picture.height) / 1024
    recolor(sheet, lambda c, leaf: mix(_loud(c, 1.25), "#fff3d6", 0.08))
    for leaf in sheet.leaves:
        box = extent(leaf.node) if leaf.node.tag != S + "g" else None
        if leaf.lettering or leaf.role in SCENERY or box is None:
            continue
        x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
        turn = f"rotate({num(dice.uniform(-3.2, 3.2))} {num(x)} {num(y)})"
        leaf.node.set("transform", f"{leaf.node.get('transform', '')} {turn}".strip())
        big = min(box[2], box[3]) * leaf.scale > 70 * unit
        if big and leaf.fill and leaf.fill_alpha > 0.9 and leaf.node.get("stroke", "none") in ("none", ""):
            leaf.node.set("stroke", ink_on(leaf.fill, shift(leaf.fill, -0.16), shift(leaf.fill, 0.18)))
            leaf.node.set("stroke-width", num(3.4 * unit / leaf.scale))
            leaf.node.set("stroke-dasharray", f"{num(0.1)} {num(11 * unit / leaf.scale)}")
            leaf.node.set("stroke-linecap", "round")
    finish(sheet)
    return sheet.text()
