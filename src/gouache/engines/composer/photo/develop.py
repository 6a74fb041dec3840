"""The whole photograph: place, shadows, bodies, effects, lens, lettering."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.art import pack
from gouache.engines.composer.photo.backdrop import backdrop
from gouache.engines.composer.photo.bodies import Body, body
from gouache.engines.composer.photo.camera import Floats, linear
from gouache.engines.composer.photo.lens import expose
from gouache.engines.composer.photo.shadows import sink, stands, throw
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Pixels, render_roles
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Scene

NOTE = "realistic_image -> a lit 3D look in a photographic setting (no photograph)"


def photograph(picture: Picture, scene: Scene, seed: int) -> Pixels:
    """The picture as a camera might have seen it, RGBA uint8 (height, width, 4)."""
    rng = stream(seed, "photo")
    nodes = {node.id: node for node in scene.nodes}
    place = backdrop(picture, pack(), rng)
    page = place.light.copy()
    bodies = [
        (element, lit)
        for element in picture.pick({Role.SUBJECT, Role.PROP})
        if (lit := body(picture, element, nodes.get(element.node or ""), place)) is not None
    ]
    for element, lit in bodies:
        if place.grounded and stands(picture, element):
            throw(page, lit, place.key)
    for element, lit in bodies:
        _over(page, sink(lit, place.cover, rng.randrange(1 << 30)) if stands(picture, element) else lit)
    _overlay(page, picture, {Role.LIGHT}, soften=1.2)
    print_ = expose(page, rng.randrange(1 << 30))
    _letter(print_, picture)
    flat = np.rint(print_ * 255).astype(np.uint8)
    return np.dstack([flat, np.full(flat.shape[:2], 255, np.uint8)])


def _over(page: Floats, lit: Body) -> None:
    height, width = lit.alpha.shape
    there = page[lit.y : lit.y + height, lit.x : lit.x + width]
    cover = lit.alpha[..., None]
    there[:] = there * (1 - cover) + lit.light * cover


def _overlay(page: Floats, picture: Picture, roles: set[Role], soften: float) -> None:
    if not picture.pick(roles):
        return
    drawn = render_roles(picture, roles).astype(np.float32) / 255
    cover = cv2.GaussianBlur(drawn[..., 3], (0, 0), soften)[..., None]
    page[:] = page * (1 - cover) + linear(drawn[..., :3]) * cover


def _letter(print_: Floats, picture: Picture) -> None:
    """Loose lettering goes on last, untouched by lens and film."""
    if picture.pick({Role.TEXT}):
        drawn = render_roles(picture, {Role.TEXT}).astype(np.float32) / 255
        cover = drawn[..., 3:]
        print_[:] = print_ * (1 - cover) + drawn[..., :3] * cover
