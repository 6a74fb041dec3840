"""The operation Vectorize: a picture that came in to an SVG, with a report of what it consists of."""

from __future__ import annotations

import re
from collections import Counter

from gouache.artifacts.decode import decode
from gouache.engines.base import Context, Image, Report
from gouache.engines.imaging.vectorize.core import Options, vectorize
from gouache.operations import Vectorize

_SHAPE = re.compile(r"<(path|rect|circle|ellipse)\b")
_FILL = re.compile(r'fill="(#[0-9a-f]{6})"')


def tool(operation: Vectorize, context: Context) -> Image:
    """The traced picture; raises Invalid for what cannot be read."""
    picture = decode(context.read(operation.image))
    context.progress(0.1, "tracing")
    fields = operation.model_dump(include=set(Options.__dataclass_fields__))
    svg = vectorize(picture.pixels, Options(**fields))
    height, width = picture.pixels.shape[:2]
    report = Report("imaging", operation.seed, "vectorize", resolved=summary(svg), ignored=list(operation.notes))
    report.approximated += picture.notes
    if operation.gradients and (operation.palette or operation.max_colors):
        report.ignored.append("gradients: they would need colours beyond the ones allowed")
    return Image(width, height, report, svg=svg, exact=True)


def summary(svg: str) -> list[str]:
    """Lines for the report: what a traced SVG consists of."""
    kinds = Counter(_SHAPE.findall(svg))
    named = ", ".join(f"{kinds[k]} {k}" for k in ("path", "rect", "circle", "ellipse") if kinds[k])
    gradients = svg.count("Gradient id=")
    lines = [f"shapes: {sum(kinds.values())} ({named})" if kinds else "shapes: 0, the picture is empty"]
    lines.append(f"colours: {len(set(_FILL.findall(svg)))}")
    return [*lines, f"gradients: {gradients}"] if gradients else lines
