"""Things on, in, under and astride other things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout.block import Part
from gouache.engines.composer.layout.size import visual_scale
from gouache.engines.composer.scene import Kind, Rel
from tests.composer.layout.layout_doubles import basket, boxes, cat, cup, dog, drawing, figure, lay, table


def test_feet_on_the_table_top() -> None:
    placed = lay([cup(), table()], ("cup", Rel.ON, "table"))
    small, large = boxes(placed, "cup")[0], boxes(placed, "table")[0]
    assert small.bottom == pytest.approx(large.y + 0.05 * large.h, abs=1)
    assert large.x <= small.x
    assert small.right <= large.right


def test_several_cups_share_the_table_top() -> None:
    placed = lay([cup(4), table()], ("cup", Rel.ON, "table"))
    cups, large = sorted(boxes(placed, "cup"), key=lambda b: b.x), boxes(placed, "table")[0]
    assert all(a.right <= b.x + 1 for a, b in zip(cups, cups[1:], strict=False))
    assert cups[0].x >= large.x - 1
    assert cups[-1].right <= large.right + 1


def test_child_is_painted_between_back_and_front_wall() -> None:
    placed = lay([cat(), basket()], ("cat", Rel.IN, "basket"))
    parts = [(p.node, p.part) for p in placed[0].block.pieces]
    assert parts == [("basket", Part.BACK), ("cat", Part.WHOLE), ("basket", Part.FRONT)]


def test_child_looks_out_of_the_basket() -> None:
    placed = lay([cat(), basket()], ("cat", Rel.IN, "basket"))
    child, host = boxes(placed, "cat")[0], boxes(placed, "basket")[0]
    assert child.y < host.y
    assert (host.y + 0.2 * host.h - child.y) / child.h > 0.55


def test_hat_without_front_hides_the_lower_part() -> None:
    hat = figure("hat", Kind.WEARABLE, 0.2, drawing(100, 60), traits=("worn-head",))
    placed = lay([cat(), hat], ("cat", Rel.IN, "hat"))
    assert [p.node for p in placed[0].block.pieces] == ["cat", "hat"]


def test_rider_sits_on_the_saddle() -> None:
    horse = figure("horse", Kind.ANIMAL, 1.6, drawing(160, 150, {"seat": (0.5, 0.3)}, facing="left"))
    rider = figure("man", Kind.PERSON, 1.75, drawing(60, 120, {"seat": (0.5, 0.7)}), seated=True)
    placed = lay([rider, horse], ("man", Rel.RIDING, "horse"))
    man, mount = boxes(placed, "man")[0], boxes(placed, "horse")[0]
    assert man.y + 0.7 * man.h == pytest.approx(mount.y + 0.3 * mount.h, abs=1)
    assert man.bottom < mount.bottom


def test_each_rider_gets_a_horse() -> None:
    horse = figure("horse", Kind.ANIMAL, 1.6, drawing(160, 150, {"seat": (0.5, 0.3)}), count=2)
    rider = figure("man", Kind.PERSON, 1.75, drawing(60, 120, {"seat": (0.5, 0.7)}), count=2, seated=True)
    placed = lay([rider, horse], ("man", Rel.RIDING, "horse"))
    men, mounts = boxes(placed, "man"), boxes(placed, "horse")
    for man in men:
        assert any(m.x < man.center.x < m.right for m in mounts)
    assert men[0].overlap(men[1]) == 0


def test_dog_under_the_table() -> None:
    placed = lay([dog(), table()], ("dog", Rel.BELOW, "table"))
    low, high = boxes(placed, "dog")[0], boxes(placed, "table")[0]
    assert low.center.y > high.center.y
    assert low.y > high.y
    assert high.x < low.x
    assert low.right < high.right


def test_circle_of_relations_is_cut() -> None:
    placed = lay([cup(), table()], ("cup", Rel.ON, "table"), ("table", Rel.ON, "cup"))
    assert len(placed) == 1


def test_two_kinds_on_one_table_stand_side_by_side() -> None:
    plate = figure("plate", Kind.THING, 0.05, drawing(100, 20))
    placed = lay([cup(), plate, table()], ("cup", Rel.ON, "table"), ("plate", Rel.ON, "table"))
    assert boxes(placed, "cup")[0].overlap(boxes(placed, "plate")[0]) == 0


def test_nested_blocks_stay_together() -> None:
    placed = lay([cat(), basket(), table()], ("cat", Rel.IN, "basket"), ("basket", Rel.ON, "table"))
    assert len(placed) == 1
    assert boxes(placed, "cat")[0].bottom < boxes(placed, "table")[0].y + 0.1 * boxes(placed, "table")[0].h


@pytest.mark.parametrize(("metres", "taller"), [(0.1, 0.4), (0.4, 1.7), (1.7, 6.0)])
def test_real_order_of_height_is_kept(metres: float, taller: float) -> None:
    box = Box(0, 0, 50, 60)
    assert visual_scale(metres, box) < visual_scale(taller, box)


def test_long_things_do_not_outgrow_people() -> None:
    board, person = Box(0, 0, 400, 50), Box(0, 0, 50, 120)
    assert visual_scale(0.12, board) * board.w < 1.2 * visual_scale(1.7, person) * person.h


def test_apples_hang_in_the_crown() -> None:
    tree = figure("tree", Kind.PLANT, 5, drawing(100, 130))
    placed = lay([cup(5), tree], ("cup", Rel.ON, "tree"))
    host = boxes(placed, "tree")[0]
    for box in boxes(placed, "cup"):
        assert host.x < box.center.x < host.right
        assert host.y < box.center.y < host.y + 0.65 * host.h


def test_sitters_share_a_bench() -> None:
    bench = figure("bench", Kind.FURNITURE, 0.9, drawing(200, 90, {"seat": (0.5, 0.5)}), traits=("seat",))
    child = figure("child", Kind.PERSON, 1.2, drawing(50, 90, {"seat": (0.5, 0.7)}), count=3, seated=True)
    placed = lay([child, bench], ("child", Rel.ON, "bench"))
    host, kids = boxes(placed, "bench")[0], boxes(placed, "child")
    assert sum(b.center.x for b in kids) / 3 == pytest.approx(host.center.x, abs=2)


def test_cup_beside_a_thing_on_the_table_is_on_the_table() -> None:
    laptop = figure("laptop", Kind.THING, 0.25, drawing(90, 60))
    placed = lay([laptop, table(), cup()], ("laptop", Rel.ON, "table"), ("cup", Rel.LEFT_OF, "laptop"))
    small, host = boxes(placed, "cup")[0], boxes(placed, "table")[0]
    assert small.bottom == pytest.approx(host.y + 0.05 * host.h, abs=2)
    assert small.right < boxes(placed, "laptop")[0].x


@pytest.mark.parametrize("crown", [0.1, 0.9])
def test_head_lies_on_the_pillow(crown: float) -> None:
    art = drawing(200, 90, {"bed": (0.5, 0.5)})
    art = replace(art, markup='<path d="M0 0h20v50h180v40H0z"/>')  # the headboard is on the left
    bed = figure("bed", Kind.FURNITURE, 0.8, art, traits=("bed",))
    cat_ = figure("cat", Kind.ANIMAL, 0.3, drawing(90, 40, {"crown": (crown, 0.2)}, facing="right"), lying=True)
    placed = lay([cat_, bed], ("cat", Rel.ON, "bed"))
    sleeper = next(p for p in placed[0].block.pieces if p.node == "cat")
    assert sleeper.anchor("crown", (0.5, 0.5)).x < sleeper.x
