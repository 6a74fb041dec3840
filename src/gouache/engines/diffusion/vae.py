"""Decoders made fast for single pictures: memory order, video convolutions without their frames, tiles, compiling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.nn import functional

_TILED_ABOVE = 2 * 2**20  # px


def one_frame(vae: Any) -> bool:
    """Turn the causal video convolutions of Qwen-Image's autoencoder into flat ones; False when it has none.

    Exact for pictures: before the first frame there is padding with zeros, which only the last slice in time of each
    kernel does not meet. A third of the multiplications, and kernels that are laid out for tensor cores. Nor are
    features kept for a next frame.
    """
    from diffusers.models.autoencoders import autoencoder_kl_qwenimage as qwen

    if not isinstance(vae, qwen.AutoencoderKLQwenImage):
        return False
    for module in list(vae.modules()):
        if type(module) is qwen.QwenImageCausalConv3d:
            _flatten(module)
    for half in (vae.encoder, vae.decoder):
        half.forward = _without_cache(half.forward)
    return True


def _flatten(convolution: Any) -> None:
    """Keep the slice of a causal 3-D convolution that sees the only frame. In place: the class counts its kind."""
    _, _, top, _, _, _ = convolution._padding  # both sides, top and bottom, before the first frame
    last = convolution.weight.detach()[:, :, -1]
    convolution.weight = nn.Parameter(last.contiguous(), requires_grad=False)
    stride = convolution.stride[1:]

    def flat(frames: torch.Tensor, _cache: torch.Tensor | None = None) -> torch.Tensor:
        weight, bias = convolution.weight, convolution.bias
        return functional.conv2d(frames.squeeze(2), weight, bias, stride, padding=int(top)).unsqueeze(2)

    convolution.forward = flat


def _without_cache(forward: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """One frame at a time, with no frame before it."""

    def first_frame(frame: torch.Tensor, feat_cache: Any = None, feat_idx: Any = None) -> torch.Tensor:
        return forward(frame)

    return first_frame


def channels_last(vae: Any) -> None:
    """Put the convolutions' weights into the order that tensor cores read; what flows through follows. Lossless."""
    if not any(parameter.ndim == 5 for parameter in vae.parameters()):
        vae.to(memory_format=torch.channels_last)


def tile_above(vae: Any, width: int, height: int, pixels: int = _TILED_ABOVE) -> None:
    """Decode in tiles above `pixels`: whole, the VAE would need more memory than the denoiser."""
    if not hasattr(vae, "enable_tiling"):
        return
    if width * height > pixels:
        vae.enable_tiling()
    else:
        vae.disable_tiling()
