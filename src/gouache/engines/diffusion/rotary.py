"""Rotary positions in real numbers, for compiled networks.

Z-Image and Qwen-Image turn queries and keys by complex multiplication, which TorchInductor does not generate code for:
each turn would cost four trips to memory in 32 bits. The same arithmetic on pairs of reals becomes part of the kernel
that normalises them (diffusers#12668). Uncompiled, the complex product is the faster one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from diffusers.models.attention_dispatch import dispatch_attention_fn
from diffusers.models.transformers.transformer_qwenimage import QwenDoubleStreamAttnProcessor2_0
from diffusers.models.transformers.transformer_z_image import ZSingleStreamAttnProcessor


def turned(states: torch.Tensor, turns: torch.Tensor) -> torch.Tensor:
    """`states` (batch, tokens, heads, channels) turned pairwise by `turns` (..., tokens, channels / 2, 2): cos, sin."""
    cosine, sine = turns.unsqueeze(-3).unbind(-1)
    first, second = states.float().unflatten(-1, (-1, 2)).unbind(-1)
    pairs = torch.stack([first * cosine - second * sine, first * sine + second * cosine], dim=-1)
    return pairs.flatten(-2).type_as(states)


class RealZImageAttention(ZSingleStreamAttnProcessor):  # type: ignore[misc]  # diffusers is not typed
    """Self-attention of one stream."""

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        freqs_cis: torch.Tensor | None = None,
    ) -> torch.Tensor:
        query, key, value = (_heads(attn, layer(hidden_states)) for layer in (attn.to_q, attn.to_k, attn.to_v))
        query, key = _placed(attn.norm_q, query, freqs_cis), _placed(attn.norm_k, key, freqs_cis)
        if attention_mask is not None and attention_mask.ndim == 2:
            attention_mask = attention_mask[:, None, None, :]
        seen = _attend(self, query, key, value, attention_mask)
        return attn.to_out[0](seen)


class RealQwenImageAttention(QwenDoubleStreamAttnProcessor2_0):  # type: ignore[misc]  # diffusers is not typed
    """Joint attention of a stream of text and one of image."""

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor,
        encoder_hidden_states_mask: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        image_rotary_emb: tuple[torch.Tensor, torch.Tensor] | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        image, text = image_rotary_emb or (None, None)
        query = _placed(attn.norm_q, _heads(attn, attn.to_q(hidden_states)), image)
        key = _placed(attn.norm_k, _heads(attn, attn.to_k(hidden_states)), image)
        text_query = _placed(attn.norm_added_q, _heads(attn, attn.add_q_proj(encoder_hidden_states)), text)
        text_key = _placed(attn.norm_added_k, _heads(attn, attn.add_k_proj(encoder_hidden_states)), text)
        value, text_value = _heads(attn, attn.to_v(hidden_states)), _heads(attn, attn.add_v_proj(encoder_hidden_states))
        seen = _attend(
            self,
            torch.cat([text_query, query], dim=1),
            torch.cat([text_key, key], dim=1),
            torch.cat([text_value, value], dim=1),
            _joint(encoder_hidden_states_mask, hidden_states),
        )
        of_text, of_image = seen.split([encoder_hidden_states.shape[1], hidden_states.shape[1]], dim=1)
        return attn.to_out[0](of_image.contiguous()), attn.to_add_out(of_text.contiguous())


def _heads(attn: Any, states: torch.Tensor) -> torch.Tensor:
    return states.unflatten(-1, (attn.heads, -1))


def _placed(norm: Any, states: torch.Tensor, turns: torch.Tensor | None) -> torch.Tensor:
    normed = states if norm is None else norm(states)
    return normed if turns is None else turned(normed, turns)


def _joint(mask: torch.Tensor | None, image: torch.Tensor) -> torch.Tensor | None:
    """A mask of the text's tokens (batch, tokens) as one of text and image."""
    if mask is None:
        return None
    seen = torch.ones(image.shape[:2], dtype=torch.bool, device=image.device)
    return torch.cat([mask.bool(), seen], dim=1)[:, None, None, :]


def _attend(processor: Any, query: Any, key: Any, value: Any, mask: torch.Tensor | None) -> torch.Tensor:
    seen = dispatch_attention_fn(
        query, key, value, attn_mask=mask, backend=processor._attention_backend,
        parallel_config=processor._parallel_config,
    )  # fmt: skip
    flat: torch.Tensor = seen.flatten(2, 3).to(query.dtype)
    return flat


_PROCESSORS: dict[type[Any], type[Any]] = {
    ZSingleStreamAttnProcessor: RealZImageAttention,
    QwenDoubleStreamAttnProcessor2_0: RealQwenImageAttention,
}


def real(network: Any) -> bool:
    """Give a network of complex rotary positions real ones; False when its are real already."""
    found = False
    for module in network.modules():
        processor: Any = getattr(module, "processor", None)
        if type(processor) in _PROCESSORS:
            module.processor = _PROCESSORS[type(processor)]()
            module.processor._attention_backend = processor._attention_backend
            found = True
    if not found:
        return False
    if hasattr(network, "rope_embedder"):
        network.rope_embedder = _in_reals(network.rope_embedder)
    else:
        network.pos_embed.register_forward_hook(lambda _module, _given, turns: tuple(map(_pairs, turns)))
    return True


def _in_reals(embedder: Callable[[torch.Tensor], torch.Tensor]) -> Callable[[torch.Tensor], torch.Tensor]:
    return lambda places: _pairs(embedder(places))


def _pairs(turns: torch.Tensor) -> torch.Tensor:
    """Complex (tokens, channels / 2) as reals (tokens, channels / 2, 2), copied: to a compiler each place in a longer
    table is another kind of input."""
    return torch.view_as_real(turns).clone()
