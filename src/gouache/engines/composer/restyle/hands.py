"""Measures how every hand draws and writes `data/hands.tsv`: run it after a hand was added or changed."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from gouache.engines.base import Context
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle.catalog import hands
from gouache.operations import Generate
from gouache.styles.measure import SIDE, traits
from gouache.styles.profile import Traits

PROMPTS = ("a fox in a forest", "a lighthouse on a cliff by the sea", "a bowl of fruit on a table", "a girl with a dog")


def measured(style: str, substyle: str | None) -> list[float]:
    """The mean traits of a style over the sample prompts."""
    found = []
    for seed, prompt in enumerate(PROMPTS):
        wanted = Generate(prompt=prompt, style=style, substyle=substyle, width=SIDE, height=SIDE, seed=seed)
        [image] = Composer().run(wanted, Context())
        drawn = image.pixels if image.pixels is not None else pixels(image.svg or "", SIDE, SIDE)
        found.append(list(traits(drawn[..., :3]).model_dump().values()))
    return [float(value) for value in np.mean(found, axis=0)]


def main() -> None:
    lines = ["# hand\t" + "\t".join(Traits.model_fields)]
    for hand, (style, substyle) in sorted(hands().items()):
        values = "\t".join(f"{value:.4f}" for value in measured(style, substyle))
        lines.append(f"{hand}\t{values}")
    path = files(__package__) / "data" / "hands.tsv"
    with open(str(path), "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
