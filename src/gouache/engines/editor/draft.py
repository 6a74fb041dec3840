"""What every edit shares: how it is called, and its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gouache.engines.base import Image, Report
from gouache.operations import Format, Operation

NAME, VERSION = "editor", "1"
Draw = Callable[[int], Image]  # from the seed of a picture to the picture


def report(operation: Operation, seed: int, style: str, notes: Iterable[str] = ()) -> Report:
    """A report that already says what the dialect and the decoder had to say."""
    return Report(f"{NAME}/{VERSION}", seed, style, approximated=list(notes), ignored=list(operation.notes))


def drawn_as(image: Image, wanted: Format) -> Image:
    """The picture as an SVG when one is wanted: pixels are traced, never embedded."""
    if wanted == "jpeg" and image.exact:
        image.report.approximated.append(
            "jpeg encodes every pixel anew: webp and png keep the untouched ones to the byte"
        )
    if wanted != "svg" or image.svg is not None or image.pixels is None:
        return image
    from gouache.engines.imaging.vectorize import vectorize

    image.svg = vectorize(image.pixels)
    image.report.approximated.append("SVG: the edited pixels were traced")
    return image
