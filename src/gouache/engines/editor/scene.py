"""Edits in the scene of a picture of ours: elements taken out, put in, and set in another place."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from gouache.engines.base import Context, Image
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.looks import Medium
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.restyle import VECTOR
from gouache.engines.composer.restyle.trace import outline
from gouache.engines.composer.svg import document
from gouache.engines.editor import source
from gouache.engines.editor.backdrop import aside
from gouache.engines.editor.draft import NAME, VERSION
from gouache.engines.editor.inpaint import letters_of, words_within
from gouache.engines.editor.left_out import left_out, words_left_out
from gouache.engines.editor.markup import uploaded
from gouache.engines.editor.own import Own, asked_of, fresh_prefix, in_colors, merged, recomposed, stored, told_to, view
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.editor.reimagine_scene import in_colors_of, reimagined
from gouache.engines.editor.source import Given
from gouache.engines.editor.things import fitted, moved, things_of
from gouache.engines.editor.widen import widened
from gouache.engines.editor.wish import composed, place_words
from gouache.engines.masks import levels
from gouache.operations import (
    Drawn,
    EraseRegion,
    Generate,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    ReplaceBackground,
    Source,
    Variate,
    picture_seed,
)  # fmt: skip

_MEASURE = 320  # px of the longer side
_MOSTLY = 0.5  # of an element that must lie in the mask for it to go
_WHOLE_PAGE = 0.6  # of the page; elements of the place that cover this much carry the picture
_PLACE = frozenset({Role.BACKGROUND, Role.MIDDLE, Role.GROUND, Role.FOREGROUND, Role.LIGHT})
_BEHIND = frozenset({Role.BACKGROUND, Role.MIDDLE, Role.GROUND})
_OWN_COLORS = (0.35, 0.8)  # how far the colours of a variation's things and place are those of the picture
_OTHER_SEED = 0x5851F42D


def own_of(given: Source, context: Context) -> Own | None:
    """The scene of a picture of ours, after all edits that were made in it; None for pictures without one."""
    found = stored(given)
    if found is None and given.made_by is None and given.media_type == "image/svg+xml":
        return uploaded(context.read(given))
    return edited(*found, context) if found else None


def edited(operation: Operation, position: int, context: Context) -> Own | None:
    """The scene that one picture of an operation shows; None where only pixels tell."""
    if isinstance(operation, Generate):
        return recomposed(operation, position)
    seed = picture_seed(operation.seed, position)
    given = getattr(operation, "image", None)
    own = own_of(given, context) if isinstance(given, Source) else None
    return changed(operation, own, seed, context) if own else None


def changed(operation: Operation, own: Own, seed: int, context: Context) -> Own | None:
    """A scene after one more operation; None when it is none of the scene's business."""
    if isinstance(operation, ImageToImage):
        return reimagined(operation, own, seed)
    if isinstance(operation, Drawn) and not _in_hand(operation, own):
        return None
    if isinstance(operation, EraseRegion):
        return _erased(own, _marked(operation.mask, own, context), {*Role})
    if isinstance(operation, Inpaint):
        return _inpainted(operation, own, _marked(operation.mask, own, context), seed)
    if isinstance(operation, ReplaceBackground):
        return _replaced(operation, own, seed, None)
    if isinstance(operation, GenerateBackground):
        return _replaced(operation, own, seed, _marked(operation.mask, own, context))
    if isinstance(operation, Outpaint):
        return widened(operation, own, seed)
    return _varied(operation, own, seed) if isinstance(operation, Variate) else None


def _in_hand(operation: Drawn, own: Own) -> bool:
    """Whether the operation asks for the scene's own hand, colours and all."""
    if operation.style == "any" and operation.profile is None:
        return True
    same = operation.model_dump(include={"style", "substyle", "profile"})
    return same == own.asked.model_dump(include={"style", "substyle", "profile"})


def _marked(mask: Source, own: Own, context: Context) -> Flags:
    """The mask at the size for measuring, by the page of the scene."""
    page = own.picture
    flat = levels(mask, context)
    scale = _MEASURE / max(page.width, page.height)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    found: Flags = cv2.resize(flat, size, interpolation=cv2.INTER_AREA) > source.WHITE
    return found


def _covers(picture: Picture, mask: Flags) -> list[Floats]:
    """The coverage of every element, at the mask's size."""
    height, width = mask.shape
    shown = [pixels(view(picture, element, width, height), width, height) for element in picture.elements]
    return [one[..., 3].astype(np.float32) / 255 for one in shown]


def _erased(own: Own, mask: Flags, roles: set[Role]) -> Own | None:
    """The scene without what lies mostly in the mask; None when nothing does."""
    picture = own.picture
    covers = _covers(picture, mask)
    gone: set[int] = set()
    for members in instances(picture.elements):
        solid = [n for n in members if picture.elements[n].role is not Role.SHADOW] or members
        seen = np.max([covers[n] for n in solid], axis=0)
        if picture.elements[solid[0]].role in roles and _goes(seen, mask, picture.elements[solid[0]].role):
            gone |= set(members)
    if not gone:
        return None
    return own.changed(replace(picture, elements=[e for n, e in enumerate(picture.elements) if n not in gone]))


def instances(elements: list[Element]) -> list[list[int]]:
    """Numbers of elements that are one thing: a cat with its hat and shadow, but not the second cat."""
    groups: list[list[int]] = []
    for number, element in enumerate(elements):
        same = [g for g in groups if element.node and any(_joined(element, elements[other]) for other in g)]
        joined = [number, *(n for g in same for n in g)]
        groups = [g for g in groups if g not in same] + [sorted(joined)]
    return groups


def _joined(one: Element, other: Element) -> bool:
    if one.node != other.node:
        return False
    if Role.SHADOW in (one.role, other.role):
        share = min(one.box.right, other.box.right) - max(one.box.x, other.box.x)
        return share > 0.6 * min(one.box.w, other.box.w)
    return one.box.overlap(other.box) > 0.5 * max(1.0, min(one.box.area, other.box.area))


def _goes(seen: Floats, mask: Flags, role: Role) -> bool:
    total = float(seen.sum())
    if total < 2 or (role in _BEHIND and total > _WHOLE_PAGE * mask.size):
        return False
    return float(seen[mask].sum()) / total > _MOSTLY


def _inpainted(operation: Inpaint, own: Own, mask: Flags, seed: int) -> Own:
    """New things in the mask in place of those that stood there; a place is clipped to the mask."""
    rid = _erased(own, mask, {Role.SUBJECT, Role.PROP, Role.TEXT, Role.MIDDLE, Role.FOREGROUND}) or own
    picture, prefix = rid.picture, fresh_prefix(rid.picture)
    asked = asked_of(operation, own, picture.width, picture.height)
    draft = composed(asked.model_copy(update={"text_layout": ()}), seed)
    there, things = draft.composition.picture, things_of(draft)
    grow = picture.width / mask.shape[1]
    if things is None:
        placed = [_clipped(e, f"{prefix}-clip") for e in there.elements]
        extra = f'<clipPath id="{prefix}-clip"><path transform="scale({grow:.5g})" d="{outline(mask)}"/></clipPath>'
    else:
        scale, dx, dy = fitted(things, there, mask)
        there = in_colors(
            there, [moved(e, scale * grow, dx * grow, dy * grow) for e in things.elements], operation, asked
        )
        placed, extra = there.elements, ""
    new, defs = merged(picture, [*placed, *letters_of(operation, asked, seed)], there.defs, prefix)
    nodes = [replace(node, id=f"{prefix}-{node.id}") for node in draft.composition.scene.nodes]
    rid.draft.composition.scene.nodes.extend(nodes)
    told_to(rid.draft, draft)
    bare = operation.model_copy(update={"profile": None})  # the scene is finished in it
    told = rid.draft.composition.report
    told.ignored.extend(left_out(bare, "place" if things is None else "things"))
    told.ignored.extend(words_left_out(operation, words_within(operation, mask)))
    if operation.background:
        told.ignored.append("background: the scene keeps its own behind what is put in")
    return rid.changed(_inserted(replace(picture, defs=defs + extra), new, behind=things is None))


def _clipped(element: Element, clip: str) -> Element:
    role = Role.MIDDLE if element.role is Role.BACKGROUND else element.role
    return replace(element, markup=f'<g clip-path="url(#{clip})">{element.markup}</g>', role=role)


def _inserted(picture: Picture, new: list[Element], behind: bool) -> Picture:
    """New elements above the subjects (or, `behind`, under them), beneath foreground, light and letters."""
    over = {Role.FOREGROUND, Role.LIGHT, Role.TEXT} | ({Role.SUBJECT, Role.PROP, Role.SHADOW} if behind else set())
    last = max((n for n, e in enumerate(picture.elements) if e.role not in over), default=-1)
    return replace(picture, elements=[*picture.elements[: last + 1], *new, *picture.elements[last + 1 :]])


def _replaced(operation: Drawn, own: Own, seed: int, mask: Flags | None) -> Own:
    """The scene's things in the prompt's place; with a mask only what lies in it goes."""
    picture = own.picture
    words = place_words(operation.prompt)
    draft = composed(asked_of(operation, own, picture.width, picture.height, words), seed)
    kept = _kept(picture, mask)
    small = (_MEASURE, max(1, round(_MEASURE * picture.height / picture.width)))
    cover = pixels(document(replace(picture, elements=kept)), *small)[..., 3].astype(np.float32) / 255
    draft.composition.picture = aside(draft, cover)
    new = draft.composition.picture
    own_things = [e for e in new.elements if e.role not in (Role.FOREGROUND, Role.LIGHT, Role.TEXT)]
    over = [e for e in new.elements if e.role in (Role.FOREGROUND, Role.LIGHT, Role.TEXT)]
    renamed, defs = merged(picture, [*own_things, *over], new.defs, fresh_prefix(picture))
    behind, front = renamed[: len(own_things)], renamed[len(own_things) :]
    scene = draft.composition.scene
    scene.nodes.extend(own.draft.composition.scene.nodes)
    made = replace(
        new, defs=defs, elements=[*behind, *kept, *front], palette=picture.palette, title=picture.title,
        background=operation.background or new.background,
    )  # fmt: skip
    colors = operation.palette or own.asked.palette
    asked = own.asked.model_copy(update={"background": operation.background, "palette": colors})
    return Own(asked, replace(own.draft, composition=replace(draft.composition, picture=made, scene=scene)))


def _kept(picture: Picture, mask: Flags | None) -> list[Element]:
    things = [e for e in picture.elements if e.role not in _PLACE]
    if mask is None:
        return things
    covers = _covers(picture, mask)
    stays = {n for n, seen in enumerate(covers) if seen.sum() > 0 and seen[~mask].sum() / seen.sum() > _MOSTLY}
    whole = {n for n, seen in enumerate(covers) if seen.sum() > _WHOLE_PAGE * mask.size}
    return [
        element
        for number, element in enumerate(picture.elements)
        if number in stays and (number not in whole or element.role not in _PLACE)
    ]


def _varied(operation: Variate, own: Own, seed: int) -> Own:
    """The same words with another seed, in the same colours."""
    other = seed if seed != own.draft.seed else seed ^ _OTHER_SEED
    asked = own.asked.model_copy(update={"width": operation.width, "height": operation.height})
    draft = Composer().draft(asked, other)
    draft.composition.picture = in_colors_of(own.picture, draft, _OWN_COLORS)
    return Own(asked, draft)


def in_scene(operation: Operation, given: Given, seed: int, context: Context) -> Image | None:
    """The edited picture by way of its scene; None when there is none, or the edit is none of its business.

    Pixels are delivered unchanged outside a mask; an SVG is the whole scene.
    """
    image = getattr(operation, "image", None)
    own = own_of(image, context) if isinstance(image, Source) else None
    after = changed(operation, own, seed, context) if own else None
    if after is None:
        return None
    made = Composer().finish(after.asked, after.draft)
    made.report.engine = f"{NAME}/{VERSION}"
    made.report.seed = seed
    made.report.resolved.append("edited in its scene")
    made.report.ignored.extend(operation.notes)
    if isinstance(operation, Drawn) and own and own.draft.look.medium is Medium.PAINT and own.draft.look.name in VECTOR:
        made.report.approximated.append(f"{own.draft.look.name} -> a plain illustration, for what is new")
    mask = getattr(operation, "mask", None)
    if operation.format == "svg" or mask is None:
        return made
    marked = source.mask(mask, context, given)
    out = given.pixels.copy()
    out[marked] = _seen(made, (given.width, given.height))[marked]
    return Image(given.width, given.height, made.report, pixels=out, exact=True)


def _seen(image: Image, size: tuple[int, int]) -> Pixels:
    """The pixels of a finished picture at a size (width, height)."""
    if image.pixels is None:
        return pixels(image.svg or "", *size)
    if (image.width, image.height) == size:
        return image.pixels
    return np.asarray(cv2.resize(image.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
