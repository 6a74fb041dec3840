"""The task of every operation."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from gouache.artifacts.decode import Decoded, decode
from gouache.engines.base import Context
from gouache.engines.diffusion.families import Family, family
from gouache.engines.diffusion.prompts import Words, words_of
from gouache.engines.diffusion.regions import FEATHER, SEAM, Window, extended, pasted, seam, window
from gouache.engines.diffusion.registry import Checkpoint, Mode
from gouache.engines.diffusion.sample import Pixels, Sample
from gouache.engines.diffusion.sizes import fitted, legal, resized
from gouache.engines.diffusion.subject import before, cutout
from gouache.engines.diffusion.task import Task
from gouache.engines.diffusion.tiles import upscaled
from gouache.engines.masks import levels
from gouache.errors import Invalid
from gouache.operations import (
    MAX_SIDE,
    CreativeUpscale,
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
_VARIATION = 0.7  # strength
_CREATIVE = 0.35
_MOST_STEPS = 100
_LEAST_DRAWN = 1 / _MOST_STEPS  # a smaller strength draws nothing


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes tasks for one checkpoint; `read` brings pictures."""

    checkpoint: Checkpoint
    context: Context

    @property
    def kind(self) -> Family:
        return family(self.checkpoint.family)

    def task(self, operation: Operation, seed: int) -> Task:
        """The task of one picture; raises Invalid for pictures that cannot be read and masks that mark nothing."""
        return _MAKERS[type(operation)](self, operation, seed)

    def picture(self, source: Source, field: str = "image") -> Decoded:
        return decode(self.context.read(source), field)

    def sample(self, mode: Mode, words: Words, width: int, height: int, seed: int, **more: Any) -> Sample:
        """A sample with the checkpoint's own steps and guidance."""
        values = {"steps": self.checkpoint.steps, "guidance": self.checkpoint.guidance} | more
        return Sample(self.checkpoint.name, mode, words.prompt, width, height, seed, negative=words.negative, **values)

    def legal_size(self, width: int, height: int, image: bool = True) -> Any:
        return legal(width, height, self.checkpoint, self.kind.multiple, self.kind.image_pixels if image else None)

    def steps(self, strength: float) -> int:
        """Steps to ask for, so that a picture begun at `strength` still gets enough of them.

        Pipelines run steps x strength: a distilled model needs all of its few, an undistilled one at least one.
        """
        own = self.checkpoint.steps
        asked = math.ceil(own / strength) if own <= 12 else max(own, math.ceil(1 / strength))
        return min(_MOST_STEPS, asked)


def _generate(maker: Maker, operation: Generate, seed: int) -> Task:
    width, height = operation.width, operation.height
    size = maker.legal_size(width, height, image=False)
    sample = maker.sample("text", words_of(operation), size.width, size.height, seed)
    return Task((sample,), lambda made: _opaque(fitted(made[0], width, height)), approximated=size.note(width, height))


def _image_to_image(maker: Maker, operation: ImageToImage, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    return _redrawn(maker, decoded, words_of(operation), seed, operation.strength, *decoded.pixels.shape[1::-1])


def _variate(maker: Maker, operation: Variate, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    made_by = (operation.image.made_by or {}).get("prompt", "")
    words = Words(". ".join(filter(None, (str(made_by), _VARIED))), "")
    width, height = operation.width, operation.height
    if "reference" not in maker.checkpoint.modes:
        cropped = Decoded(fitted(decoded.pixels, width, height), decoded.media_type, None, decoded.notes)
        return _redrawn(maker, cropped, words, seed, _VARIATION, width, height)
    size = maker.legal_size(width, height)
    sample = maker.sample(
        "reference", words, size.width, size.height, seed, references=(_flat(_within(decoded.pixels, maker)),)
    )
    notes = [*decoded.notes, *size.note(width, height)]
    return Task((sample,), lambda made: _opaque(fitted(made[0], width, height)), approximated=notes)


def _redrawn(maker: Maker, decoded: Decoded, words: Words, seed: int, strength: float, width: int, height: int) -> Task:
    """The picture drawn over with a strength; with almost none it is returned as it is."""
    if strength < _LEAST_DRAWN:
        notes = [*decoded.notes, f"strength {strength:g}: nothing to draw anew"]
        return Task((), lambda _made: fitted(decoded.pixels, width, height), approximated=notes)
    size = maker.legal_size(width, height)
    sample = maker.sample(
        "image", words, size.width, size.height, seed,
        image=_cover(_flat(decoded.pixels), size.width, size.height), strength=strength, steps=maker.steps(strength),
    )  # fmt: skip
    notes = [*decoded.notes, *size.note(width, height)]
    return Task((sample,), lambda made: _opaque(fitted(made[0], width, height)), approximated=notes)


def _inpaint(maker: Maker, operation: Inpaint | GenerateBackground, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    mask, notes = _mask(maker, operation.mask, decoded)
    return _filled(maker, decoded.pixels, mask, words_of(operation), seed, [*decoded.notes, *notes])


def _erase(maker: Maker, operation: EraseRegion, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    mask, notes = _mask(maker, operation.mask, decoded)
    return _filled(maker, decoded.pixels, mask, _EMPTY, seed, [*decoded.notes, *notes])


def _replace_background(maker: Maker, operation: ReplaceBackground, seed: int) -> Task:
    decoded = maker.picture(operation.image)
    subject = cutout(operation.image, maker.context)
    mask = np.where(subject[..., 3] >= 128, 0, 255).astype(np.uint8)
    if not mask.any():
        raise Invalid("no background was found in the picture", field="image")
    whole = Window(0, 0, mask.shape[1], mask.shape[0])
    task = _filled(maker, decoded.pixels, mask, words_of(operation), seed, list(decoded.notes), whole)
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
    return _filled(maker, canvas, seam(new), words_of(operation), seed, list(decoded.notes), whole, SEAM)


def _filled(
    maker: Maker, picture: Pixels, mask: Pixels, words: Words, seed: int, notes: list[str],
    part: Window | None = None, feather: float = FEATHER,
) -> Task:  # fmt: skip
    """Draw where the mask is 255, in a window around it."""
    part = part or window(mask)
    if part is None:
        raise Invalid("the mask marks nothing: white is where to draw", field="mask")
    size = maker.legal_size(part.width, part.height)
    sample = maker.sample(
        "inpaint", words, size.width, size.height, seed, steps=maker.steps(1.0), strength=1.0,
        image=resized(_flat(part.of(picture)), size.width, size.height),
        mask=_resized_mask(part.of(mask), size.width, size.height),
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
            "image", words, columns, rows, seed, image=_flat(pixels), strength=_CREATIVE, steps=maker.steps(_CREATIVE)
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


def _flat(pixels: Pixels) -> Pixels:
    """RGB on white."""
    if pixels.shape[2] == 3:
        return pixels
    cover = pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(np.rint(pixels[..., :3] * cover + 255 * (1 - cover)), np.uint8)


def _opaque(pixels: Pixels) -> Pixels:
    return np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)]) if pixels.shape[2] == 3 else pixels


def _cover(pixels: Pixels, width: int, height: int) -> Pixels:
    """Scaled to cover width x height, and the middle of that."""
    scale = max(width / pixels.shape[1], height / pixels.shape[0])
    grown = resized(pixels, max(width, round(pixels.shape[1] * scale)), max(height, round(pixels.shape[0] * scale)))
    return fitted(grown, width, height)


def _within(pixels: Pixels, maker: Maker) -> Pixels:
    """A reference no larger than the checkpoint's own size."""
    scale = math.sqrt(maker.checkpoint.native / (pixels.shape[0] * pixels.shape[1]))
    return pixels if scale >= 1 else resized(pixels, round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))


_MAKERS: dict[type[Operation], Callable[[Maker, Any, int], Task]] = {
    Generate: _generate, ImageToImage: _image_to_image, Variate: _variate, Inpaint: _inpaint,
    GenerateBackground: _inpaint, EraseRegion: _erase, ReplaceBackground: _replace_background, Outpaint: _outpaint,
    CreativeUpscale: _creative_upscale,
}  # fmt: skip
