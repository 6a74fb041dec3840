"""A new picture after a prompt and a picture, from almost the picture (strength 0) to hardly like it (1).

Up to `_KEPT` the picture itself is changed: its seasons and light, its hand, with less detail the more strength. Up to
`_MOVED` its subject stays and the place around it is drawn anew, in the light and layout of the old one. Beyond, the
subject too is the prompt's, standing where the old one stood, as large and in its colours, which wane last. At no
strength are two pictures faded into each other: what is blended lies on the same shapes.
Pictures of ours go another way (`reimagine_scene.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouache.engines.base import Context, Image
from gouache.engines.composer.color import rgb
from gouache.engines.composer.engine import Composer, Draft
from gouache.engines.composer.finish import regrade
from gouache.engines.composer.looks import Look, Medium, choose
from gouache.engines.composer.parse import parse
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.editor.backdrop import scenery, standing
from gouache.engines.editor.carry import between, colors_of, toned
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.inpaint import lettered
from gouache.engines.editor.left_out import left_out
from gouache.engines.editor.patches import Floats
from gouache.engines.editor.poisson import membrane
from gouache.engines.editor.retrace import in_hand, retraced
from gouache.engines.editor.sketch import WIDTHS, sketched
from gouache.engines.editor.source import Given
from gouache.engines.editor.subject import box_of, coverage, sure
from gouache.engines.editor.things import moved, things_of
from gouache.engines.editor.traits import Traits, measure
from gouache.engines.editor.treat import only_treatments, treated, treatments
from gouache.engines.editor.wish import composed, of_something, style_alone, told, wish
from gouache.operations import Generate, ImageToImage

_KEPT, _MOVED = 0.45, 0.62  # strengths up to which the picture, and then its subject, are kept
_DETAIL = (36, 16, 7)  # colours of the redrawn picture at strength 0, at `_KEPT`, and at 1 when it is all that changes
_FULL = 0.2  # strength from which the asked hand is all there
_CARRIED = (0.95, 0.35)  # how far a new picture's colours are the old one's, just beyond `_MOVED` and at strength 1
_PLAIN = frozenset({"illustration", "realistic", "flat"})  # hands that a picture already is in
_SHAPES = 0.02  # the same where the place begins to be the prompt's: the old one's masses still show
_PAPER = 226  # levels; lighter is bare paper
_LAYOUT = 0.07  # of the longer side; what is carried over is blurred this much: light and masses, no outlines


@dataclass(frozen=True, slots=True)
class _Basis:
    """What all pictures of a request start from."""

    given: Pixels
    subject: Pixels
    traits: Traits
    treatments: tuple[str, ...]
    whole: bool  # the prompt asks for a change of the whole picture and for nothing new in it


def image_to_image(operation: ImageToImage, given: Given, context: Context) -> Draw:
    """The picture after the prompt, at the size of the given one."""
    basis = _basis(operation, given)

    def draw(seed: int) -> Image:
        made = report(operation, seed, "", given.notes)
        asked = wish(operation, given.width, given.height, basis.traits.flat)
        look = choose(asked, parse(of_something(asked.prompt) if basis.whole else asked.prompt))
        made.style = look.name
        image = Image(given.width, given.height, made)
        if basis.whole or operation.strength <= _KEPT:
            _changed(image, operation, basis, look, seed)
        elif operation.strength <= _MOVED and box_of(coverage(basis.subject)) is not None:
            _moved(image, operation, basis, look, seed)
        else:
            _new(image, operation, basis, asked, seed)
            return image
        whole = basis.whole or operation.strength <= _KEPT
        image.report.ignored.extend(left_out(operation, "picture" if whole else "place"))
        if operation.background and whole and box_of(coverage(basis.subject)) is None:
            image.report.ignored.append("background: no subject stands out from the picture's own")
        if image.pixels is not None:
            image.pixels = _promised(image.pixels, operation, basis, seed)
        image.exact = basis.traits.flat or bool(operation.palette or operation.background)
        return image

    return draw


def _basis(operation: ImageToImage, given: Given) -> _Basis:
    subject = sure(given.pixels, operation.image)
    changes = treatments(operation.prompt)
    whole = style_alone(operation.prompt) or only_treatments(operation.prompt)
    return _Basis(given.pixels, subject, measure(given.pixels), changes, whole)


def _share(strength: float) -> float:
    """How far a change goes that is whole at `_KEPT`, 0..1."""
    return min(1.0, strength / _KEPT)


def _changed(image: Image, operation: ImageToImage, basis: _Basis, look: Look, seed: int) -> None:
    """The picture itself in another season, light or hand."""
    strength = operation.strength
    amount = strength**0.7 if basis.whole else _share(strength) ** 0.7
    base = treated(basis.given, coverage(basis.subject), basis.treatments, amount, seed)
    if operation.strength == 0 and operation.format != "svg":
        image.pixels = basis.given
        return
    if basis.treatments:
        image.report.resolved.append(f"the whole picture -> {', '.join(basis.treatments)}")
    if look.name in _PLAIN and look.medium is not Medium.VECTOR and operation.format != "svg":
        image.pixels = _toned(base, operation, basis, seed) if not basis.whole else _abstracted(base, strength)
        return
    made, svg = _redrawn(base, operation, basis, look, seed)
    image.report.resolved.append(f"the picture, redrawn in {look.name}")
    if operation.format == "svg":
        image.svg = svg
    image.pixels = made if svg and operation.format == "svg" else _aligned(base, made, strength / _FULL)


def _redrawn(base: Pixels, operation: ImageToImage, basis: _Basis, look: Look, seed: int) -> tuple[Pixels, str | None]:
    """The picture in another hand: fine at small strengths, in ever broader masses with more."""
    strength = operation.strength
    if look.name in WIDTHS and not basis.traits.flat:
        svg = sketched(base, look.name, strength)
        return rendered(svg, base.shape[1], base.shape[0]), svg
    colors = round(float(np.interp(strength, (0, _KEPT, 1), _DETAIL)))
    if not basis.whole:
        base = _toned(base, operation, basis, seed, 0.6)
    subject = np.dstack([base[..., :3], basis.subject[..., 3]])
    return in_hand(retraced(base, subject, colors, max(0.0, 1 - strength / _KEPT)), look, seed)


def _aligned(base: Pixels, made: Pixels, way: float) -> Pixels:
    """The picture gives way to its own redrawing: both have the same outlines, so that nothing doubles."""
    share = np.maximum(min(1.0, 0.25 + 0.75 * way), _margin(made) * min(1.0, 2 * way))[..., None]
    mixed = base[..., :3].astype(np.float32) * (1 - share) + made[..., :3].astype(np.float32) * share
    out = base.copy()
    out[..., :3] = np.rint(mixed)
    return out


def _margin(made: Pixels) -> Floats:
    """Bare paper around a painting, 0..1: nothing of the picture is seen there."""
    pale = (made[..., :3].min(axis=2) > _PAPER).astype(np.uint8)
    _, parts = cv2.connectedComponents(cv2.copyMakeBorder(pale, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1))
    outer = (parts == parts[0, 0])[1:-1, 1:-1].astype(np.float32)
    deep = 0.1 * min(made.shape[:2])
    rows, columns = np.arange(made.shape[0])[:, None], np.arange(made.shape[1])[None, :]
    near = np.minimum(np.minimum(rows, rows[::-1]), np.minimum(columns, columns[:, ::-1])) < deep
    return np.asarray(cv2.GaussianBlur(outer * near, (0, 0), 1.0))


def _abstracted(base: Pixels, strength: float) -> Pixels:
    """Fine detail let go with strength, edges kept (a bilateral filter)."""
    if strength < 0.15:
        return base
    rgb_ = np.ascontiguousarray(base[..., :3])
    soft = cv2.bilateralFilter(rgb_, 0, 18 + 60 * strength, 1 + 3.5 * strength)
    out = base.copy()
    out[..., :3] = soft
    return out


def _toned(base: Pixels, operation: ImageToImage, basis: _Basis, seed: int, most: float = 1.0) -> Pixels:
    """The picture on its way to the tones of the prompt's own picture."""
    share = _share(operation.strength) ** 0.7 * most
    asked = wish(operation, 384, max(64, round(384 * base.shape[0] / base.shape[1])), basis.traits.flat, text=False)
    goal = _pixels_of(Composer().finish(asked, composed(asked, seed)))
    out = toned(base, goal, 0.55 * share)
    return _abstracted(out, operation.strength)


def _moved(image: Image, operation: ImageToImage, basis: _Basis, look: Look, seed: int) -> None:
    """The subject in the prompt's place, which takes over light and masses of the old one."""
    stage = (operation.strength - _KEPT) / (_MOVED - _KEPT)
    alpha = coverage(basis.subject)
    page = scenery(operation, basis.given.shape, alpha, basis.traits, seed, image.report, bare=True)
    if not operation.background:
        reach = _SHAPES + (_LAYOUT - _SHAPES) * stage
        photo = look.medium is Medium.PHOTO
        amount = 0.95 - 0.5 * stage if photo else 0.6 - 0.35 * stage
        page = carried(page, _place_of(basis) if photo else basis.given, amount, photo, reach)
    base = basis.subject
    if look.name in WIDTHS and not basis.traits.flat:
        lines = rendered(sketched(basis.given, look.name, operation.strength), base.shape[1], base.shape[0])
        base = np.dstack([lines[..., :3], base[..., 3]])
    elif look.name not in _PLAIN or operation.format == "svg":
        base = _rehanded(base, look, stage, seed)
    else:
        base = np.dstack([_treated_subject(operation, basis, 1 - 0.6 * stage, seed), base[..., 3]])
    image.pixels = standing(base, page, basis.traits, bool(operation.background))
    image.report.resolved.append("the subject kept, its place drawn anew")


def _treated_subject(operation: ImageToImage, basis: _Basis, amount: float, seed: int) -> Pixels:
    """The picture in the season, light and tones that it had got when only it was changed, RGB; less and less so."""
    last = operation.model_copy(update={"strength": _KEPT})
    base = treated(basis.given, coverage(basis.subject), basis.treatments, 1.0, seed)
    changed = _toned(base, last, basis, seed)[..., :3].astype(np.float32)
    plain = basis.subject[..., :3].astype(np.float32)
    return np.asarray(np.rint(plain + (changed - plain) * amount), np.uint8)


def _place_of(basis: _Basis) -> Pixels:
    """The picture with its subject smoothed away."""
    hole = cv2.dilate(coverage(basis.subject), np.ones((9, 9), np.uint8)) > 0.02
    if hole.all():
        return basis.given
    out = basis.given.copy()
    smooth = membrane(np.ascontiguousarray(basis.given[..., :3], np.float32), hole)
    out[..., :3] = np.clip(np.rint(smooth), 0, 255)
    return out


def _rehanded(subject: Pixels, look: Look, stage: float, seed: int) -> Pixels:
    """The cut-out subject in another hand."""
    picture = retraced(subject, subject, round(18 - 8 * stage))
    made, _ = in_hand(picture, look, seed)
    out = subject.copy()
    out[..., :3] = made[..., :3]
    return out


def carried(page: Pixels, old: Pixels, amount: float, photo: bool, reach: float = _LAYOUT) -> Pixels:
    """The page in the light and masses of an old picture; drawings take over its overall tone alone.

    What is smaller than `reach`, a share of the longer side, is the page's own.
    """
    reach *= max(page.shape[:2])
    if not photo:
        step = (old[..., :3].mean(axis=(0, 1)) - page[..., :3].mean(axis=(0, 1))) * (0.4 * amount)
        out = page.copy()
        out[..., :3] = np.clip(np.rint(page[..., :3] + step), 0, 255)
        return out
    low = cv2.GaussianBlur(page[..., :3].astype(np.float32), (0, 0), reach)
    there = cv2.GaussianBlur(old[..., :3].astype(np.float32), (0, 0), reach)
    out = page.copy()
    out[..., :3] = np.clip(np.rint(page[..., :3] + (there - low) * amount), 0, 255)
    return out


def _new(image: Image, operation: ImageToImage, basis: _Basis, asked: Generate, seed: int) -> None:
    """The prompt's own picture, its things where the old subject is, in the old light; less and less so."""
    stage = float(np.clip((operation.strength - _MOVED) / (1 - _MOVED), 0, 1))
    draft = composed(asked, seed)
    told(image.report, draft)
    draft.composition.picture = _where(draft, coverage(basis.subject), 1 - stage)
    if not operation.palette and operation.profile is None:
        draft.composition.picture = _in_old_colors(draft, basis, _CARRIED[0] + (_CARRIED[1] - _CARRIED[0]) * stage)
    made = Composer().finish(asked, draft)
    image.report.resolved.append("drawn anew after the prompt, laid out like the picture")
    if operation.format == "svg" and made.svg is not None:
        image.svg = made.svg
        return
    page = _pixels_of(made)
    if not operation.palette and not operation.background:
        photo = draft.look.medium is Medium.PHOTO
        page = carried(page, _place_of(basis), 0.25 + 0.45 * (1 - stage), photo) if photo else page
    image.pixels, image.exact = page, made.exact


def _in_old_colors(draft: Draft, basis: _Basis, amount: float) -> Picture:
    """The composition in the colours of the old subject and place; what the prompt gives a colour keeps that."""
    picture, alpha = draft.composition.picture, coverage(basis.subject)
    found = things_of(draft)
    chosen = {e.id for e in found.elements} if found else set()
    old = (colors_of(basis.given, alpha), colors_of(basis.given, 1 - alpha))
    goals = (old[0] or old[1], old[1] or old[0])
    named = {node.id for node in draft.composition.scene.nodes if node.colors}
    kept = {e.id for e in picture.elements if e.node in named}
    return between(picture, chosen, goals, (amount, amount), kept)


def _where(draft: Draft, alpha: Floats, amount: float) -> Picture:
    """The composition with its things brought towards the place of the old subject."""
    picture, things, box = draft.composition.picture, things_of(draft), box_of(alpha)
    if things is None or box is None or amount <= 0:
        return picture
    width, height = box[2] - box[0], box[3] - box[1]
    fit = float(np.clip(min(width / things.box.w, height / things.box.h), 0.35, 1.6))
    scale = 1 + (fit - 1) * amount
    goal = (box[0] + width / 2, float(box[3]))
    x = things.box.center.x + (goal[0] - things.box.center.x) * amount - things.box.center.x * scale
    y = things.box.bottom + (goal[1] - things.box.bottom) * amount - things.box.bottom * scale
    chosen = {element.id for element in things.elements}
    elements = [moved(e, scale, x, y) if e.id in chosen else e for e in picture.elements]
    return replace(picture, elements=elements)


def _pixels_of(image: Image) -> Pixels:
    return image.pixels if image.pixels is not None else rendered(image.svg or "", image.width, image.height)


def _promised(pixels: Pixels, operation: ImageToImage, basis: _Basis, seed: int) -> Pixels:
    """Wished colours, ground and words on pixels that the composer did not finish."""
    if operation.background and (basis.whole or operation.strength <= _KEPT) and box_of(coverage(basis.subject)):
        ground = np.full_like(pixels, 255)
        ground[..., :3] = rgb(operation.background)
        subject = np.dstack([pixels[..., :3], basis.subject[..., 3]])
        pixels = standing(subject, ground, basis.traits, exact=True)
    if operation.palette:
        pixels = regrade(pixels, tuple(one.color for one in operation.palette))
    everywhere = np.ones(pixels.shape[:2], bool)
    return lettered(pixels, operation, everywhere, basis.traits.flat, seed)
