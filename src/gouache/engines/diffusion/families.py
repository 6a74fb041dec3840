"""The architectures: which pipelines may be loaded, and what they call their arguments. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gouache.engines.diffusion.registry import Mode
from gouache.errors import Invalid

Encoding = Literal["list", "fixed", "masked", "pooled", "pooled_pair"]


@dataclass(frozen=True, slots=True)
class Family:
    """One architecture of diffusers.

    `pipelines` are the only classes that a checkpoint may name; `multiple` is what sides must be multiples of, in px;
    `guidance` the argument that weighs the prompt, above `unguided` a second pass with the negative prompt is made;
    `encoding` the form of its text embeddings (embeddings.py), `tokens` how much of a prompt is read; `image_pixels`
    the area beyond which its pipelines shrink a picture they start from.
    """

    name: str
    pipelines: Mapping[Mode, str]
    multiple: int
    guidance: str
    unguided: float
    encoding: Encoding
    tokens: int
    negative: bool = True
    skip_fp8: tuple[str, ...] = ()  # parts of the transformer that suffer in 8 bits
    image_pixels: int | None = None
    step_cache: bool = False  # whether diffusers' step caches run on it


FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Family(
            "z-image",
            {"text": "ZImagePipeline", "image": "ZImageImg2ImgPipeline", "inpaint": "ZImageInpaintPipeline"},
            16, "guidance_scale", 0.0, "list", 500,
        ),
        Family(
            "flux2-klein",
            {"text": "Flux2KleinPipeline", "image": "Flux2KleinInpaintPipeline", "inpaint": "Flux2KleinInpaintPipeline",
             "reference": "Flux2KleinPipeline"},
            16, "guidance_scale", 1.0, "fixed", 500, negative=False, image_pixels=1024 * 1024,
        ),
        Family(
            "flux",
            {"text": "FluxPipeline", "image": "FluxImg2ImgPipeline", "inpaint": "FluxInpaintPipeline"},
            16, "guidance_scale", 1e9, "pooled", 512, negative=False, step_cache=True,
        ),
        Family(
            "qwen-image",
            {"text": "QwenImagePipeline", "image": "QwenImageImg2ImgPipeline", "inpaint": "QwenImageInpaintPipeline"},
            16, "true_cfg_scale", 1.0, "masked", 1024, skip_fp8=("img_mlp",), step_cache=True,
        ),
        Family(
            "sdxl",
            {"text": "StableDiffusionXLPipeline", "image": "StableDiffusionXLImg2ImgPipeline",
             "inpaint": "StableDiffusionXLInpaintPipeline"},
            8, "guidance_scale", 1.0, "pooled_pair", 77,
        ),
    )
}  # fmt: skip


def family(name: str) -> Family:
    """The family of a name; raises Invalid naming the known ones."""
    if name not in FAMILIES:
        raise Invalid(f"unknown family {name!r}; known: {', '.join(FAMILIES)}", field="registry")
    return FAMILIES[name]
