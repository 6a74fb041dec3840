"""From a flat picture to an SVG, by the tracer of the imaging tools."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

from gouache.engines.base import Image
from gouache.engines.diffusion.finish import lettering
from gouache.operations import Drawn

_TRACER = "gouache.engines.imaging.vectorize"
_COLORS = 24  # a flat picture has few; more would trace the model's unevenness


def vectorizer() -> bool:
    """Whether the tracer is there."""
    found = find_spec(_TRACER)
    return found is not None and found.origin is not None


def traced(image: Image, operation: Drawn) -> Image:
    """The picture as SVG in a few flat colours; in the wished ones alone when there are any."""
    from gouache.engines.imaging.vectorize import Options, vectorize

    assert image.pixels is not None
    wished = tuple(dict.fromkeys([*(wish.color for wish in operation.palette), *filter(None, [operation.background])]))
    palette = wished if operation.palette else ()
    svg = vectorize(image.pixels, Options(max_colors=None if palette else _COLORS, palette=palette))
    if operation.text_layout and not operation.no_text:
        svg = svg.replace("</svg>", lettering(image.pixels, operation) + "</svg>")
    image.report.approximated.append(f"vector: drawn flat in pixels, then traced to {svg.count('<path')} shapes")
    return replace(image, svg=svg, pixels=None, exact=True)
