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
    that take the prompt, `options` are given with it. `listed`: one tensor a prompt, of its own length, instead of a
    padded batch.
    """

    gives: Mapping[str, int] = field(default_factory=lambda: {"prompt_embeds": 0})
    prompts: tuple[str, ...] = ("prompt",)
    options: Mapping[str, object] = field(default_factory=dict)
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """One architecture of diffusers.

    `pipelines` are the only classes that a checkpoint may name; `multiple` is what sides must be multiples of, in px;
    `guidance` the argument that weighs the prompt, above `unguided` a second pass with the negative prompt is made;
    `encoding` the form of its text embeddings, None where pipelines must read the text themselves, with the pictures
    or with words of their own around it; `tokens` how much of a prompt is read; `image_pixels` the area beyond which
    its pipelines shrink a picture they start from.
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
    references: int = 0  # how many pictures the modes take that look at some
    reference: str = "image"  # the argument that takes them
    nesting: Literal["one", "list", "lists"] = "list"  # how: one alone, a list, a list for each of its adapters
    masked_reference: str | None = None  # the argument of the inpaint mode that takes one, None = takes none
    area: str | None = None  # the argument that must be told width x height, lest it draws at a size of its own
    call: Mapping[str, object] = field(default_factory=dict)  # said with every call
    at_steps: Mapping[int, Mapping[str, object]] = field(default_factory=dict)  # said with calls of so many steps
    unused: tuple[str, ...] = ()  # components that are neither fetched nor loaded
    ip_adapter: object | None = None  # how strong an IP-Adapter works on which blocks, None = it has none


_ALONE = {"do_classifier_free_guidance": False}  # the negative prompt is encoded by itself
_QWEN = Encoding({"prompt_embeds": 0, "prompt_embeds_mask": 1})
_FLUX = Encoding({"prompt_embeds": 0, "pooled_prompt_embeds": 1}, ("prompt", "prompt_2"))
_SDXL = Encoding({"prompt_embeds": 0, "pooled_prompt_embeds": 2}, ("prompt", "prompt_2"), _ALONE)
_SD3 = Encoding({"prompt_embeds": 0, "pooled_prompt_embeds": 2}, ("prompt", "prompt_2", "prompt_3"), _ALONE)
_CHROMA = Encoding({"prompt_embeds": 0, "prompt_attention_mask": 2}, options=_ALONE)
_EXACT = {"use_resolution_binning": False}
_NEVER = 1e9  # guidance is fed to the network: there is no second pass

FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Family(
            "z-image",
            {"text": "ZImagePipeline", "image": "ZImageImg2ImgPipeline", "inpaint": "ZImageInpaintPipeline"},
            16, "guidance_scale", 0.0, Encoding(options=_ALONE, listed=True), 500,
        ),
        Family(
            "flux2-klein",
            {"text": "Flux2KleinPipeline", "image": "Flux2KleinInpaintPipeline", "inpaint": "Flux2KleinInpaintPipeline",
             "reference": "Flux2KleinPipeline", "edit": "Flux2KleinPipeline"},
            16, "guidance_scale", 1.0, Encoding(), 500, negative=False, image_pixels=1024 * 1024,
            references=4, masked_reference="image_reference",
        ),
        Family(
            "flux2",
            {"text": "Flux2Pipeline", "reference": "Flux2Pipeline", "edit": "Flux2Pipeline"},
            16, "guidance_scale", _NEVER, Encoding(), 500, negative=False, references=6,
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
        Family(
            "sdxl-style",
            {"style": "StableDiffusionXLPipeline"},
            8, "guidance_scale", 1.0, _SDXL, 77,
            references=4, reference="ip_adapter_image", nesting="lists",
            ip_adapter={"up": {"block_0": [0.0, 1.0, 0.0]}},  # style and no layout (InstantStyle, 2404.02733)
        ),
        Family(
            "sd3",
            {"text": "StableDiffusion3Pipeline", "image": "StableDiffusion3Img2ImgPipeline",
             "inpaint": "StableDiffusion3InpaintPipeline"},
            16, "guidance_scale", 1.0, _SD3, 256,
        ),
        Family(
            "chroma",
            {"text": "ChromaPipeline", "image": "ChromaImg2ImgPipeline"},  # its inpainting is broken in diffusers 0.42
            16, "guidance_scale", 1.0, _CHROMA, 512,
        ),
        Family("sana", {"text": "SanaPipeline"}, 32, "guidance_scale", 1.0, None, 300, call=_EXACT),
        Family(
            "sana-sprint",
            {"text": "SanaSprintPipeline", "image": "SanaSprintImg2ImgPipeline"},
            32, "guidance_scale", _NEVER, None, 300, negative=False,
            call={**_EXACT, "intermediate_timesteps": None}, at_steps={2: {"intermediate_timesteps": 1.3}},
        ),
        Family("lumina2", {"text": "Lumina2Pipeline"}, 16, "guidance_scale", 1.0, None, 256),
        Family(
            "ernie-image",
            {"text": "ErnieImagePipeline"},
            16, "guidance_scale", 1.0, Encoding(listed=True), 2048,
            unused=("pe", "pe_tokenizer"),
        ),
        Family("ovis-image", {"text": "OvisImagePipeline"}, 16, "guidance_scale", 1.0, Encoding(options=_ALONE), 256,
               call={"negative_prompt": None}),
    )
}  # fmt: skip


def family(name: str) -> Family:
    """The family of a name; raises Invalid naming the known ones."""
    if name not in FAMILIES:
        raise Invalid(f"unknown family {name!r}; known: {', '.join(FAMILIES)}", field="registry")
    return FAMILIES[name]
