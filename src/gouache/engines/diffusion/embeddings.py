"""Text embeddings, kept: styles share prompts, retries share everything, and an encoder may be on the CPU."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from gouache.engines.diffusion.families import Encoding
from gouache.engines.diffusion.unmasked import padded

Embedding = dict[str, Any]  # tensors (1, tokens, channels) or (1, channels) by the name of a pipeline's argument


def encode(pipe: Any, encoding: Encoding, prompt: str) -> Embedding:
    """The embedding of one prompt, in the form that its family's pipelines take."""
    with torch.no_grad():
        texts = dict.fromkeys(encoding.prompts, [prompt])
        found = pipe.encode_prompt(**texts, **encoding.options, device=pipe._execution_device)  # not all find it
    parts = found if isinstance(found, tuple) else (found,)
    if encoding.listed:
        return {name: parts[place][0][None] for name, place in encoding.gives.items()}
    return {name: _seen(parts[place], parts[0]) for name, place in encoding.gives.items()}


def _seen(part: torch.Tensor | None, embeds: torch.Tensor) -> torch.Tensor:
    """A mask that pipelines leave out when it masks nothing, said."""
    return torch.ones(embeds.shape[:2], device=embeds.device).long() if part is None else part


def overlong(pipe: Any, prompt: str, most: int) -> bool:
    """Whether a prompt has more tokens than are read of it."""
    names = ("tokenizer_3", "tokenizer_2", "tokenizer")  # the last encoder of several reads most
    tokenizer = next(found for name in names if (found := getattr(pipe, name, None)) is not None)
    return len(tokenizer(prompt, truncation=False, verbose=False).input_ids) > most


def tokens_of(encoding: Encoding, embedding: Embedding) -> int:
    """How many tokens the network makes of a text: those that it pads itself come in steps."""
    tokens: int = embedding["prompt_embeds"].shape[1]
    return padded(tokens) if encoding.listed else tokens


def batched(encoding: Encoding, embeddings: Sequence[Embedding], negatives: Sequence[Embedding]) -> dict[str, Any]:
    """The arguments of a pipeline for a batch of pictures; `negatives` is empty without a second pass."""
    made = _joined(encoding, embeddings)
    if negatives:
        made |= {f"negative_{name}": value for name, value in _joined(encoding, negatives).items()}
    return made


def _joined(encoding: Encoding, embeddings: Sequence[Embedding]) -> dict[str, Any]:
    if encoding.listed:
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
