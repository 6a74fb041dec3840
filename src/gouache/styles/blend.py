"""Several style profiles as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from gouache.styles.profile import StyleProfile, Swatch, Traits

MixPolicy = Literal["PaletteMatch", "MaxWeight"]
_MOST = 10  # colours


def blend(profiles: Sequence[StyleProfile], weights: Sequence[float], policy: MixPolicy) -> StyleProfile:
    """The weighted mean of traits; the colours of all by weight, or with `MaxWeight` those of the weightiest alone."""
    shares = np.asarray(weights, np.float64) / sum(weights)
    leader = profiles[int(shares.argmax())]
    values = np.stack([list(one.traits.model_dump().values()) for one in profiles])
    mean = dict(zip(Traits.model_fields, (shares @ values).tolist(), strict=True))
    palette = leader.palette if policy == "MaxWeight" else _palettes(profiles, shares.tolist())
    return leader.model_copy(update={"traits": Traits(**mean), "palette": palette})


def _palettes(profiles: Sequence[StyleProfile], shares: Sequence[float]) -> tuple[Swatch, ...]:
    sums: dict[str, float] = {}
    for profile, share in zip(profiles, shares, strict=True):
        for swatch in profile.palette:
            sums[swatch.color] = sums.get(swatch.color, 0.0) + share * swatch.weight
    most = sorted(sums.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]
    total = sum(weight for _, weight in most)
    return tuple(Swatch(color=color, weight=weight / total) for color, weight in most)
