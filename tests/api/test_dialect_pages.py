"""The pages of the dialects name every route that is there."""

from __future__ import annotations

import re

import pytest

from gouache.api.app import create_app
from gouache.api.openapi_pages import DIALECTS, document
from tests.api.samples import page, samples

PREFIXES = re.compile(r"^/(segmind|aimlapi/v1|aimlapi|replicate/v1)(?=/)")
PARAMETER = re.compile(r"\{\w+\}")
MODELS = re.compile(r"^/fal/(run|queue)/(?=fal-ai/)")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_page_and_its_line(dialect: str) -> None:
    assert any("http://127.0.0.1:8000" in sample for sample in samples(dialect))
    assert "401" in page(dialect) or "recraft.md" in page(dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_route_is_named(dialect: str) -> None:
    text = PARAMETER.sub("{}", page(dialect))
    for path in document(create_app(), dialect)["paths"]:
        name = PARAMETER.sub("{}", MODELS.sub("", PREFIXES.sub("", path)))
        assert name in text or f"/{name.rpartition('/')[2]}`" in text, path
