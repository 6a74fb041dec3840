"""CreateStyle carried out: reference pictures in, a profile out."""

from __future__ import annotations

from gouache.artifacts.decode import decode
from gouache.engines.base import Context, Report
from gouache.operations import MAX_STYLE_PICTURES, CreateStyle
from gouache.styles.blend import blend
from gouache.styles.measure import profile
from gouache.styles.profile import Reference, StyleProfile


def create(operation: CreateStyle, context: Context) -> tuple[StyleProfile, Report]:
    """The profile of an operation's pictures and source styles, and how it came about; raises Invalid."""
    made: list[StyleProfile] = list(operation.sources)
    weights = [*operation.source_weights] or [1.0] * len(operation.sources)
    if operation.images:
        pictures = [decode(context.read(source)).pixels for source in operation.images]
        made.append(profile(pictures, operation.base, operation.weights))
        weights.append(float(sum(operation.weights) if operation.weights else len(pictures)))
    result = blend(made, weights, operation.mix_policy).model_copy(update={"base": operation.base})
    result = result.model_copy(update={"references": references(operation)})
    if operation.palette:
        result = result.model_copy(update={"palette": operation.palette})
    if operation.background:
        result = result.model_copy(update={"ground": operation.background})
    lines = [f"{trait} {value:.3f}" for trait, value in result.traits.model_dump().items()]
    report = Report("styles/1", operation.seed, operation.base, resolved=lines, ignored=list(operation.notes))
    return result, report


def references(operation: CreateStyle) -> tuple[Reference, ...]:
    """The pictures that an operation's style is made of, its own and those of its source styles, weightiest first."""
    weights = operation.weights or (1.0,) * len(operation.images)
    found = [
        (weight, Reference(**source.model_dump(include={"sha256", "media_type", "width", "height"})))
        for source, weight in zip(operation.images, weights, strict=True)
    ]
    shares = operation.source_weights or (1.0,) * len(operation.sources)
    for mixed, share in zip(operation.sources, shares, strict=True):
        found += [(share / len(mixed.references), reference) for reference in mixed.references]
    kept: dict[str, Reference] = {}
    for _, reference in sorted(found, key=lambda entry: -entry[0]):
        kept.setdefault(reference.sha256, reference)
    return tuple(kept.values())[:MAX_STYLE_PICTURES]
