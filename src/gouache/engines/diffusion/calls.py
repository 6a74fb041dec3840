"""A sample in the words of its family's pipelines: their arguments, but for the texts' tensors. No torch here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from gouache.engines.diffusion.families import Family
from gouache.engines.diffusion.sample import Pixels, Sample


def arguments_of(kind: Family, sample: Sample) -> dict[str, Any]:
    """Size, steps, guidance and pictures, by the argument that takes them."""
    area = {kind.area: sample.width * sample.height} if kind.area else {}
    return {
        **kind.call,
        **kind.at_steps.get(sample.steps, {}),
        **area,
        **_pictures(kind, sample),
        "height": sample.height,
        "width": sample.width,
        "num_inference_steps": sample.steps,
        kind.guidance: sample.guidance,
    }


def texts_of(kind: Family, samples: Sequence[Sample]) -> dict[str, Any]:
    """The prompts as words, for families whose pipelines read them themselves."""
    texts = {"prompt": [sample.prompt or " " for sample in samples]}
    if second_pass(kind, samples[0].guidance):
        texts["negative_prompt"] = [sample.negative or " " for sample in samples]
    return texts


def second_pass(kind: Family, guidance: float) -> bool:
    """Whether the network is run once more at each step, with the negative prompt."""
    return kind.negative and guidance > kind.unguided


def _pictures(kind: Family, sample: Sample) -> dict[str, Any]:
    """What a pipeline starts from, and what it looks at."""
    if sample.mode == "text":
        return {}
    references = [Image.fromarray(picture) for picture in sample.references]
    if sample.mode in ("reference", "edit", "style"):
        return {kind.reference: {"one": references[0], "list": references, "lists": [references]}[kind.nesting]}
    assert sample.image is not None
    made: dict[str, Any] = {"image": Image.fromarray(sample.image), "strength": sample.strength}
    if "Inpaint" in kind.pipelines[sample.mode]:
        made["mask_image"] = Image.fromarray(_whole(sample.image) if sample.mask is None else sample.mask)
    if kind.masked_reference and references:
        made[kind.masked_reference] = references[0]
    return made


def _whole(picture: Pixels) -> Pixels:
    return np.full(picture.shape[:2], 255, np.uint8)
