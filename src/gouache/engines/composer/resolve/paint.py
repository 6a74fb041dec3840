"""Makes the drawing that a resolution names, in the node's colours, material and pattern."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from random import Random
from types import MappingProxyType

from gouache.engines.composer.art import Patch, pack
from gouache.engines.composer.color import Lab, from_lab
from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.house.registry import Brush, dark, drawing, house_drawings
from gouache.engines.composer.resolve.patterns import contrast_with, patterned
from gouache.engines.composer.resolve.recolor import body, in_material, recolored
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.resolve.tables import Material, bodies, hooks, materials
from gouache.engines.composer.scene import Kind, Node
from gouache.engines.composer.svg import group, tag

USUAL = MappingProxyType({"camouflage": ("#76834a", "#3d4726"), "leopard": ("#e0a850", "#4a2f1c")})
GROWN = (Kind.PERSON, Kind.ANIMAL, Kind.FOOD, Kind.PLANT)


def draw(resolution: Resolution, node: Node, look: str, rng: Random) -> Drawing:
    """The drawing of a house, pack or carrier resolution; ValueError for characters, which the rig draws."""
    if resolution.means is Means.HOUSE:
        return _house(resolution.name, node, rng)
    if resolution.means is Means.PACK:
        return _pack(resolution.name, node, rng)
    if resolution.means is Means.CARRIER:
        return board(node)
    raise ValueError(f"{resolution.name} is drawn by the rig")


def _house(name: str, node: Node, dice: Random) -> Drawing:
    brush = Brush(_at(node.colors, 0), _at(node.colors, 1), node.material)
    art = house_drawings()[name].draw(brush)
    if not node.pattern:
        return art
    patches = _seen(art.markup + art.front, art.box)
    return _with_pattern(art, patches, node.pattern, node.colors, dice)


def _pack(name: str, node: Node, dice: Random) -> Drawing:
    art = pack()
    if art is None:
        raise ValueError(f"{name} is in the art pack, which is not there")
    collection, _, key = name.partition(":")
    plain, patches = art.drawing(collection, key), art.patches(collection, key)
    return _hooked(_colored(plain, patches, node, dice), collection, key)


def _colored(art: Drawing, patches: tuple[Patch, ...], node: Node, dice: Random) -> Drawing:
    """Material, or colour and pattern."""
    material = materials().get(node.material or "")
    if material is not None and not node.colors:
        return _of_material(art, patches, material, dice)
    colors = node.colors or USUAL.get(node.pattern or "", ())
    if colors:
        paints = bodies().get((art.source.collection, art.source.name), ())
        made = node.kind not in GROWN
        art = replace(art, markup=recolored(art.markup, patches, colors[0], made=made, paints=paints))
    return _with_pattern(art, patches, node.pattern, colors, dice, recolor=True) if node.pattern else art


def _at(colors: tuple[str, ...], index: int) -> str | None:
    return colors[index] if index < len(colors) else None


def _hooked(art: Drawing, collection: str, name: str) -> Drawing:
    """Anchors and fields of a pack drawing, from the table of fractions; a rim makes it a container."""
    known = hooks().get((collection, name))
    if known is None:
        return art
    anchors = {key: art.box.at(*at) for key, at in known.items() if len(at) == 2}
    fields = {key: _part(art.box, at) for key, at in known.items() if len(at) == 4}
    hooked = replace(art, anchors=anchors, fields=fields)
    return _container(hooked, fields["rim"]) if "rim" in fields else hooked


def _container(art: Drawing, rim: Box) -> Drawing:
    """The near wall is the drawing again, cut along the near edge of its mouth."""
    middle, right, below = rim.y + rim.h / 2, rim.right, art.box.bottom + 1
    path = (
        f"M{art.box.x - 1:.2f} {middle:.2f}H{rim.x:.2f}A{rim.w / 2:.2f} {rim.h / 2:.2f} 0 0 0 {right:.2f} {middle:.2f}"
        f"H{art.box.right + 1:.2f}V{below:.2f}H{art.box.x - 1:.2f}Z"
    )
    clip = f"wall-{art.source.collection[0]}-{art.source.name}"
    wall = tag("clipPath", tag("path", d=path), id=clip) + group(scope_ids(art.markup, clip), clip_path=f"url(#{clip})")
    inside = Box(rim.x, rim.y, rim.w, art.box.bottom - rim.y)
    anchors = {**art.anchors, "mouth_rim": rim.center}
    return replace(art, front=wall, anchors=anchors, fields={**art.fields, "inside": inside})


def _part(box: Box, at: tuple[float, ...]) -> Box:
    x, y, w, h = at
    return Box(box.x + x * box.w, box.y + y * box.h, w * box.w, h * box.h)


def _of_material(art: Drawing, patches: tuple[Patch, ...], material: Material, dice: Random) -> Drawing:
    markup = in_material(art.markup, patches, material)
    if material.overlay:
        mask = f"{material.overlay}-{art.source.name}"
        everything: tuple[Patch, ...] = ()
        markup = patterned(markup, everything, art.box, material.overlay, material.ramp[0], mask, dice)
    return replace(art, markup=markup)


def _with_pattern(
    art: Drawing, patches: tuple[Patch, ...], pattern: str, colors: tuple[str, ...], dice: Random, recolor: bool = False
) -> Drawing:
    seen = _seen(art.markup, art.box) if recolor and colors else patches
    base = colors[0] if colors else _body_color(seen)
    second = _at(colors, 1) or contrast_with(base)
    mask = f"{pattern.replace(' ', '-')}-{art.source.name}"
    front = patterned(art.front, seen, art.box, pattern, second, f"{mask}-front", dice) if art.front else ""
    return replace(art, markup=patterned(art.markup, seen, art.box, pattern, second, mask, dice), front=front)


def _body_color(patches: tuple[Patch, ...]) -> str:
    if not patches:
        return "#c9c2b6"
    largest = max(body(patches), key=lambda i: patches[i].share)
    return from_lab(Lab(patches[largest].L, patches[largest].a, patches[largest].b))


@lru_cache(64)
def _seen(markup: str, box: Box) -> tuple[Patch, ...]:
    """The colours of some markup as they show."""
    from gouache.engines.composer.art.measure import measure

    inner = f'<g transform="translate({-box.x:.3f} {-box.y:.3f})">{markup}</g>'
    found = measure(inner, box.w, box.h)
    return tuple(Patch(c.L, c.a, c.b, c.share) for c in found[1]) if found else ()


def board(node: Node) -> Drawing:
    """A plain panel on a post for words that have no drawing of their own."""
    face = _at(node.colors, 0) or "#fbf6ea"
    frame = dark(face, 0.16)
    post = tag("rect", x=92.0, y=108.0, width=16.0, height=92.0, rx=3.0, fill="#9a6b42")
    back = tag("rect", x=0.0, y=0.0, width=200.0, height=120.0, rx=10.0, fill=frame)
    front = tag("rect", x=7.0, y=7.0, width=186.0, height=106.0, rx=6.0, fill=face)
    return drawing(
        "board", post + back + front, (0, 0, 200, 200), {"text": (100, 60), "grip": (100, 180)},
        {"text": (16, 16, 168, 88)},
    )  # fmt: skip
