"""Roots on the page: counts, order, size, stacks."""

from __future__ import annotations

from itertools import combinations

import pytest

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Site
from gouache.engines.composer.scene import Kind, Rel
from tests.composer.layout.layout_doubles import SITE, boxes, cat, cup, dog, drawing, figure, lay, table

PAGES = [Site(1024, 1024, 860, 640), Site(2048, 1024, 860, 640), Site(1024, 2048, 1700, 1250)]


def inside(box: Box, site: Site) -> bool:
    return box.x >= -1 and box.y >= -1 and box.right <= site.width + 1 and box.bottom <= site.height + 1


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 9, 12])
def test_counted_instances_are_apart_and_on_the_page(count: int, site: Site) -> None:
    found = boxes(lay([dog(count)], site=site), "dog")
    assert len(found) == count
    assert all(inside(box, site) for box in found)
    for a, b in combinations(found, 2):
        assert a.overlap(b) < 0.2 * min(a.area, b.area)


def test_crowd_of_thirty_is_complete() -> None:
    found = boxes(lay([dog(30)]), "dog")
    assert len(found) == 30
    assert all(inside(box, SITE) for box in found)


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize("seed", range(4))
def test_left_is_left(seed: int, site: Site) -> None:
    placed = lay([dog(), cat()], ("cat", Rel.LEFT_OF, "dog"), site=site, seed=seed)
    assert boxes(placed, "cat")[0].right < boxes(placed, "dog")[0].x


def test_chain_of_orders() -> None:
    placed = lay([dog(), cat(), cup()], ("cup", Rel.RIGHT_OF, "cat"), ("dog", Rel.RIGHT_OF, "cup"))
    assert boxes(placed, "cat")[0].right < boxes(placed, "cup")[0].x < boxes(placed, "dog")[0].x


@pytest.mark.parametrize("site", PAGES)
def test_above_is_above_with_a_gap(site: Site) -> None:
    placed = lay([dog(), cat()], ("dog", Rel.ABOVE, "cat"), site=site)
    upper, lower = boxes(placed, "dog")[-1], boxes(placed, "cat")[0]
    assert upper.bottom < lower.y
    assert inside(upper, site)


@pytest.mark.parametrize("site", PAGES)
def test_single_subject_fills_a_good_part_of_the_page(site: Site) -> None:
    box = boxes(lay([cat()], site=site), "cat")[0]
    assert box.h > 0.44 * site.height or box.w > 0.7 * site.width
    assert box.h < 0.75 * site.height


def test_small_thing_beside_large_one_is_not_lost() -> None:
    bus = figure("bus", Kind.VEHICLE, 3.2, drawing(300, 120))
    box = boxes(lay([bus, cup()]), "cup")[0]
    assert max(box.w, box.h) > 0.12 * 1024


def test_hidden_thing_is_half_visible() -> None:
    placed = lay([cat(), dog()], ("cat", Rel.BEHIND, "dog"))
    back, front = boxes(placed, "cat")[0], boxes(placed, "dog")[0]
    assert back.overlap(front) < 0.55 * back.area
    assert back.bottom < front.bottom


def test_flyer_has_its_own_column() -> None:
    plane = figure("airplane", Kind.VEHICLE, 5, drawing(200, 90), traits=("flies",))
    placed = lay([plane, table()])
    assert boxes(placed, "airplane")[0].overlap(boxes(placed, "table")[0]) == 0


def test_moon_is_in_the_sky_and_free() -> None:
    moon = figure("moon", Kind.CELESTIAL, 50, drawing(80, 80))
    placed = lay([moon, dog()])
    box = boxes(placed, "moon")[0]
    assert box.bottom < SITE.height * 0.55
    assert box.overlap(boxes(placed, "dog")[0]) == 0


def test_facing_animals_look_at_each_other() -> None:
    placed = lay([dog(), cat()], ("dog", Rel.FACING, "cat"))
    looks = {p.node: (p.x, p.drawing.facing) for block in placed for p in block.block.pieces}
    left, right = sorted(looks.values())
    assert (left[1], right[1]) == ("right", "left")


def test_same_seed_same_layout() -> None:
    assert lay([dog(5), cat(2)], seed=3) == lay([dog(5), cat(2)], seed=3)


def test_ring_surrounds_its_centre() -> None:
    placed = lay([dog(), cat(6)], ("cat", Rel.AROUND, "dog"))
    centre = boxes(placed, "dog")[0].center
    xs = [b.center.x for b in boxes(placed, "cat")]
    assert min(xs) < centre.x < max(xs)
    assert len(xs) == 6


def test_one_stands_between_two() -> None:
    placed = lay([dog(), cat(2)], ("dog", Rel.NEXT_TO, "cat"))
    first, second = sorted(b.center.x for b in boxes(placed, "cat"))
    assert first < boxes(placed, "dog")[0].center.x < second


def test_house_stands_behind_when_there_is_company() -> None:
    house = figure("house", Kind.BUILDING, 7, drawing(200, 180))
    placed = lay([house, dog(), cat()])
    assert placed[0].block.node == "house"
    assert boxes(placed, "house")[0].bottom < boxes(placed, "dog")[0].bottom
    assert inside(boxes(placed, "house")[0], SITE)
