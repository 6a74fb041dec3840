"""Text embeddings, kept: styles share prompts, retries share everything, and an encoder may be on the CPU."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from gouache.engines.diffusion.families import Encoding

Embedding = dict[str, Any]  # tensors (1, tokens, channels) or (1, channels) by the name of a pipeline's argument


def _listed(pipe: Any, prompt: str) -> Embedding:
    found, _ = pipe.encode_prompt(prompt=[prompt], do_classifier_free_guidance=False)
    return {"prompt_embeds": found[0][None]}


def _fixed(pipe: Any, prompt: str) -> Embedding:
    found, _ids = pipe.encode_prompt(prompt=[prompt])
    return {"prompt_embeds": found}


def _pooled(pipe: Any, prompt: str) -> Embedding:
    found, pooled, _ids = pipe.encode_prompt(prompt=[prompt], prompt_2=[prompt])
    return {"prompt_embeds": found, "pooled_prompt_embeds": pooled}


def _masked(pipe: Any, prompt: str) -> Embedding:
    found, mask = pipe.encode_prompt(prompt=[prompt])
    return {"prompt_embeds": found, "prompt_embeds_mask": torch.ones(found.shape[:2], device=found.device).long()
            if mask is None else mask}  # fmt: skip


def _pooled_pair(pipe: Any, prompt: str) -> Embedding:
    found, _, pooled, _ = pipe.encode_prompt(prompt=prompt, prompt_2=prompt, do_classifier_free_guidance=False)
    return {"prompt_embeds": found, "pooled_prompt_embeds": pooled}


_ENCODERS: dict[Encoding, Callable[[Any, str], Embedding]] = {
    "list": _listed, "fixed": _fixed, "pooled": _pooled, "masked": _masked, "pooled_pair": _pooled_pair,
}  # fmt: skip


def encode(pipe: Any, encoding: Encoding, prompt: str) -> Embedding:
    """The embedding of one prompt, in the form that its family's pipelines take."""
    with torch.no_grad():
        return _ENCODERS[encoding](pipe, prompt)


def overlong(pipe: Any, prompt: str, most: int) -> bool:
    """Whether a prompt has more tokens than are read of it."""
    tokenizer = getattr(pipe, "tokenizer_2", None) or pipe.tokenizer
    return len(tokenizer(prompt, truncation=False, verbose=False).input_ids) > most


def batched(encoding: Encoding, embeddings: Sequence[Embedding], negatives: Sequence[Embedding]) -> dict[str, Any]:
    """The arguments of a pipeline for a batch of pictures; `negatives` is empty without a second pass."""
    made = _joined(encoding, embeddings)
    if negatives:
        made |= {f"negative_{name}": value for name, value in _joined(encoding, negatives).items()}
    return made


def _joined(encoding: Encoding, embeddings: Sequence[Embedding]) -> dict[str, Any]:
    if encoding == "list":
        return {"prompt_embeds": [one["prompt_embeds"][0] for one in embeddings]}
    longest = max(one["prompt_embeds"].shape[1] for one in embeddings)
    return {name: torch.cat([_padded(one[name], longest) for one in embeddings]) for name in embeddings[0]}


def _padded(tensor: torch.Tensor, length: int) -> torch.Tensor:
    """(1, tokens) or (1, tokens, channels) filled with zeros up to `length` tokens; pooled (1, channels) as it is."""
    if tensor.is_floating_point() and tensor.ndim == 2 or tensor.shape[1] == length:
        return tensor
    filled = tensor.new_zeros((1, length, *tensor.shape[2:]))
    filled[:, : tensor.shape[1]] = tensor
    return filled


@dataclass(slots=True)
class EmbeddingCache:
    """The embeddings used last, by (checkpoint, prompt), up to `limit` bytes."""

    limit: int
    hits: int = 0
    misses: int = 0
    _kept: OrderedDict[tuple[str, str], Embedding] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, checkpoint: str, prompt: str, make: Callable[[], Embedding]) -> Embedding:
        with self._lock:
            found = self._kept.get((checkpoint, prompt))
            if found is not None:
                self.hits += 1
                self._kept.move_to_end((checkpoint, prompt))
                return found
        made = make()
        with self._lock:
            self.misses += 1
            self._kept[checkpoint, prompt] = made
            while len(self._kept) > 1 and sum(map(_bytes, self._kept.values())) > self.limit:
                self._kept.popitem(last=False)
        return made

    def forget(self, checkpoint: str) -> None:
        """Drop what an evicted checkpoint left."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == checkpoint]:
                del self._kept[key]


def _bytes(embedding: Embedding) -> int:
    return sum(tensor.nbytes for tensor in embedding.values())
