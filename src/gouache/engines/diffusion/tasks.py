"""The task of every operation."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from gouache.artifacts.decode import Decoded
from gouache.engines.diffusion.maker import MOST_STEPS, Maker, cover, flat, opaque, seen
from gouache.engines.diffusion.prompts import Words, words_of
from gouache.engines.diffusion.regions import FEATHER, SEAM, Window, emptied, extended, pasted, seam, window
from gouache.engines.diffusion.registry import Mode
from gouache.engines.diffusion.sample import Pixels, Sample
from gouache.engines.diffusion.sizes import fitted, resized
from gouache.engines.diffusion.subject import before, cutout
from gouache.engines.diffusion.task import Task
from gouache.engines.diffusion.tiles import upscaled
from gouache.engines.masks import levels
from gouache.errors import Invalid, NotFound
from gouache.operations import (
    MAX_SIDE,
    CreativeUpscale,
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
)

_EMPTY = Words("empty background, seamless continuation of the surroundings, nothing else", "object, person, text")
_VARIED = "the same subject composed anew"
_DETAIL = "highly detailed, sharp focus"
_LOOKING: tuple[Mode, ...] = ("reference", "style")
_VARIATION = 0.7  # strength
_CREATIVE = 0.35
_LEAST_DRAWN = 1 / MOST_STEPS  # a smaller strength draws nothing


def _generate(maker: Maker, operation: Generate, seed: int) -> Task:
    width, height = operation.width, operation.height
    looking: Mode = next((mode for mode in _LOOKING if mode in maker.checkpoint.modes), "text")
    style = maker.shown(operation, looking)
    if not style.pictures and "text" not in maker.checkpoint.modes:
        raise NotFound("the style's reference pictures are no longer kept: make the style again", field="style_id")
    size = maker.legal_size(width, height, image=False)
    sample = maker.sample(
        looking if style.pictures else "text", words_of(operation, manner=style.manner), size.width,
        size.height, seed, references=seen(style.pictures, maker),
    )  # fmt: skip
    notes = [*style.approximated, *size.note(width, height)]
    return Task((sample,), lambda made: opaque(fitted(made[0], width, height)), style.resolved, notes)


def _image_to_image(maker: Maker, operation: ImageToImage, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    if "image" not in maker.checkpoint.modes and operation.strength >= _LEAST_DRAWN:
        return _edited(maker, operation, decoded, seed)
    style = maker.shown(operation, "image")
    task = _redrawn(maker, decoded, words_of(operation), seed, operation.strength, *decoded.pixels.shape[1::-1])
    return replace(task, approximated=[*style.approximated, *task.approximated])


def _edited(maker: Maker, operation: ImageToImage, decoded: Decoded, seed: int) -> Task:
    """The prompt followed as an instruction about the picture, by a model that was taught to."""
    height, width = decoded.pixels.shape[:2]
    style = maker.shown(operation, "edit", taken=1)
    size = maker.legal_size(width, height, image=False)
    sample = maker.sample(
        "edit", words_of(operation, manner=style.manner), size.width, size.height, seed,
        references=seen((decoded.pixels, *style.pictures), maker),
    )  # fmt: skip
    told = f"strength {operation.strength:g}: {maker.checkpoint.name} changes what the prompt says, by no strength"
    notes = [*decoded.notes, told, *style.approximated, *size.note(width, height)]
    return Task((sample,), lambda made: opaque(fitted(made[0], width, height)), style.resolved, notes)


def _variate(maker: Maker, operation: Variate, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    made_by = (operation.image.made_by or {}).get("prompt", "")
    words = Words(". ".join(filter(None, (str(made_by), _VARIED))), "")
    width, height = operation.width, operation.height
    if "reference" not in maker.checkpoint.modes:
        cropped = Decoded(fitted(decoded.pixels, width, height), decoded.media_type, None, decoded.notes)
        return _redrawn(maker, cropped, words, seed, _VARIATION, width, height)
    size = maker.legal_size(width, height, image=False)
    sample = maker.sample("reference", words, size.width, size.height, seed, references=seen((decoded.pixels,), maker))
    notes = [*decoded.notes, *size.note(width, height)]
    return Task((sample,), lambda made: opaque(fitted(made[0], width, height)), approximated=notes)


def _redrawn(maker: Maker, decoded: Decoded, words: Words, seed: int, strength: float, width: int, height: int) -> Task:
    """The picture drawn over with a strength; with almost none it is returned as it is."""
    if strength < _LEAST_DRAWN:
        notes = [*decoded.notes, f"strength {strength:g}: nothing to draw anew"]
        return Task((), lambda _made: fitted(decoded.pixels, width, height), approximated=notes)
    size = maker.legal_size(width, height)
    sample = maker.sample(
        "image", words, size.width, size.height, seed,
        image=cover(flat(decoded.pixels), size.width, size.height), strength=strength, steps=maker.steps(strength),
    )  # fmt: skip
    notes = [*decoded.notes, *size.note(width, height)]
    return Task((sample,), lambda made: opaque(fitted(made[0], width, height)), approximated=notes)


def _inpaint(maker: Maker, operation: Inpaint | GenerateBackground, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    mask, notes = _mask(maker, operation.mask, decoded)
    return _styled_fill(maker, operation, decoded.pixels, mask, seed, [*decoded.notes, *notes])


def _erase(maker: Maker, operation: EraseRegion, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    mask, notes = _mask(maker, operation.mask, decoded)
    cleared = emptied(decoded.pixels, mask)  # a model that looks at the picture would keep what it sees
    return _filled(maker, cleared, mask, _EMPTY, seed, [*decoded.notes, *notes])


def _replace_background(maker: Maker, operation: ReplaceBackground, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    subject = cutout(operation.image, maker.context)
    mask = np.where(subject[..., 3] >= 128, 0, 255).astype(np.uint8)
    if not mask.any():
        raise Invalid("no background was found in the picture", field="image")
    whole = Window(0, 0, mask.shape[1], mask.shape[0])
    task = _styled_fill(maker, operation, decoded.pixels, mask, seed, list(decoded.notes), whole)
    return replace(task, assemble=lambda made: before(subject, made[0]))


def _outpaint(maker: Maker, operation: Outpaint, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    sides = (operation.left, operation.top, operation.right, operation.bottom)
    canvas, new = extended(decoded.pixels, *sides, operation.zoom_out)
    if not new.any():
        raise Invalid("nothing to add: left, right, top, bottom and zoom_out are all 0", field="left")
    if max(canvas.shape[:2]) > 2 * MAX_SIDE:
        raise Invalid(f"at most {2 * MAX_SIDE} px a side come out", field="left")
    whole = Window(0, 0, canvas.shape[1], canvas.shape[0])
    return _styled_fill(maker, operation, canvas, seam(new), seed, list(decoded.notes), whole, SEAM)


def _styled_fill(
    maker: Maker, operation: Drawn, picture: Pixels, mask: Pixels, seed: int, notes: list[str],
    part: Window | None = None, feather: float = FEATHER,
) -> Task:  # fmt: skip
    """Draw the prompt where the mask is 255, in the operation's own style."""
    style = maker.shown(operation, "inpaint")
    words = words_of(operation, _instruction(maker, operation), style.manner)
    references = seen(style.pictures, maker)
    notes = [*notes, *style.approximated]
    task = _filled(maker, picture, mask, words, seed, notes, part, feather, references)
    return replace(task, resolved=[*style.resolved, *task.resolved])


def _instruction(maker: Maker, operation: Drawn) -> str | None:
    """What a model is told that was taught to follow instructions; None = the prompt as it is."""
    if "edit" not in maker.checkpoint.modes or not isinstance(operation, ReplaceBackground | GenerateBackground):
        return None
    return f"replace the background with {operation.prompt.strip().rstrip('.')}, keep the subject exactly as it is"


def _filled(
    maker: Maker, picture: Pixels, mask: Pixels, words: Words, seed: int, notes: list[str],
    part: Window | None = None, feather: float = FEATHER, references: tuple[Pixels, ...] = (),
) -> Task:  # fmt: skip
    """Draw where the mask is 255, in a window around it."""
    part = part or window(mask)
    if part is None:
        raise Invalid("the mask marks nothing: white is where to draw", field="mask")
    size = maker.legal_size(part.width, part.height)
    sample = maker.sample(
        "inpaint", words, size.width, size.height, seed, steps=maker.steps(1.0), strength=1.0,
        image=resized(flat(part.of(picture)), size.width, size.height),
        mask=_resized_mask(part.of(mask), size.width, size.height), references=references,
    )  # fmt: skip
    if (size.width, size.height) != (part.width, part.height):
        notes = [*notes, f"{part.width}x{part.height} px around the mask drawn at {size.width}x{size.height}"]
    return Task((sample,), lambda made: pasted(picture, made[0], mask, part, feather), approximated=notes)


def _creative_upscale(maker: Maker, operation: CreativeUpscale, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    height, width = decoded.pixels.shape[:2]
    factor = math.sqrt(operation.megapixels * 2**20 / (width * height)) if operation.megapixels else operation.factor
    wide, high = round(width * max(1.0, factor)), round(height * max(1.0, factor))
    if max(wide, high) > 2 * MAX_SIDE:
        raise Invalid(f"{wide}x{high} px: at most {2 * MAX_SIDE} px a side come out", field="factor")
    told = str((operation.image.made_by or {}).get("prompt", ""))
    words = Words(". ".join(filter(None, (told, _DETAIL))), "blur, noise, artefacts")
    large = resized(decoded.pixels, wide, high)

    def tile(pixels: Pixels) -> Sample:
        rows, columns = pixels.shape[:2]
        return maker.sample(
            "image", words, columns, rows, seed, image=flat(pixels), strength=_CREATIVE, steps=maker.steps(_CREATIVE)
        )

    side = maker.legal_size(1024, 1024).width
    samples, assemble = upscaled(large, side, maker.kind.multiple, tile)
    return Task(samples, assemble, [f"{len(samples)} tiles"], list(decoded.notes))


def _mask(maker: Maker, source: Source, decoded: Decoded) -> tuple[Pixels, list[str]]:
    """255 where the mask is white, brought to the picture's size."""
    marked = np.where(levels(source, maker.context) >= 128, 255, 0).astype(np.uint8)
    height, width = decoded.pixels.shape[:2]
    if marked.shape == (height, width):
        return marked, []
    note = f"the mask was resized from {marked.shape[1]}x{marked.shape[0]} to {width}x{height}"
    return _resized_mask(marked, width, height), [note]


def _resized_mask(mask: Pixels, width: int, height: int) -> Pixels:
    return np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


_MAKERS: dict[type[Operation], Callable[[Maker, Any, int], Task]] = {
    Generate: _generate, ImageToImage: _image_to_image, Variate: _variate, Inpaint: _inpaint,
    GenerateBackground: _inpaint, EraseRegion: _erase, ReplaceBackground: _replace_background, Outpaint: _outpaint,
    CreativeUpscale: _creative_upscale,
}  # fmt: skip


def task_of(maker: Maker, operation: Operation, seed: int) -> Task:
    """The task of one picture; raises Invalid for pictures that cannot be read and masks that mark nothing."""
    return _MAKERS[type(operation)](maker, operation, seed)
