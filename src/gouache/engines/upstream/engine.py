"""The upstream engine: every operation forwarded, every answer looked at like a stranger's picture."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from gouache.artifacts.decode import Decoded, decode
from gouache.engines.base import Context, Image, Report
from gouache.engines.diffusion.sizes import fitted
from gouache.engines.upstream.client import ask
from gouache.engines.upstream.settings import UpstreamSettings
from gouache.engines.upstream.wire import Wire, supported, wire
from gouache.errors import Invalid, Unavailable
from gouache.operations import Drawn, Generate, Operation, Variate, picture_seed


class Upstream:
    """A hosted provider that speaks the Recraft API."""

    name = "upstream"
    version = "1"

    def __init__(self, settings: UpstreamSettings | None = None) -> None:
        self.settings = settings or UpstreamSettings()

    def can(self, operation: Operation) -> bool:
        return supported(operation)

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """Raises Refused, Busy, Invalid, Unavailable for what the provider answers."""
        for index in range(operation.n):
            if context.canceled():
                return
            context.progress(index / operation.n, f"picture {index + 1} of {operation.n}: asked of the provider")
            yield self._one(operation, context, picture_seed(operation.seed, index))
        context.progress(1.0, "done")

    def _one(self, operation: Operation, context: Context, seed: int) -> Image:
        request = wire(operation, self.settings.model, seed)
        files = {name: context.read(source) for name, source in request.files.items()}
        return _image(_decoded(ask(self.settings, request, files)), operation, self._report(operation, request, seed))

    def _report(self, operation: Operation, request: Wire, seed: int) -> Report:
        style = operation.style if isinstance(operation, Drawn) else "any"
        named = f"{style}/{operation.substyle}" if isinstance(operation, Drawn) and operation.substyle else style
        host = urlsplit(self.settings.url).hostname or "unknown"
        report = Report(f"{self.name}/{self.version}", seed, named, [f"made by {host}: {request.path}"])
        report.ignored = list(request.ignored)
        if isinstance(operation, Drawn) and (operation.palette or operation.background or operation.no_text):
            report.approximated.append("colours and lettering: asked of the provider, not checked here")
        return report


def _decoded(data: bytes) -> Decoded:
    try:
        return decode(data)
    except Invalid as error:
        raise Unavailable(f"the provider's picture cannot be used: {error.message}") from error


def _image(made: Decoded, operation: Operation, report: Report) -> Image:
    """The picture in the kind and size that was asked for; a drawing keeps its own size."""
    height, width = made.pixels.shape[:2]
    report.approximated += made.notes
    if operation.format == "svg" and made.svg is None:
        raise Unavailable("the provider made pixels where an SVG was asked for")
    wide, high = (operation.width, operation.height) if isinstance(operation, Generate | Variate) else (width, height)
    if (wide, high) != (width, height):
        report.approximated.append(f"made at {width}x{height}, asked for {wide}x{high}")
    if made.svg is not None:
        return Image(width, height, report, svg=made.svg, exact=True)
    return Image(wide, high, report, pixels=fitted(made.pixels, wide, high))
