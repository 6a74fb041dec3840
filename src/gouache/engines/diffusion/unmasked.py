"""Z-Image without masks: guided steps run a prompt and its negative, rarely of one length, in one batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

PADDED = 32  # SEQ_MULTI_OF of diffusers' Z-Image: texts that need as many multiples are equally long


def padded(tokens: int) -> int:
    """How many tokens the network makes of a text."""
    return -(-tokens // PADDED) * PADDED


def unmask(network: Any) -> bool:
    """Run texts of different lengths one after the other: masked attention is slow, or not there at all.

    Exact. False for other networks than Z-Image's.
    """
    from diffusers import ZImageTransformer2DModel

    if not isinstance(network, ZImageTransformer2DModel):
        return False
    whole = network.forward

    def apart(x: Sequence[Any], t: torch.Tensor, cap_feats: Sequence[Any], *rest: Any, **more: Any) -> Any:
        groups: dict[int, list[int]] = {}
        for place, text in enumerate(cap_feats):
            groups.setdefault(padded(len(text)), []).append(place)
        if len(groups) == 1:
            return whole(x, t, cap_feats, *rest, **more)
        made: dict[int, Any] = {}
        for places in groups.values():
            part = [x[place] for place in places], _of(t, places), [cap_feats[place] for place in places]
            made |= zip(places, whole(*part, *rest, **more)[0], strict=True)
        return ([made[place] for place in range(len(x))],)

    network.forward = apart
    return True


def _of(times: torch.Tensor, places: list[int]) -> torch.Tensor:
    """Without an index that would have to be sent to the device."""
    return torch.stack([times[place] for place in places])
