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
    mean["grid"] = leader.traits.grid  # squares of two sizes have no mean
    palette = leader.palette if policy == "MaxWeight" else _palettes(profiles, shares.tolist())
    known = [(one.grain, share) for one, share in zip(profiles, shares, strict=True) if one.grain]
    grain = np.average([one for one, _ in known], axis=0, weights=[share for _, share in known]) if known else ()
    border = leader.border if leader.border in {one.color for one in palette} else None
    update = {"traits": Traits(**mean), "palette": palette, "grain": tuple(map(float, grain)), "border": border}
    return leader.model_copy(update=update)


def _palettes(profiles: Sequence[StyleProfile], shares: Sequence[float]) -> tuple[Swatch, ...]:
    sums: dict[str, float] = {}
    for profile, share in zip(profiles, shares, strict=True):
        for swatch in profile.palette:
            sums[swatch.color] = sums.get(swatch.color, 0.0) + share * swatch.weight
    most = sorted(sums.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]
    total = sum(weight for _, weight in most)
    return tuple(Swatch(color=color, weight=weight / total) for color, weight in most)
