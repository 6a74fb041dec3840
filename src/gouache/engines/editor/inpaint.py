"""Drawing what the prompt says where the mask is white."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gouache.engines.base import Context, Image
from gouache.engines.composer.color import rgb
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.svg import document
from gouache.engines.editor import source
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.fill import fill
from gouache.engines.editor.grain import grain_of
from gouache.engines.editor.left_out import left_out, words_left_out
from gouache.engines.editor.patches import Flags
from gouache.engines.editor.place import place
from gouache.engines.editor.render import mean_color, onto
from gouache.engines.editor.source import Given
from gouache.engines.editor.things import fitted, moved, things_of
from gouache.engines.editor.traits import measure
from gouache.engines.editor.wish import colored, composed, told, wish
from gouache.operations import Drawn, Generate, Inpaint

_LONGER = 1024  # px of the page that things are composed on
_LEFT = 0.002  # of the picture; when a mask leaves less there is nothing to draw into
_SLIMMEST = 0.4  # its narrowest shape; slimmer masks get things made for this one


def inpaint(operation: Inpaint, given: Given, context: Context) -> Draw:
    """The prompt's things in the mask, on a ground continued from around it; a place where there are no things."""
    marked = source.mask(operation.mask, context, given)
    traits = replace(measure(given.pixels, ~marked), grain=grain_of(given.pixels, ~marked))
    whole = float((~marked).mean()) < _LEFT and operation.background is None
    plate = given.pixels if whole else ground(given.pixels, marked, operation)

    def draw(seed: int) -> Image:
        asked = wish(operation, *_page(marked), traits.flat, text=False)
        draft = composed(asked, seed)
        made = report(operation, seed, draft.look.name, given.notes)
        told(made, draft)
        things = things_of(draft)
        made.ignored.extend(left_out(operation, "place" if things is None else "things"))
        if things is None or whole:
            pixels = place(operation, given.pixels, marked, traits, seed, made)
        else:
            picture = onto_page(
                plate,
                marked,
                draft.composition.picture,
                things.elements,
                fitted(things, draft.composition.picture, marked),
            )
            pixels = onto(plate, colored(picture, asked), draft, traits, marked, seed)
        pixels = lettered(pixels, operation, marked, traits.flat, seed)
        made.ignored.extend(words_left_out(operation, words_within(operation, marked)))
        return Image(given.width, given.height, made, pixels=pixels, exact=True)

    return draw


def ground(pixels: Pixels, marked: Flags, operation: Drawn, avoid: Flags | None = None) -> Pixels:
    """The picture with the mask's part continued from around it, or in the background colour that was asked for."""
    if operation.background is None:
        return fill(pixels, marked, avoid=avoid)
    out = pixels.copy()
    out[marked] = (*rgb(operation.background), 255)
    return out


def _page(marked: Flags) -> tuple[int, int]:
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    width, height = columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0]
    shape = float(np.clip(width / height, _SLIMMEST, 1 / _SLIMMEST))
    return (_LONGER, round(_LONGER / shape)) if shape >= 1 else (round(_LONGER * shape), _LONGER)


def onto_page(
    plate: Pixels, marked: Flags, picture: Picture, elements: tuple[Element, ...], fit: tuple[float, float, float]
) -> Picture:
    """The elements of a composition as a picture of the plate's size."""
    height, width = plate.shape[:2]
    moved_elements = [moved(element, *fit) for element in elements]
    return replace(
        picture, width=width, height=height, elements=moved_elements, palette=(mean_color(plate, marked),),
        background=None,
    )  # fmt: skip


def letters_of(operation: Drawn, asked: Generate, seed: int) -> list[Element]:
    """The words of `text_layout` at their places on the page of a wish."""
    if not operation.text_layout or operation.no_text:
        return []
    draft = composed(asked.model_copy(update={"text_layout": operation.text_layout}), seed)
    words = {item.text for item in operation.text_layout}
    return [e for e in draft.composition.picture.pick([Role.TEXT]) if e.text in words]


def words_within(operation: Drawn, marked: Flags) -> frozenset[str]:
    """The words of `text_layout` with at least a corner or their middle in the mask."""
    height, width = marked.shape
    found = set()
    for item in operation.text_layout:
        middle = tuple(sum(point[axis] for point in item.quad) / 4 for axis in (0, 1))
        spots = [(x + (middle[0] - x) * 0.15, y + (middle[1] - y) * 0.15) for x, y in (*item.quad, middle)]
        inside = [(int(y * height), int(x * width)) for x, y in spots if 0 <= x < 1 and 0 <= y < 1]
        if any(marked[spot] for spot in inside):
            found.add(item.text)
    return frozenset(found)


def lettered(pixels: Pixels, operation: Drawn, marked: Flags, flat: bool, seed: int) -> Pixels:
    """The pixels with the words of `text_layout` on them, inside the mask."""
    height, width = pixels.shape[:2]
    letters = letters_of(operation, wish(operation, width, height, flat, text=False), seed)
    if not letters:
        return pixels
    above = rendered(document(Picture(width, height, letters)), width, height).astype(np.float32)
    cover = above[..., 3:] / 255
    made = pixels.copy()
    made[..., :3] = np.rint(pixels[..., :3] * (1 - cover) + above[..., :3] * cover)
    made[..., 3] = np.maximum(pixels[..., 3], above[..., 3])
    out = pixels.copy()
    out[marked] = made[marked]
    return out
