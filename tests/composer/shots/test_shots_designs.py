"""Every design shot: words kept, colours kept, nothing off the page, the same twice."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from gouache.engines.composer import raster
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.palette import check_contrast
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene, Shot
from gouache.engines.composer.shots import compose_shot
from gouache.engines.composer.svg import document

DESIGNS = [Shot.LOGO, Shot.ICON, Shot.POSTER, Shot.CARD, Shot.PATTERN, Shot.STICKER]
WRITTEN = [Shot.LOGO, Shot.POSTER, Shot.CARD, Shot.STICKER]
FACE = (
    '<defs><linearGradient id="g"><stop stop-color="#c33"/></linearGradient></defs>'
    '<circle cx="50" cy="50" r="45" fill="#d8662c"/><circle cx="50" cy="66" r="20" fill="#fff3e2"/>'
    '<circle cx="34" cy="42" r="6" fill="#221a17"/><circle cx="66" cy="42" r="6" fill="#221a17"/>'
    '<path d="M42 64h16l-8 8z" fill="url(#g)"/>'
)


@dataclass
class Request:
    prompt: str = "a design with a bear"
    width: int = 480
    height: int = 480
    seed: int = 0
    look: Any = "flat"
    palette: tuple[str, ...] = ()
    background: str | None = None
    no_text: bool = False
    artistic_level: int | None = None


def figure(node: Node, rng: random.Random, look: Any) -> Drawing:
    return Drawing(FACE, Box(5, 5, 90, 90), Source("house", node.concept, "Apache-2.0"))


def scene(shot: Shot, *texts: str, concepts: tuple[str, ...] = ("bear",), **kwargs: Any) -> Scene:
    nodes = [Node(f"n{i}", c, c, Kind.ANIMAL) for i, c in enumerate(concepts)]
    return Scene("a design with a bear", nodes=nodes, texts=list(texts), shot=shot, **kwargs)


def made(shot: Shot, *texts: str, request: Request | None = None, **kwargs: Any) -> Picture:
    return compose_shot(scene(shot, *texts, **kwargs), request or Request(), figure).picture


def words(picture: Picture) -> list[str | None]:
    return [e.text for e in picture.pick([Role.TEXT])]


@pytest.mark.parametrize("shot", WRITTEN)
@pytest.mark.parametrize("seed", range(8))
def test_every_quoted_text_is_written_once_and_readable(shot: Shot, seed: int) -> None:
    texts = ["Blue Note Nights", "Every Friday from 8pm"]
    picture = made(shot, *texts, request=Request(seed=seed))
    assert Counter(words(picture)) == Counter(texts)
    assert check_contrast(picture) == []


@pytest.mark.parametrize("shot", DESIGNS)
@pytest.mark.parametrize("seed", range(4))
def test_no_text_means_none(shot: Shot, seed: int) -> None:
    assert words(made(shot, "Hello", request=Request(no_text=True, seed=seed))) == []


@pytest.mark.parametrize("shot", DESIGNS)
@pytest.mark.parametrize("concepts", [(), ("bear",), ("bear", "tree", "star")])
@pytest.mark.parametrize("size", [(480, 480), (480, 720), (720, 400)])
def test_documents_are_sound(shot: Shot, concepts: tuple[str, ...], size: tuple[int, int]) -> None:
    picture = made(shot, "Hello", concepts=concepts, request=Request(width=size[0], height=size[1], seed=3))
    svg = document(picture)
    ET.fromstring(svg)  # noqa: S314 - our own markup
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
    page = Box(-1, -1, size[0] + 2, size[1] + 2)
    assert all(page.union(e.box) == page for e in picture.pick([Role.TEXT]))


@pytest.mark.parametrize("shot", DESIGNS)
def test_the_same_request_gives_the_same_picture(shot: Shot) -> None:
    assert document(made(shot, "Hello")) == document(made(shot, "Hello"))


def test_seeds_differ() -> None:
    assert len({document(made(Shot.LOGO, "Hello", request=Request(seed=s))) for s in range(6)}) > 3


@pytest.mark.parametrize("shot", DESIGNS)
@pytest.mark.parametrize("seed", range(3))
def test_a_background_is_exact_at_the_edges(shot: Shot, seed: int) -> None:
    picture = made(shot, "Hello", request=Request(background="#7ad1c4", seed=seed))
    pixels = raster.pixels(document(picture))[..., :3]
    corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners == (0x7A, 0xD1, 0xC4)).all()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [(480, 480), (600, 400)])
def test_patterns_meet_themselves_at_every_edge(seed: int, size: tuple[int, int]) -> None:
    picture = made(Shot.PATTERN, concepts=("bear", "tree"), request=Request(width=size[0], height=size[1], seed=seed))
    pixels = raster.pixels(document(picture))[..., :3].astype(int)
    for page in (pixels, pixels.transpose(1, 0, 2)):
        inside = np.abs(np.diff(page, axis=0)).mean((1, 2))
        assert np.abs(page[0] - page[-1]).mean() <= inside.max()


def test_sticker_has_a_white_rim() -> None:
    picture = made(Shot.STICKER)
    rim = next(e for e in picture.elements if e.id == "rim")
    assert "#ffffff" in rim.markup
    assert [e.id for e in picture.elements].index("rim") < [e.id for e in picture.elements].index("figure")


def test_what_is_worn_is_not_drawn_again() -> None:
    drawn: list[str] = []

    def noting(node: Node, rng: random.Random, look: Any) -> Drawing:
        drawn.append(node.concept)
        return figure(node, rng, look)

    worn = scene(Shot.LOGO, concepts=("bear", "hat"))
    worn.relations.append(Relation(Rel.WEARING, "n0", "n1"))
    compose_shot(worn, Request(), noting)
    assert drawn == ["bear"]


def test_sources_are_kept() -> None:
    picture = made(Shot.POSTER)
    assert any(s.name == "bear" for e in picture.elements for s in e.sources)


def test_a_scene_is_no_design() -> None:
    with pytest.raises(ValueError, match="not a design"):
        made(Shot.SCENE)


def test_missing_letters_are_noted() -> None:
    result = compose_shot(scene(Shot.POSTER, "ab\U00012000"), Request(), figure)
    assert any("\U00012000" in note for note in result.notes)
