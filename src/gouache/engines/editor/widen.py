"""A picture of ours on a larger page: everything keeps its place, its setting goes on, the prompt's things stand in it.

To the sides the setting goes on mirrored: sky, hills and ground meet at the old edge by construction. What there is one
of (a sun, a path) is not repeated, small things are moved a little. Above and below the colours of the edge go on. What
is framed, and designs, stay as they are on a plain page; patterns go on as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from gouache.engines.composer.color import hex_of
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.looks import Medium
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Shot
from gouache.engines.composer.svg import document, linear_gradient, num, rect
from gouache.engines.editor.inpaint import letters_of, words_within
from gouache.engines.editor.left_out import left_out, words_left_out
from gouache.engines.editor.outpaint import page_of, widest
from gouache.engines.editor.own import Own, asked_of, fresh_prefix, in_colors, merged, told_to
from gouache.engines.editor.things import Things, fitted, moved, things_of
from gouache.engines.editor.wish import composed
from gouache.operations import Outpaint

_BEHIND = frozenset({Role.BACKGROUND, Role.MIDDLE, Role.GROUND})
_FRONT = frozenset({Role.FOREGROUND, Role.LIGHT})
_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})
_SINGLE = frozenset({"sun", "moon", "moonlight", "light", "path", "rainbow", "shape", "birds", "glow"})
_FRAMES = frozenset({"page", "base"})
_SMALL = 0.3  # of the old page's width; what is wider belongs to the lie of the land
_DROPPED = 0.25  # of the small things, left out where the setting goes on
_SAMPLES = 256  # columns at which an edge is looked at
_STRIP_FILL = 0.8  # of a strip that new things take
_MOST_STRETCH = 1.7  # of leaves around a page
_FOOT = 0.86  # of the old page's height, where new things stand when none stood there before
_FILL = re.compile(r'fill="(#[0-9a-fA-F]{6})"')


@dataclass(frozen=True, slots=True)
class _Page:
    """The new page and where the old one lies on it, px."""

    width: int
    height: int
    old: Box


def widened(operation: Outpaint, own: Own, seed: int) -> Own | None:
    """The scene on its larger page; None for photographic looks, whose place is not drawn from elements."""
    if own.draft.look.medium is Medium.PHOTO:
        return None
    old = own.picture
    width, height, x, y, w, h = page_of(operation, old.width, old.height)
    page = _Page(width, height, Box(x, y, w, h))
    elements = [moved(e, w / old.width, x, y) for e in old.elements]
    start = replace(old, width=width, height=height, elements=elements, horizon=(y + old.horizon * h) / height)
    plain = _plain_color(operation, own, start, page)
    continued = _surrounded(start, page, plain) if plain else _continued(start, page, own)
    return _furnished(own.changed(continued), operation, page, seed, bool(plain))


def _plain_color(operation: Outpaint, own: Own, picture: Picture, page: _Page) -> str | None:
    """The colour of the new page where no setting goes on."""
    if operation.background:
        return operation.background
    for element in picture.pick([Role.GROUND]):
        found = _FILL.search(element.markup)
        if element.label == "page" and found:
            return found.group(1)
    shot = own.draft.composition.scene.shot
    if shot in _SCENES or shot is Shot.PATTERN:
        return None
    return picture.background or _edge_color(picture, page)


def _edge_color(picture: Picture, page: _Page) -> str:
    """The colour that most of the old page's rim has."""
    seen = _seen(picture, page, picture.elements)
    rim = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])[:, :3]
    colors, counts = np.unique(rim, axis=0, return_counts=True)
    red, green, blue = colors[int(counts.argmax())]
    return hex_of(float(red), float(green), float(blue))


def _seen(picture: Picture, page: _Page, elements: list[Element]) -> np.ndarray:
    """The pixels of the old part of the page, `_SAMPLES` wide."""
    grow = _SAMPLES / page.old.w
    high = max(2, round(page.old.h * grow))
    small = [moved(e, grow, -page.old.x * grow, -page.old.y * grow) for e in elements]
    return pixels(document(replace(picture, width=_SAMPLES, height=high, elements=small)), _SAMPLES, high)


def _surrounded(picture: Picture, page: _Page, color: str) -> Picture:
    """The old page on a plain one: what reaches beyond its edges is covered, but for the things themselves."""
    o, w, h = page.old, page.width, page.height
    hole = f"M{num(o.x)} {num(o.y)}H{num(o.right)}V{num(o.bottom)}H{num(o.x)}Z"
    path = f'<path d="M0 0H{w}V{h}H0Z{hole}" fill="{color}" fill-rule="evenodd"/>'
    name = f"{fresh_prefix(picture)}-page"
    cover = Element(name, Role.GROUND, path, Box(0, 0, w, h), "page")
    last = max((n for n, e in enumerate(picture.elements) if e.role in _BEHIND and e.label not in _FRAMES), default=-1)
    base = max((n for n, e in enumerate(picture.elements) if e.label == "page"), default=last)
    at = max(last, base) + 1 if base != last else last + 1
    made = replace(picture, elements=[*picture.elements[:at], cover, *picture.elements[at:]])
    return _tiled(made, page, frozenset({Role.LIGHT}), 0)


def _clip_group(markup: str, name: str) -> str:
    return f'<g clip-path="url(#{name})">{markup}</g>'


def _clip_path(name: str, box: Box) -> str:
    return f'<clipPath id="{name}">{rect(box, "#000000")}</clipPath>'


def _continued(picture: Picture, page: _Page, own: Own) -> Picture:
    """The setting carried on over the whole page."""
    shot = own.draft.composition.scene.shot
    made = _lengthened(_stretched(picture, page), page)
    return _tiled(made, page, frozenset(Role) if shot is Shot.PATTERN else _BEHIND | _FRONT, own.draft.seed)


def _stretched(picture: Picture, page: _Page) -> Picture:
    """Leaves that frame the old page frame the new one."""
    o, wide, high = page.old, page.width / page.old.w, page.height / page.old.h
    if max(wide, high) > _MOST_STRETCH:
        return picture
    start = f'<g transform="scale({wide:.5g} {high:.5g}) translate({num(-o.x)} {num(-o.y)})">'
    elements = [
        replace(e, markup=f"{start}{e.markup}</g>", box=Box(0, 0, page.width, page.height))
        if e.role is Role.FOREGROUND and e.box.w > 0.8 * o.w
        else e
        for e in picture.elements
    ]
    return replace(picture, elements=elements)


def _tiled(picture: Picture, page: _Page, roles: frozenset[Role], seed: int) -> Picture:
    """Elements of some roles carried on to the sides, each right above its original."""
    tiles, prefix, dice = _tiles(page), fresh_prefix(picture), stream(seed, "widened")
    if not tiles:
        return picture
    o, defs = page.old, picture.defs
    defs += _clip_path(f"{prefix}-old", Box(o.x, 0, o.w, page.height))
    copies: dict[str, list[Element]] = {}
    for number, (tile, shift, flip) in enumerate(tiles):
        clip = f"{prefix}-tile{number}"
        todo = [e for e in picture.elements if e.role in roles and not _framing(e, page)]
        beside = [(e.id, _reflected(e, shift, flip, page, dice)) for e in todo]
        kept = [(name, e) for name, e in beside if e is not None]
        named, more = merged(replace(picture, defs=""), [e for _, e in kept], picture.defs, f"{prefix}t{number}")
        defs += more + _clip_path(clip, tile)
        for (name, _), element in zip(kept, named, strict=True):
            cut = replace(element, node=None, markup=_clip_group(element.markup, clip))
            copies.setdefault(name, []).append(cut)
    elements = []
    for element in picture.elements:
        again = copies.get(element.id, [])
        ending = replace(element, markup=_clip_group(element.markup, f"{prefix}-old")) if again else element
        elements += [ending, *again]
    return replace(picture, elements=elements, defs=defs)


def _framing(element: Element, page: _Page) -> bool:
    return element.role is Role.FOREGROUND and element.box.w >= page.width


def _tiles(page: _Page) -> list[tuple[Box, float, bool]]:
    """Strips beside the old page, each with what is added to x after mirroring (or not)."""
    found, o = [], page.old
    for side in (-1, 1):
        number, edge = 1, o.right if side > 0 else o.x
        while (edge < page.width) if side > 0 else (edge > 0):
            far = min(page.width, edge + o.w) if side > 0 else max(0.0, edge - o.w)
            tile = Box(min(edge, far), 0, abs(far - edge), page.height)
            flip = number % 2 == 1
            shift = side * number * o.w + (2 * o.x + o.w if flip else 0.0)
            found.append((tile, shift, flip))
            number, edge = number + 1, edge + side * o.w
    return found


def _reflected(element: Element, shift: float, flip: bool, page: _Page, dice: Random) -> Element | None:
    """An element of the setting in a tile; None for what there is only one of."""
    box = element.box
    cut = element.role is Role.GROUND and (box.x <= page.old.x or box.right >= page.old.right)
    if element.label in _SINGLE and not cut:
        return None
    small = element.role is Role.MIDDLE and box.w < _SMALL * page.old.w
    if small and box.x > page.old.x + 1 and box.right < page.old.right - 1:
        if dice.random() < _DROPPED:
            return None
        size, slide = dice.uniform(0.8, 1.05), dice.uniform(-0.05, 0.05) * page.old.w
        element = moved(element, size, box.center.x * (1 - size) + slide, box.bottom * (1 - size))
        box = element.box
    sign = -1 if flip else 1
    markup = f'<g transform="translate({num(shift)} 0) scale({sign} 1)">{element.markup}</g>'
    return replace(element, markup=markup, box=Box(shift - box.right if flip else shift + box.x, box.y, box.w, box.h))


def _lengthened(picture: Picture, page: _Page) -> Picture:
    """The colours of the upper and the lower edge carried on above and below the old page."""
    o, prefix = page.old, fresh_prefix(picture)
    spans = [("above", 0.0, o.y, 0, {Role.BACKGROUND}), ("below", o.bottom, page.height - o.bottom, -1, _BEHIND)]
    for name, top, deep, row, roles in spans:
        if deep <= 0:
            continue
        place = [e for e in picture.elements if e.role in roles and e.label not in _SINGLE]
        colors = _seen(picture, page, place)[row]
        box = Box(o.x, top, o.w, deep)
        fade = linear_gradient(
            f"{prefix}-{name}-colors", _stops(colors), Point(o.x, top), Point(o.right, top), page=True
        )
        role = Role.BACKGROUND if name == "above" else Role.GROUND
        sheet = Element(f"{prefix}-{name}", role, rect(box, f"url(#{prefix}-{name}-colors)"), box, name)
        picture = replace(picture, elements=[sheet, *picture.elements], defs=picture.defs + fade)
    return picture


def _stops(row: np.ndarray) -> list[tuple[float, str]]:
    """A row of pixels as stops of a gradient: even runs stay even, steps stay steps."""
    names = [hex_of(float(c[0]), float(c[1]), float(c[2])) for c in row]
    stops: list[tuple[float, str]] = []
    for number, name in enumerate(names):
        first = number == 0 or names[number - 1] != name
        last = number == len(names) - 1 or names[number + 1] != name
        if first or last:
            stops.append(((number + 0.5) / len(names), name))
    return stops


def _furnished(own: Own, operation: Outpaint, page: _Page, seed: int, plain: bool) -> Own:
    """The scene with the prompt's new things in the widest new strip."""
    picture, report = own.picture, own.draft.composition.report
    new = np.ones((page.height, page.width), bool)
    new[round(page.old.y) : round(page.old.bottom), round(page.old.x) : round(page.old.right)] = False
    strip = widest(new)
    report.ignored.extend(left_out(operation.model_copy(update={"profile": None}), "things"))
    report.ignored.extend(words_left_out(operation, words_within(operation, new)))
    asked = asked_of(operation, own, min(1024, page.width), min(1024, page.height))
    draft = composed(asked.model_copy(update={"text_layout": (), "background": None}), seed)
    shown = {node.concept for node in own.draft.composition.scene.nodes}
    there, scene = draft.composition.picture, draft.composition.scene
    known = {node.id for node in scene.nodes if node.concept in shown}
    draft.composition.picture = there = replace(there, elements=[e for e in there.elements if e.node not in known])
    things = things_of(draft)
    added = letters_of(operation, asked.model_copy(update={"width": page.width, "height": page.height}), seed)
    if things is None:
        note = "a plain page around the framed picture" if plain else "the picture's own, continued"
        report.approximated.append(f"the prompt's place -> {note}")
    elif strip is None:
        report.ignored.append("the prompt's things: the new margins are too narrow for them")
    else:
        told_to(own.draft, draft)
        shift = _stood(things, there, strip, picture, page, cut=scene.shot is Shot.PORTRAIT)
        there = in_colors(there, [moved(e, *shift) for e in things.elements], operation, asked)
        added = [*there.elements, *added]
    if not added:
        return own
    prefix = fresh_prefix(picture)
    named, defs = merged(picture, added, there.defs, prefix)
    nodes = [replace(node, id=f"{prefix}-{node.id}") for node in scene.nodes if node.id not in known]
    own.draft.composition.scene.nodes.extend(nodes)
    last = max((n for n, e in enumerate(picture.elements) if e.role not in {*_FRONT, Role.TEXT}), default=-1)
    elements = [*picture.elements[: last + 1], *named, *picture.elements[last + 1 :]]
    return own.changed(replace(picture, defs=defs, elements=elements))


def _stood(
    things: Things, there: Picture, strip: np.ndarray, picture: Picture, page: _Page, cut: bool
) -> tuple[float, float, float]:
    """Scale and shift that bring new things into the strip, on the ground line of those that stand there already."""
    scale, x, y = fitted(things, there, strip)
    old = [e.box for e in picture.elements if e.role is Role.SUBJECT]
    tallest = max((box.h for box in old), default=0.7 * page.old.h)
    size = scale * min(_STRIP_FILL, max(0.3, 1.1 * tallest / (things.box.h * scale)))
    middle, foot = things.box.center.x * scale + x, things.box.bottom * scale + y
    if things.stands:
        line = max((box.bottom for box in old), default=page.old.y + _FOOT * page.old.h)
        foot = line if line - things.box.h * size > 0.02 * page.height and line < 0.99 * page.height else foot
        if not strip[min(strip.shape[0] - 1, round(line) - 1)].any():
            foot = things.box.bottom * scale + y
    elif cut:  # a bust grows out of the lower edge
        foot = page.height + 0.02 * things.box.h * size
    return size, middle - things.box.center.x * size, foot - things.box.bottom * size
