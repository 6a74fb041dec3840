"""A new background behind what is there: where a mask says so, or behind the subject that is found."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from gouache.engines.base import Context, Image, Report
from gouache.engines.composer.color import rgb
from gouache.engines.composer.engine import Composer, Draft
from gouache.engines.composer.parse import parse
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.scene import Shot
from gouache.engines.editor import source
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.grain import grain_of
from gouache.engines.editor.inpaint import lettered, words_within
from gouache.engines.editor.left_out import left_out, words_left_out
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.editor.place import calmed, settled
from gouache.engines.editor.source import Given
from gouache.engines.editor.subject import box_of, coverage, cutout
from gouache.engines.editor.things import fitted, moved, things_of
from gouache.engines.editor.traits import Traits, measure
from gouache.engines.editor.wish import composed, place_words, told, wish
from gouache.errors import Invalid
from gouache.operations import Drawn, GenerateBackground, ReplaceBackground

_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})
_FLOOR = 0.985  # of the height; a subject that reaches farther down is cut by the page and stands on nothing
_MATCH = 0.28  # how far a subject's light goes towards that of its new place
_CHROMA = 0.5  # of that for colour
_MOST = 0.6  # of the page; a mask with a larger box is the background of the whole picture
_LEAST_VIEW = 24  # px
_LEAST_PAGE = 512  # px; smaller pages are composed at this size and shrunk: light and lens want room
_PLACE_TONE, _THINGS_TONE = 0.4, 0.75  # how far a new part goes towards the tones around it; a place has its own
_DARK = 80  # levels; a bluish picture that is darker on the whole shows a night
_ROOMY = 0.92  # of the largest size that things have in the mask


def generate_background(operation: GenerateBackground, given: Given, context: Context) -> Draw:
    """The prompt's place where the mask is white, behind everything else, which keeps every pixel."""
    marked = source.mask(operation.mask, context, given)
    traits = measure(given.pixels, ~marked if not marked.all() else None)
    traits = replace(traits, grain=grain_of(given.pixels, ~marked))
    kept = (~marked).astype(np.float32)

    def draw(seed: int) -> Image:
        made = report(operation, seed, "", given.notes)
        rows, columns = window(marked)
        view, hole = given.pixels[rows, columns], marked[rows, columns]
        hour = _hour(operation.prompt, given.pixels, marked, traits, made)
        bare = operation.model_copy(update={"text_layout": ()})
        page = scenery(bare, view.shape, kept[rows, columns], traits, seed, made, within=hole, hour=hour)
        if not operation.background:
            strength = _PLACE_TONE if parse(operation.prompt).setting else _THINGS_TONE
            page = grounded(page, kept[rows, columns], traits)
            if not traits.flat:
                page[..., :3] = np.rint(calmed(page[..., :3].astype(np.float32), given.pixels[~marked]))
            page = blended(page, view, hole, traits, seed, strength)
        pixels = given.pixels.copy()
        pixels[rows, columns][hole] = page[hole]
        pixels = lettered(pixels, operation, marked, traits.flat, seed)
        made.ignored.extend(left_out(operation, "place"))
        made.ignored.extend(words_left_out(operation, words_within(operation, marked)))
        return Image(given.width, given.height, made, pixels=pixels, exact=True)

    return draw


def window(marked: Flags) -> tuple[slice, slice]:
    """The part of the page that a place is composed for: the mask's box, or all when that is most of the page."""
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    height, width = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    if height * width > _MOST * marked.size or min(height, width) < _LEAST_VIEW:
        return slice(0, marked.shape[0]), slice(0, marked.shape[1])
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _hour(prompt: str, pixels: Pixels, marked: Flags, traits: Traits, made: Report) -> str:
    """Words for the time of day that the kept part of a photograph shows, where the prompt names none."""
    scene = parse(prompt)
    if traits.flat or marked.all() or scene.time or scene.weather:
        return ""
    red, green, blue = pixels[~marked][:, :3].mean(axis=0)
    if 0.3 * red + 0.6 * green + 0.1 * blue > _DARK or blue < red + 8:
        return ""
    made.resolved.append("time of day -> night, as in the picture")
    return " at night"


def blended(page: Pixels, view: Pixels, marked: Flags, traits: Traits, seed: int, strength: float) -> Pixels:
    """A place at home in a photograph; drawings keep their exact colours."""
    if traits.flat or marked.all() or float((view[..., 3] < 255).mean()) > 0:
        return page
    out = page.copy()
    out[..., :3] = np.clip(
        np.rint(settled(page[..., :3].astype(np.float32), view, marked, traits, seed, strength)), 0, 255
    )
    return out


def replace_background(operation: ReplaceBackground, given: Given, context: Context) -> Draw:
    """The subject of the picture, cut out, in the prompt's place and in its light."""
    subject = cutout(given.pixels, operation.image)
    alpha = coverage(subject)
    if box_of(alpha) is None:
        raise Invalid("no subject was found in the picture, so there is no background to replace", field="image")
    traits = measure(given.pixels)

    def draw(seed: int) -> Image:
        made = report(operation, seed, "", given.notes)
        page = scenery(operation, given.pixels.shape, alpha, traits, seed, made)
        if not operation.prompt.strip():  # a flat ground is not composed
            page = lettered(page, operation, np.ones(page.shape[:2], bool), traits.flat, seed)
        made.ignored.extend(left_out(operation, "place"))
        exact = bool(operation.background)
        pixels = standing(subject, page, traits, exact)
        return Image(given.width, given.height, made, pixels=pixels, exact=traits.flat or exact)

    return draw


def standing(subject: Pixels, page: Pixels, traits: Traits, exact: bool = False) -> Pixels:
    """A cut-out subject in a place: in its light, with a shadow where it stands; on an `exact` ground untouched."""
    alpha, front = coverage(subject), subject[..., :3].astype(np.float32)
    if not exact:
        front = front if traits.flat else relit(front, alpha, page)
        page = grounded(page, alpha, traits)
    share = alpha[..., None]
    out = page.copy()
    out[..., :3] = np.clip(np.rint(page[..., :3] * (1 - share) + front * share), 0, 255)
    out[..., 3] = 255
    return out


def scenery(
    operation: Drawn, shape: tuple[int, ...], kept: Floats, traits: Traits, seed: int, made: Report,
    bare: bool = False, within: Flags | None = None, hour: str = "",
) -> Pixels:  # fmt: skip
    """The prompt's place on a page of this shape, its things beside what is `kept` and not behind it.

    A `bare` place has no things: what is kept stands for them. `within` marks where things are seen at all,
    `hour` is said after the prompt.
    """
    height, width = shape[:2]
    if operation.background and not operation.prompt.strip():
        return np.full((height, width, 4), (*rgb(operation.background), 255), np.uint8)
    grow = max(1.0, _LEAST_PAGE / min(width, height))
    size = (round(width * grow), round(height * grow))
    asked = wish(operation, *size, traits.flat, prompt=place_words(operation.prompt) + hour)
    draft = composed(asked, seed)
    made.style = draft.look.name
    told(made, draft)
    draft.composition.picture = emptied(draft) if bare else _arranged(draft, kept, within)
    image = Composer().finish(asked, draft)
    seen = image.pixels if image.pixels is not None else rendered(image.svg or "", image.width, image.height)
    if seen.shape[:2] == (height, width):
        return seen
    return np.asarray(cv2.resize(seen, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _arranged(draft: Draft, kept: Floats, within: Flags | None) -> Picture:
    """The things where they are seen: beside what is kept, or fitted into the part of the page that is new."""
    picture, things = draft.composition.picture, things_of(draft)
    room = None if within is None else cv2.resize(within.astype(np.float32), (picture.width, picture.height)) > 0.5
    if room is None or things is None or not room.any() or draft.composition.scene.shot not in _SCENES:
        return aside(draft, kept)
    if room.mean() > 0.97:
        return picture
    scale, x, y = fitted(things, picture, room)
    around = things.box.center.x * scale + x, things.box.bottom * scale + y
    ease = min(1.0, _ROOMY, 1 / scale)
    shift = (scale * ease, around[0] - things.box.center.x * scale * ease, around[1] - things.box.bottom * scale * ease)
    chosen = {element.id for element in things.elements}
    return replace(picture, elements=[_shifted(e, chosen, shift) for e in picture.elements])


def aside(draft: Draft, kept: Floats) -> Picture:
    """The composition with its things moved to the wider side of what is kept, smaller where there is little room."""
    picture = draft.composition.picture
    things, box = things_of(draft), box_of(cv2.resize(kept, (picture.width, picture.height)))
    if things is None or box is None or draft.composition.scene.shot not in _SCENES:
        return picture
    left, right = float(box[0]), float(picture.width - box[2])
    room = max(left, right, 0.3 * picture.width)
    scale = min(0.85, 0.92 * room / things.box.w)
    x = (left - things.box.w * scale) / 2 if left > right else picture.width - (right + things.box.w * scale) / 2
    x = max(-0.25 * things.box.w * scale, min(x, picture.width - 0.75 * things.box.w * scale))
    shift = (scale, x - things.box.x * scale, things.box.bottom - things.box.bottom * scale)
    chosen = {element.id for element in things.elements}
    return replace(picture, elements=[_shifted(e, chosen, shift) for e in picture.elements])


def emptied(draft: Draft) -> Picture:
    """The composition without its things."""
    picture, things = draft.composition.picture, things_of(draft)
    chosen = {element.id for element in things.elements} if things else set()
    return replace(picture, elements=[e for e in picture.elements if e.id not in chosen])


def _shifted(element: Element, chosen: set[str], shift: tuple[float, float, float]) -> Element:
    return moved(element, *shift) if element.id in chosen and element.role is not Role.TEXT else element


def relit(front: Floats, alpha: Floats, page: Pixels) -> Floats:
    """The subject a step towards the light of its place, most of all at its rim (light wrap)."""
    inside = alpha > 0.5
    there = page[..., :3].astype(np.float32)
    goal, own = there.mean(axis=(0, 1)), front[inside].mean(axis=0)
    luma = np.array([0.299, 0.587, 0.114], np.float32)
    ratio = float(np.clip(((goal @ luma) + 24) / ((own @ luma) + 24), 0.3, 1.5))
    level = ratio ** (_MATCH if ratio > 1 else 2 * _MATCH)
    tint = (goal / max(1.0, float(goal @ luma))) ** (_MATCH * _CHROMA)
    lit = front * level * (tint / max(1e-3, float(tint @ luma)))
    reach = max(2.0, 0.008 * min(alpha.shape))
    size = 2 * round(0.03 * min(alpha.shape)) + 1
    whole = cv2.morphologyEx(alpha, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    around = cv2.GaussianBlur(there * (1 - whole)[..., None], (0, 0), reach * 2)
    wrap = cv2.GaussianBlur(1 - whole, (0, 0), reach)[..., None] * 0.22
    return np.asarray(np.clip(lit * (1 - wrap * 0.5) + around * wrap, 0, 255))


def grounded(page: Pixels, alpha: Floats, traits: Traits) -> Pixels:
    """The place with the shadow of what stands in it; nothing when it is cut by the lower edge of the page."""
    box = box_of(alpha)
    height, width = alpha.shape
    if box is None or box[3] >= _FLOOR * height or box[3] < 0.45 * height:
        return page
    shade = shadow(alpha, box, traits)
    out = page.copy()
    out[..., :3] = np.rint(page[..., :3] * (1 - shade[..., None]))
    return out


def shadow(alpha: Floats, box: tuple[int, int, int, int], traits: Traits) -> Floats:
    """A contact shadow under the feet and a wide soft one on the ground, leaning away from the light; 0..1."""
    height, width = alpha.shape
    wide, tall = box[2] - box[0], box[3] - box[1]
    feet = alpha[max(0, box[3] - max(4, tall // 16)) : box[3]].max(axis=0)
    contact, pool = np.zeros_like(alpha), np.zeros_like(alpha)
    depth = max(3, round(0.03 * wide))
    contact[max(0, box[3] - depth) : box[3] + depth // 3] = feet
    lean = round(-traits.key[0] * 0.16 * wide)
    body = np.roll(alpha[box[1] : box[3]].mean(axis=0), lean)
    pool[max(0, box[3] - 2 * depth) : box[3] + depth] = np.clip(body * 1.6, 0, 1)
    near = cv2.GaussianBlur(contact, (0, 0), sigmaX=depth * 0.8, sigmaY=depth * 0.4)
    far = cv2.GaussianBlur(pool, (0, 0), sigmaX=depth * 3.0, sigmaY=depth * 1.1)
    return np.asarray(np.clip(near * 0.55 + far * 0.45, 0, 0.8))
