"""Continuing a picture beyond its edges."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from gouache.engines.base import Context, Image, Report
from gouache.engines.composer.engine import Draft
from gouache.engines.composer.parse import parse
from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.fill import beyond
from gouache.engines.editor.inpaint import ground, lettered, onto_page, words_within
from gouache.engines.editor.left_out import left_out, words_left_out
from gouache.engines.editor.own import stored
from gouache.engines.editor.patches import Flags
from gouache.engines.editor.render import onto
from gouache.engines.editor.source import Given
from gouache.engines.editor.subject import sure
from gouache.engines.editor.things import Things, fitted, things_of
from gouache.engines.editor.traits import Traits, measure
from gouache.engines.editor.wish import colored, composed, told, wish
from gouache.errors import Invalid
from gouache.operations import MAX_SIDE, Drawn, Outpaint

_LEAST_STRIP = 0.16  # of the page's side; narrower new strips get nothing of the prompt's
_STRIP_FILL = 0.8  # of a strip that the prompt's things take


def outpaint(operation: Outpaint, given: Given, context: Context) -> Draw:
    """The picture with its surroundings continued, and the prompt's things in the new part where there is room."""
    canvas, new = widened(given.pixels, operation)
    traits = measure(given.pixels)
    if operation.background:
        plate = ground(canvas, new, operation)
    else:
        plate = beyond(canvas, new, avoid=_subject(given.pixels, operation))
    strip = widest(new)

    def draw(seed: int) -> Image:
        made = report(operation, seed, "", given.notes)
        pixels = _furnished(operation, plate, new, strip, traits, seed, made)
        pixels = lettered(pixels, operation, new, traits.flat, seed)
        made.ignored.extend(left_out(operation, "things"))
        made.ignored.extend(words_left_out(operation, words_within(operation, new)))
        return Image(pixels.shape[1], pixels.shape[0], made, pixels=pixels, exact=True)

    return draw


def _subject(pixels: Pixels, operation: Outpaint) -> Flags | None:
    """What is no part of the surroundings, on the new page: it is not repeated there."""
    found: Flags = widened(sure(pixels, operation.image), operation)[0][..., 3] > 25
    return found if found.mean() < 0.6 else None


def page_of(operation: Outpaint, width: int, height: int) -> tuple[int, int, int, int, int, int]:
    """Width and height of the new page, then left, top, width and height of the old picture on it; px.

    `zoom_out` shrinks the old picture about the middle of its own place. Raises Invalid when the page is too large.
    """
    wide, high = operation.left + width + operation.right, operation.top + height + operation.bottom
    if max(wide, high) > MAX_SIDE:
        raise Invalid(f"the new picture would be {wide} x {high} px; at most {MAX_SIDE} px a side", field="size")
    kept = 1 - operation.zoom_out / 100
    w, h = max(1, round(width * kept)), max(1, round(height * kept))
    return wide, high, operation.left + (width - w) // 2, operation.top + (height - h) // 2, w, h


def widened(pixels: Pixels, operation: Outpaint) -> tuple[Pixels, Flags]:
    """The picture on its new page, and what is new there."""
    height, width = pixels.shape[:2]
    wide, high, x, y, w, h = page_of(operation, width, height)
    shown = pixels if (w, h) == (width, height) else cv2.resize(pixels, (w, h), interpolation=cv2.INTER_AREA)
    canvas, new = np.zeros((high, wide, 4), np.uint8), np.ones((high, wide), bool)
    canvas[y : y + h, x : x + w], new[y : y + h, x : x + w] = shown, False
    return canvas, new


def widest(new: Flags) -> Flags | None:
    """The largest rectangle of new page beside the old picture; None when all are too narrow for a thing."""
    height, width = new.shape
    if not new.any() or new.all():
        return None
    rows, columns = np.flatnonzero(~new.all(axis=1)), np.flatnonzero(~new.all(axis=0))
    strips = (
        (slice(0, height), slice(0, columns[0])), (slice(0, height), slice(columns[-1] + 1, width)),
        (slice(rows[-1] + 1, height), slice(0, width)), (slice(0, rows[0]), slice(0, width)),
    )  # fmt: skip
    sizes = [(min((s[0].stop - s[0].start) / height, (s[1].stop - s[1].start) / width), s) for s in strips]
    share, strip = max(sizes, key=lambda one: one[0])
    if share < _LEAST_STRIP:
        return None
    mask = np.zeros_like(new)
    mask[strip] = True
    return mask


def _new_things(draft: Draft, operation: Outpaint) -> Things | None:
    """The prompt's things, less those that a picture of ours is known to show already."""
    found = stored(operation.image)
    asked = found[0] if found else None
    shown = {node.concept for node in parse(asked.prompt).nodes} if isinstance(asked, Drawn) else set()
    scene, picture = draft.composition.scene, draft.composition.picture
    old = {node.id for node in scene.nodes if node.concept in shown}
    draft.composition.picture = replace(picture, elements=[e for e in picture.elements if e.node not in old])
    return things_of(draft)


def _furnished(
    operation: Outpaint, plate: Pixels, new: Flags, strip: Flags | None, traits: Traits, seed: int, made: Report
) -> Pixels:
    """The plate with the prompt's things in the widest new strip."""
    height, width = plate.shape[:2]
    asked = wish(operation, min(width, 1024), min(height, 1024), traits.flat, text=False)
    draft = composed(asked, seed)
    made.style = draft.look.name
    told(made, draft)
    things = _new_things(draft, operation)
    if things is None:
        made.approximated.append("the prompt's place -> the picture's own, continued from its edges")
        return plate
    if strip is None:
        made.ignored.append("the prompt's things: the new margins are too narrow for them")
        return plate
    picture = draft.composition.picture
    scale, dx, dy = fitted(things, picture, strip)
    middle = things.box.center.x * scale, things.box.bottom * scale
    fit = (scale * _STRIP_FILL, dx + middle[0] * (1 - _STRIP_FILL), dy + middle[1] * (1 - _STRIP_FILL))
    laid = onto_page(plate, new, picture, things.elements, fit)
    return onto(plate, colored(laid, asked), draft, traits, new, seed)
