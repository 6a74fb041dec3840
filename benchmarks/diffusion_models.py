"""Full-size architectures with random weights: what a picture costs, without downloading any.

Parameters are made on the device in their final type; buffers (RoPE tables) are real; weights are random, since
constant ones make a GPU run faster than it does in earnest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import diffusers as d
import torch
import transformers as t
from accelerate import init_empty_weights

_VAE = {
    "in_channels": 3, "out_channels": 3, "down_block_types": ["DownEncoderBlock2D"] * 4,
    "up_block_types": ["UpDecoderBlock2D"] * 4, "use_quant_conv": False, "use_post_quant_conv": False,
}  # fmt: skip
_KL = {
    "block_out_channels": [128, 256, 512, 512], "layers_per_block": 2, "norm_num_groups": 32, "latent_channels": 16,
    "scaling_factor": 0.3611, "shift_factor": 0.1159,
}  # fmt: skip
_SMALL = {"block_out_channels": [4] * 4, "layers_per_block": 1, "norm_num_groups": 1}


@dataclass(frozen=True, slots=True)
class Model:
    """An architecture: its family, steps and guidance, and what builds it, full size or tiny."""

    name: str
    family: str
    steps: int
    guidance: float
    build: Callable[[Model, str, torch.dtype, bool], tuple[Any, dict[str, Any]]]


def random_weights(build: Callable[[], Any], device: str, dtype: torch.dtype) -> Any:
    """A network of random weights, norms 1 and biases 0, the same ones each time."""
    with init_empty_weights(include_buffers=False):
        made = build()
    dice = torch.Generator(device).manual_seed(0)
    for module in made.modules():
        for name, parameter in list(module.named_parameters(recurse=False)):
            filled = torch.empty(parameter.shape, dtype=dtype, device=device)
            if name == "bias":
                filled.zero_()
            elif parameter.ndim == 1 or name == "gamma":
                filled.fill_(1.0)
            else:
                filled.normal_(0, 0.02, generator=dice)
            setattr(module, name, torch.nn.Parameter(filled, requires_grad=False))
    return made.to(device).eval()


def _noise(device: str, dtype: torch.dtype, *shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator(device).manual_seed(1), device=device, dtype=dtype)


def _klein(_model: Model, device: str, dtype: torch.dtype, tiny: bool) -> tuple[Any, dict[str, Any]]:
    sizes: dict[str, Any] = {
        "num_layers": 5, "num_single_layers": 20, "num_attention_heads": 24, "joint_attention_dim": 7680,
    }  # fmt: skip
    if tiny:
        sizes = {
            "num_layers": 1, "num_single_layers": 1, "num_attention_heads": 2, "attention_head_dim": 16,
            "joint_attention_dim": 48, "in_channels": 16, "axes_dims_rope": [4, 4, 4, 4], "patch_size": 1,
        }  # fmt: skip
    coder = {**_VAE, **_SMALL, "latent_channels": 4} if tiny else {}
    pipe = d.Flux2KleinPipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), text_encoder=None, tokenizer=None, is_distilled=True,
        vae=random_weights(lambda: d.AutoencoderKLFlux2(**coder), device, dtype),
        transformer=random_weights(lambda: d.Flux2Transformer2DModel(guidance_embeds=False, **sizes), device, dtype),
    )  # fmt: skip
    return pipe, {"prompt_embeds": _noise(device, dtype, 1, 512, sizes["joint_attention_dim"])}


def _z_image(_model: Model, device: str, dtype: torch.dtype, tiny: bool) -> tuple[Any, dict[str, Any]]:
    sizes: dict[str, Any] = {}
    if tiny:
        sizes = {
            "dim": 32, "n_layers": 2, "n_refiner_layers": 1, "n_heads": 2, "n_kv_heads": 2, "cap_feat_dim": 16,
            "axes_dims": [8, 4, 4], "axes_lens": [1024, 64, 64],
        }  # fmt: skip
    coder = {**_VAE, **_KL, **(_SMALL if tiny else {})}
    pipe = d.ZImagePipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(shift=3.0), text_encoder=None, tokenizer=None,
        vae=random_weights(lambda: d.AutoencoderKL(**coder), device, dtype),
        transformer=random_weights(lambda: d.ZImageTransformer2DModel(**sizes), device, dtype),
    )  # fmt: skip
    return pipe, {"prompt_embeds": _noise(device, dtype, 1, 256, sizes.get("cap_feat_dim", 2560))}


def _qwen(_model: Model, device: str, dtype: torch.dtype, tiny: bool) -> tuple[Any, dict[str, Any]]:
    sizes: dict[str, Any] = {}
    coder: dict[str, Any] = {}
    if tiny:
        sizes = {
            "num_layers": 2, "attention_head_dim": 16, "num_attention_heads": 3, "joint_attention_dim": 16,
            "in_channels": 16, "out_channels": 4, "axes_dims_rope": (8, 4, 4),
        }  # fmt: skip
        coder = {
            "base_dim": 24, "z_dim": 4, "dim_mult": [1, 1, 1, 1], "num_res_blocks": 1,
            "latents_mean": [0.0] * 4, "latents_std": [1.0] * 4,
        }  # fmt: skip
    pipe = d.QwenImagePipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True), text_encoder=None, tokenizer=None,
        vae=random_weights(lambda: d.AutoencoderKLQwenImage(**coder), device, dtype),
        transformer=random_weights(lambda: d.QwenImageTransformer2DModel(**sizes), device, dtype),
    )  # fmt: skip
    embeds = _noise(device, dtype, 1, 256, sizes.get("joint_attention_dim", 3584))
    return pipe, {"prompt_embeds": embeds, "prompt_embeds_mask": torch.ones(1, 256, device=device, dtype=torch.long)}


def _flux(_model: Model, device: str, dtype: torch.dtype, tiny: bool) -> tuple[Any, dict[str, Any]]:
    sizes: dict[str, Any] = {}
    if tiny:
        sizes = {
            "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
            "joint_attention_dim": 32, "pooled_projection_dim": 32, "axes_dims_rope": [4, 4, 8], "in_channels": 64,
        }  # fmt: skip
    coder = {**_VAE, **_KL, **(_SMALL if tiny else {})}
    pipe = d.FluxPipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), text_encoder=None, tokenizer=None, text_encoder_2=None,
        tokenizer_2=None, vae=random_weights(lambda: d.AutoencoderKL(**coder), device, dtype),
        transformer=random_weights(lambda: d.FluxTransformer2DModel(**sizes), device, dtype),
    )  # fmt: skip
    embeds = _noise(device, dtype, 1, 512, sizes.get("joint_attention_dim", 4096))
    return pipe, {
        "prompt_embeds": embeds,
        "pooled_prompt_embeds": _noise(device, dtype, 1, sizes.get("pooled_projection_dim", 768)),
    }


MODELS = {
    model.name: model
    for model in (
        Model("klein-4b", "flux2-klein", 4, 1.0, _klein),
        Model("z-image-turbo", "z-image", 8, 0.0, _z_image),
        Model("qwen-image-8", "qwen-image", 8, 1.0, _qwen),
        Model("qwen-image-28", "qwen-image", 28, 1.0, _qwen),
        Model("flux1-schnell", "flux", 4, 0.0, _flux),
        Model("flux1-28", "flux", 28, 0.0, _flux),
    )
}


_QWEN3_4B = {
    "hidden_size": 2560, "intermediate_size": 9728, "num_hidden_layers": 36, "num_attention_heads": 32,
    "num_key_value_heads": 8, "head_dim": 128, "vocab_size": 151936,
}  # fmt: skip
_QWEN25_7B = {
    "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
    "num_key_value_heads": 4, "vocab_size": 152064,
}  # fmt: skip
_T5_XXL = {
    "d_model": 4096, "d_kv": 64, "d_ff": 10240, "num_layers": 24, "num_heads": 64, "vocab_size": 32128,
    "feed_forward_proj": "gated-gelu",
}  # fmt: skip
_LITTLE = {"num_hidden_layers": 1, "num_layers": 1, "vocab_size": 256, "intermediate_size": 64, "d_ff": 64}


def encoder(model: Model, device: str, dtype: torch.dtype, tiny: bool) -> Callable[[], object]:
    """What reads 512 tokens with a text encoder of the size of the model's, the way its pipeline does."""
    kinds: dict[str, tuple[Any, Any, dict[str, Any]]] = {
        "flux": (t.T5EncoderModel, t.T5Config, _T5_XXL),
        "qwen-image": (t.Qwen2Model, t.Qwen2Config, _QWEN25_7B),
    }
    kind, config, sizes = kinds.get(model.family, (t.Qwen3Model, t.Qwen3Config, _QWEN3_4B))
    small = {name: value for name, value in _LITTLE.items() if tiny and name in sizes}
    network = random_weights(lambda: kind(config(**{**sizes, **small})), device, dtype)
    tokens = torch.randint(0, 256, (1, 512), generator=torch.Generator(device).manual_seed(1), device=device)

    def read() -> object:
        with torch.no_grad():
            return network(input_ids=tokens, attention_mask=torch.ones_like(tokens), output_hidden_states=True)

    return read
