"""Vectorize through the engine's front door."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image as Pillow

from gouache.engines import Context
from gouache.errors import Invalid
from gouache.operations import Source, Vectorize
from gouache.rendering import Rendered, render
from tests.imaging.vectorize.pictures import LOGO, drawn


def _source(data: bytes) -> Source:
    return Source(sha256=hashlib.sha256(data).hexdigest(), media_type="image/png", width=400, height=300)


def _rendered(data: bytes, **options: object) -> Rendered:
    operation = Vectorize.model_validate({"image": _source(data), **options})
    return next(iter(render(operation, Context(read=lambda _: data))))


def _encoded(kind: str) -> bytes:
    buffer = io.BytesIO()
    Pillow.fromarray(drawn(LOGO)).convert("RGB").save(buffer, kind, quality=95)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_files_become_svg_with_a_report(kind: str) -> None:
    made = _rendered(_encoded(kind))
    assert made.file.media_type == "image/svg+xml"
    assert (made.file.width, made.file.height) == (400, 300)
    assert b'viewBox="0 0 400 300"' in made.file.data
    assert made.report["resolved"][0].startswith("shapes: ")
    assert made.report["resolved"][1].startswith("colours: ")


def test_options_reach_the_tracer_and_conflicts_are_said() -> None:
    made = _rendered(_encoded("PNG"), palette=("#ffffff", "#ff0000"), gradients=True, notes=("svg_x: unknown",))
    assert made.report["resolved"][1] == "colours: 2"
    assert "gradients: they would need colours beyond the ones allowed" in made.report["ignored"]
    assert "svg_x: unknown" in made.report["ignored"]


def test_a_raster_can_be_asked_for() -> None:
    assert _rendered(_encoded("PNG"), format="png").file.media_type == "image/png"


def test_what_is_no_picture_is_refused_by_name() -> None:
    with pytest.raises(Invalid) as refused:
        _rendered(b"GIF89a" + b"\0" * 20)
    assert refused.value.field == "image"
