"""A finished picture in Python: save it, encode it, show it, look at how it came about, hand it to the next tool."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gouache.artifacts.encode import File, encode
from gouache.engines.base import Image
from gouache.errors import Invalid
from gouache.operations import Format, Operation
from gouache.rendering import provenance

if TYPE_CHECKING:
    from PIL.Image import Image as Pillow

FORMATS: dict[str, Format] = {".svg": "svg", ".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg"}


@dataclass(frozen=True, slots=True)
class Picture:
    """What one operation made; `position` counts the pictures of the operation. Sizes in px."""

    operation: Operation
    made: Image
    position: int = 0

    @property
    def width(self) -> int:
        return self.made.width

    @property
    def height(self) -> int:
        return self.made.height

    @property
    def seed(self) -> int:
        """The seed that gives these bytes again."""
        return self.made.report.seed

    @property
    def report(self) -> dict[str, Any]:
        """Engine, seed, style, and what was resolved, approximated and ignored."""
        return self.made.report.as_dict()

    @property
    def svg(self) -> str:
        """The layered SVG; raises Invalid for a picture that has pixels only."""
        return self.encoded("svg").data.decode()

    @property
    def image(self) -> Pillow:
        """The pixels as a PIL image."""
        from PIL import Image as Pillow

        return Pillow.open(io.BytesIO(self.png()))

    def png(self) -> bytes:
        return self.encoded("png").data

    def encoded(self, format: Format) -> File:
        """The file in a format, provenance written into it; raises Invalid for SVG of pixels."""
        return encode(self.made, format, provenance(self.operation, self.made))

    def save(self, path: str | Path) -> Path:
        """Write the file; its name decides the format. Raises Invalid."""
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.encoded(format_of(target)).data)
        return target

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """For notebooks: the drawing itself where there is one (IPython, rich display)."""
        if self.made.svg is not None:
            return {"image/svg+xml": self.svg}
        return {"image/png": self.png()}


def format_of(path: str | Path) -> Format:
    """The format that a file's name asks for; raises Invalid."""
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        raise Invalid(f"{str(path)!r}: the name must end in one of {', '.join(FORMATS)}", field="output")
    return FORMATS[suffix]
