"""Pieces as elements: ids, shadows, checks."""

from __future__ import annotations

from gouache.engines.composer.checks import blending, cut_text, miscounted, repeated_ids
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Block, Figure, Piece, Placed, Site
from gouache.engines.composer.lexicon import Concept
from gouache.engines.composer.paint import Namer, paint, slug
from gouache.engines.composer.picture import Element, Light, Picture, Role
from gouache.engines.composer.scene import Kind, Node
from gouache.engines.composer.shadows import cast_shadow

SITE = Site(1000, 1000, 860, 640)
BALL = Drawing(
    '<linearGradient id="g"/><circle cx="50" cy="50" r="50" fill="url(#g)"/>',
    Box(0, 0, 100, 100),
    Source("house", "ball", "Apache-2.0"),
)


def placed(count: int) -> list[Placed]:
    pieces = tuple(Piece("n1", i, "ball", BALL, 1.0, x=200.0 + 200 * i, y=860) for i in range(count))
    return [Placed(Block("n1", pieces), 860)]


def figures(count: int, text: str = "") -> dict[str, Figure]:
    node = Node("n1", "balls", "ball", Kind.THING, count=count)
    return {"n1": Figure(node, (BALL,) * count, Concept("ball", Kind.THING, 0.2), 0.2, text=text)}


def test_names_are_never_given_twice() -> None:
    namer = Namer()
    assert [namer("red panda"), namer("Red Panda"), namer("!")] == ["red-panda", "red-panda-2", "thing"]


def test_slug_is_plain() -> None:
    assert slug("T-Rex's egg") == "t-rex-s-egg"


def test_ids_are_unique_over_instances() -> None:
    picture = Picture(1000, 1000, paint(placed(3), figures(3), SITE, Light(), "poppins"))
    assert repeated_ids(picture) == []


def test_repeated_ids_are_found() -> None:
    twin = Element("a", Role.SUBJECT, '<path id="b"/>', Box(0, 0, 1, 1))
    assert repeated_ids(Picture(10, 10, [twin, twin])) == ["a", "b"]


def test_every_subject_has_node_label_and_source() -> None:
    for element in paint(placed(2), figures(2), SITE, Light(), "poppins"):
        assert element.node == "n1"
        if element.role is Role.SUBJECT:
            assert element.label == "ball"
            assert element.sources[0].collection == "house"


def test_shadows_come_before_subjects() -> None:
    roles = [e.role for e in paint(placed(2), figures(2), SITE, Light(), "poppins")]
    assert roles == [Role.SHADOW, Role.SHADOW, Role.SUBJECT, Role.SUBJECT]


def test_shadow_leans_away_from_the_light() -> None:
    box = Box(100, 100, 100, 100)
    from_right = cast_shadow(box, Light(angle=30), "s").box.center.x
    from_left = cast_shadow(box, Light(angle=150), "s").box.center.x
    assert from_right < 150 < from_left


def test_missing_instances_are_reported() -> None:
    elements = paint(placed(2), figures(3), SITE, Light(), "poppins")
    assert miscounted(elements, figures(3)) == ["3 x ball became 2"]


def test_text_off_the_page_is_reported() -> None:
    word = Element("t", Role.TEXT, "", Box(900, 10, 300, 50), text="hi")
    assert cut_text(Picture(1000, 1000, [word])) == ["the text 'hi' leaves the page"]


def test_red_on_red_blends() -> None:
    red = Drawing('<rect width="9" height="9" fill="#d03030"/>', Box(0, 0, 9, 9), BALL.source)
    assert blending(red, ["#cc3333", "#ffffff"]) == 1.0
    assert blending(red, ["#3355cc"]) == 0.0
