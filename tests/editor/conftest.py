"""A desk for editing: pictures put in, operations run, pixels taken out."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image as Pillow

from gouache.engines.base import Context, Image
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.editor.engine import Editor
from gouache.operations import Format, Generate, Operation, Source, dump

Pixels = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def seen(image: Image) -> Pixels:
    """RGBA of a finished picture."""
    return image.pixels if image.pixels is not None else rendered(image.svg or "", image.width, image.height)


@dataclass
class Desk:
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def context(self) -> Context:
        return Context(read=lambda source: self.files[source.sha256])

    def put(self, picture: npt.NDArray[Any] | bytes, made_by: Operation | None = None, size: int = 0) -> Source:
        if isinstance(picture, bytes):
            data, kind, width, height = picture, "image/svg+xml", size, size
        else:
            buffer = io.BytesIO()
            Pillow.fromarray(picture).save(buffer, "PNG")
            data, kind, (height, width) = buffer.getvalue(), "image/png", picture.shape[:2]
        name = hashlib.sha256(data).hexdigest()
        self.files[name] = data
        made = dump(made_by) if made_by else None
        return Source(sha256=name, media_type=kind, width=width, height=height, made_by=made)

    def mask(self, marked: Flags) -> Source:
        return self.put((marked * 255).astype(np.uint8))

    def run(self, operation: Operation) -> list[Image]:
        return list(Editor().run(operation, self.context))

    def own(self, prompt: str, form: Format, side: int = 320, style: str = "any") -> tuple[Pixels, Source]:
        """A picture of the composer's and its source."""
        asked = Generate(prompt=prompt, width=side, height=side, seed=4, format=form, style=style)
        image = next(iter(Composer().run(asked, Context())))
        data = (image.svg or "").encode() if form == "svg" else seen(image)
        return seen(image), self.put(data, asked, side)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def photograph() -> Pixels:
    """A noisy meadow under a graded sky with a dark ball on it, (240, 320, 3): nothing in it is flat."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[:240, :320].astype(np.float32)
    page = np.stack([120 + 0.4 * y, 160 + 0.3 * y, 220 - 0.1 * y], axis=-1)
    grass = cv2.GaussianBlur(rng.standard_normal((240, 320), dtype=np.float32), (0, 0), 1.2) * 60
    page[150:] = (np.array([70, 120, 50]) + grass[..., None])[150:]
    ball = (y - 140) ** 2 + (x - 150) ** 2 < 50**2
    page[ball] = (np.array([190, 60, 40]) * (1.2 - 0.006 * y[..., None]))[ball]
    page += rng.normal(0, 3, page.shape)
    return np.asarray(np.clip(page, 0, 255), np.uint8)


@pytest.fixture(scope="session")
def drawing() -> Pixels:
    """Flat bands with a straight line across them and a disc on top, (240, 320, 3)."""
    page = np.zeros((240, 320, 3), np.uint8)
    page[:100], page[100:170], page[170:] = (250, 220, 200), (90, 140, 110), (60, 90, 80)
    page[:, 60:66] = (20, 30, 40)
    cv2.circle(page, (200, 135), 28, (200, 40, 60), -1)
    return page


def around(shape: tuple[int, ...], y: int, x: int, radius: int) -> Flags:
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    found: Flags = (rows - y) ** 2 + (columns - x) ** 2 <= radius**2
    return found
