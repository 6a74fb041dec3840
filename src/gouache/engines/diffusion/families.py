"""The architectures: which pipelines may be loaded, and what they call their arguments. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gouache.engines.diffusion.registry import Mode
from gouache.errors import Invalid


@dataclass(frozen=True, slots=True)
class Encoding:
    """How pipelines of a family turn a prompt into tensors (embeddings.py).

    `gives` says where in what `encode_prompt` returns each argument of the pipeline lies; `prompts` are the arguments
    that take the prompt, `options` are given with it, `borrowed` too, with the values that the pipeline's own call has
    for them. `listed`: one tensor a prompt, of its own length, instead of a padded batch.
    """

    gives: Mapping[str, int] = field(default_factory=lambda: {"prompt_embeds": 0})
    prompts: tuple[str, ...] = ("prompt",)
    options: Mapping[str, object] = field(default_factory=dict)
    borrowed: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """One architecture of diffusers.

    `pipelines` are the only classes that a checkpoint may name; `multiple` is what sides must be multiples of, in px;
    `guidance` the argument that weighs the prompt, above `unguided` a second pass with the negative prompt is made;
    `encoding` the form of its text embeddings, None where the text is read together with the pictures; `tokens` how
    much of a prompt is read; `image_pixels` the area beyond which its pipelines shrink a picture they start from.
    """

    name: str
    pipelines: Mapping[Mode, str]
    multiple: int
    guidance: str
    unguided: float
    encoding: Encoding | None
    tokens: int
    negative: bool = True
    skip_fp8: tuple[str, ...] = ()  # parts of the transformer that suffer in 8 bits
    image_pixels: int | None = None
    step_cache: bool = False  # whether diffusers' step caches run on it
    references: int = 0  # how many pictures the reference and edit modes take
    reference: str = "image"  # the argument that takes them
    nesting: Literal["one", "list", "lists"] = "list"  # how: one alone, a list, a list for each of its adapters
    masked_reference: str | None = None  # the argument of the inpaint mode that takes one, None = takes none
    area: str | None = None  # the argument that must be told width x height, lest it draws at a size of its own
    call: Mapping[str, object] = field(default_factory=dict)  # said with every call


_GUIDED = {"do_classifier_free_guidance": False}
_ATTENDED = {"prompt_embeds": 0, "prompt_attention_mask": 1}
_QWEN = Encoding({"prompt_embeds": 0, "prompt_embeds_mask": 1})
_FLUX = Encoding({"prompt_embeds": 0, "pooled_prompt_embeds": 1}, ("prompt", "prompt_2"))
_SDXL = Encoding({"prompt_embeds": 0, "pooled_prompt_embeds": 2}, ("prompt", "prompt_2"), _GUIDED)
_NEVER = 1e9  # guidance is fed to the network: there is no second pass

FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Family(
            "z-image",
            {"text": "ZImagePipeline", "image": "ZImageImg2ImgPipeline", "inpaint": "ZImageInpaintPipeline"},
            16, "guidance_scale", 0.0, Encoding(options=_GUIDED, listed=True), 500,
        ),
        Family(
            "flux2-klein",
            {"text": "Flux2KleinPipeline", "image": "Flux2KleinInpaintPipeline", "inpaint": "Flux2KleinInpaintPipeline",
             "reference": "Flux2KleinPipeline", "edit": "Flux2KleinPipeline"},
            16, "guidance_scale", 1.0, Encoding(), 500, negative=False, image_pixels=1024 * 1024,
            references=4, masked_reference="image_reference",
        ),
        Family(
            "flux",
            {"text": "FluxPipeline", "image": "FluxImg2ImgPipeline", "inpaint": "FluxInpaintPipeline"},
            16, "guidance_scale", _NEVER, _FLUX, 512, negative=False, step_cache=True,
        ),
        Family(
            "flux-kontext",
            {"edit": "FluxKontextPipeline", "reference": "FluxKontextPipeline",
             "inpaint": "FluxKontextInpaintPipeline"},
            16, "guidance_scale", _NEVER, _FLUX, 512, negative=False, step_cache=True,
            references=1, nesting="one", masked_reference="image_reference", area="max_area",
        ),
        Family(
            "qwen-image",
            {"text": "QwenImagePipeline", "image": "QwenImageImg2ImgPipeline", "inpaint": "QwenImageInpaintPipeline"},
            16, "true_cfg_scale", 1.0, _QWEN, 1024, skip_fp8=("img_mlp",), step_cache=True,
        ),
        Family(
            "qwen-image-edit",
            {"edit": "QwenImageEditPlusPipeline", "reference": "QwenImageEditPlusPipeline",
             "inpaint": "QwenImageEditInpaintPipeline"},
            32, "true_cfg_scale", 1.0, None, 1024, skip_fp8=("img_mlp",), step_cache=True,
            image_pixels=1024 * 1024, references=3,
        ),
        Family(
            "sdxl",
            {"text": "StableDiffusionXLPipeline", "image": "StableDiffusionXLImg2ImgPipeline",
             "inpaint": "StableDiffusionXLInpaintPipeline"},
            8, "guidance_scale", 1.0, _SDXL, 77,
        ),
    )
}  # fmt: skip


def family(name: str) -> Family:
    """The family of a name; raises Invalid naming the known ones."""
    if name not in FAMILIES:
        raise Invalid(f"unknown family {name!r}; known: {', '.join(FAMILIES)}", field="registry")
    return FAMILIES[name]
