from __future__ import annotations

import math

import pytest

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.rig import Held, Worn, dress, ink
from gouache.engines.composer.rig.biped import MASCOT, skeleton
from gouache.engines.composer.rig.faces import expression
from gouache.engines.composer.rig.hats import HATS, hat_named
from gouache.engines.composer.rig.heads import front_head
from gouache.engines.composer.rig.hold import grip_of, take
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.poses import find_pose, joint, pose_names
from gouache.engines.composer.rig.species import creatures, dyed, find
from tests.composer.rig.rig_samples import cup, sign


def test_ellipse_extent() -> None:
    box = ink.extent(ink.ellipse(10, 20, 30, 40))
    assert box.x == pytest.approx(-20, abs=0.01)
    assert box.bottom == pytest.approx(60, abs=0.01)


def test_boolean_shapes() -> None:
    a, b = ink.ellipse(0, 0, 10), ink.ellipse(10, 0, 10)
    assert ink.extent(ink.both(a, b)).w == pytest.approx(10, abs=0.1)
    assert ink.extent(ink.union(a, b)).w == pytest.approx(30, abs=0.1)
    assert ink.empty(ink.cut(a, ink.ellipse(0, 0, 12)))


def test_matrix_order() -> None:
    m = ink.times(ink.moving(10, 0), ink.turning(90))
    assert ink.mapped((0, 0), m) == pytest.approx((0, 10))


def test_tube_covers_its_spine() -> None:
    box = ink.extent(ink.tube([(0, 0), (50, 0), (100, 0)], [10, 10, 5]))
    assert box.x == pytest.approx(-10, abs=0.1)
    assert box.right == pytest.approx(105, abs=0.1)


def test_path_data_round_trip() -> None:
    shape = ink.path("M0 0 L10 0 Q10 10 0 10 Z")
    assert ink.data(shape).startswith("M0 0L10 0Q10 10 0 10")


def test_shade_is_darker() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="{}"/></svg>'
    light, dark = (pixels(svg.format(c))[0, 0, :3].sum() for c in ("#cc6633", shaded("#cc6633")))
    assert dark < light


def test_empty_fills_are_left_out() -> None:
    assert Part("x").fill(ink.both(ink.ellipse(0, 0, 1), ink.ellipse(9, 9, 1)), "#000000").markup() == ""


def test_joint_keeps_its_bones() -> None:
    elbow, hand = joint((0, 0), (60, 0), 100, 1)
    assert math.dist((0, 0), elbow) == pytest.approx(50)
    assert math.dist(elbow, hand) == pytest.approx(50)


def test_joint_out_of_reach_is_pulled_in() -> None:
    _, hand = joint((0, 0), (500, 0), 100, 1)
    assert hand[0] == pytest.approx(112)


def test_limbs_are_attached_in_every_pose() -> None:
    for name in pose_names():
        bones = skeleton(MASCOT, find_pose(name))
        assert math.dist(bones.shoulders[0], bones.hands[0]) <= MASCOT.arm * 1.13
        assert max(bones.feet[0][1], bones.feet[1][1]) <= 0.01


@pytest.mark.parametrize(
    ("words", "pose"),
    [("walking slowly", "walking"), ("strolling", "walking"), (None, "standing"), ("xyzzy", "standing")],
)
def test_pose_words(words: str | None, pose: str) -> None:
    assert find_pose(words).name == pose


@pytest.mark.parametrize(("word", "mouth"), [("smiling", "smile"), ("furious", "frown"), ("nonsense", "smile")])
def test_expression_words(word: str, mouth: str) -> None:
    assert expression(word).mouth == mouth


def test_seated_deeds() -> None:
    pose = find_pose("sitting reading")
    assert pose.has("sit")
    assert pose.hand_left == find_pose("reading").hand_left


def test_expressions_differ() -> None:
    kind = creatures()["cat"]
    faces = {
        m: "".join(p.markup() for p in front_head(kind, m).front)
        for m in ("happy", "sad", "angry", "laughing", "sleeping")
    }
    assert len(set(faces.values())) == 5


def test_eyes_lie_in_the_head() -> None:
    for kind in creatures().values():
        head = front_head(kind, "happy")
        box = next(p for p in head.front if p.name == "head").box()
        x, y = head.anchors["eyes"]
        assert box.x < x < box.right, kind.name
        assert box.y - 12 < y < box.bottom, kind.name


def test_every_hat_sits_on_its_edge() -> None:
    for name, draw in HATS.items():
        box = draw(None).box()
        assert box.y < 0, name
        assert box.w > 60, name


def test_hat_by_the_last_words() -> None:
    assert hat_named("tall black top hat") is HATS["top hat"]
    assert hat_named("shoe") is None


def test_other_names() -> None:
    assert (found := find("tyrannosaurus rex")) is not None
    assert found.name == "t-rex"
    assert find("zebras") is creatures()["zebra"] or find("zebras") == creatures()["zebra"]
    assert find("spoon") is None


def test_dyeing_keeps_marks_apart() -> None:
    blue = dyed(creatures()["zebra"], ("#2f6fe0",))
    assert blue.coat == "#2f6fe0"
    assert blue.dark != blue.coat
    assert dyed(blue, ()) is blue


def test_grip_comes_from_the_anchor() -> None:
    drawing = cup()
    assert grip_of(Held(drawing, "umbrella")).at == (0.5, 0.86)
    gripped = Held(type(drawing)(drawing.markup, drawing.box, drawing.source, {"grip": Point(-50, -50)}), "umbrella")
    assert grip_of(gripped).at == (0.0, 0.0)


def test_a_sign_takes_both_hands() -> None:
    _, placed = take(skeleton(MASCOT, find_pose("standing")), (Held(sign(), "sign"),), 400, 104)
    assert placed[0].hands == (0, 1)


def test_dress_grows_the_box() -> None:
    drawing = cup()
    dressed = dress(drawing, (Worn("top hat"),), (Held(sign(), "sign"),))
    assert dressed.box.area > drawing.box.area
    assert 'data-part="wear-hat"' in dressed.markup
    assert dressed.fields["text"].area > 0
    assert dress(drawing) is drawing


def test_dress_uses_anchors() -> None:
    base = cup()
    eyes = {"eye_left": Point(-20, 0), "eye_right": Point(0, 0), "eyes": Point(-10, 0)}
    near = dress(type(base)(base.markup, Box(-50, -50, 100, 100), base.source, eyes), (Worn("sunglasses"),))
    assert 'data-part="wear-glasses"' in near.markup
    assert near.box == base.box
