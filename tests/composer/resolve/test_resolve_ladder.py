from pathlib import Path

import pytest

from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.resolve import Means, Resolution, resolve
from gouache.engines.composer.resolve.tables import excluded, symbols
from gouache.engines.composer.scene import Kind, Node

with_pack = pytest.mark.skipif(pack() is None, reason="the art pack is not built")

NAMES = (
    "person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,"
    "bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,"
    "skis,snowboard,sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,"
    "cup,fork,knife,spoon,bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,"
    "potted plant,bed,dining table,toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,sink,"
    "refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush"
)
COCO = NAMES.split(",")


def look_up(name: str, kind: Kind | None = None, look: str = "soft", needs_rig: bool = False) -> Resolution:
    entry = concept(name)
    return resolve(Node("a", name, name, kind or (entry.kind if entry else Kind.THING)), look, needs_rig)


@pytest.mark.parametrize("name", COCO)
def test_every_coco_class_is_a_concept(name: str) -> None:
    assert concept(name) is not None


@with_pack
@pytest.mark.parametrize("look", ["soft", "flat"])
def test_no_resolution_is_a_mere_face(look: str) -> None:
    for name in COCO:
        collection, _, drawing = look_up(name, look=look).name.partition(":")
        assert (collection, drawing) not in excluded()


@with_pack
@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("orange", "tangerine"),
        ("computer mouse", "computer-mouse"),
        ("train", "locomotive"),
        ("donut", "doughnut"),
        ("hotdog", "hot-dog"),
        ("jellyfish", "jellyfish"),
        ("kale", "leafy-green"),
    ],
)
def test_homonyms_and_other_names(name: str, drawing: str) -> None:
    found = look_up(name)
    assert found.name in (f"noto:{drawing}", name, found.concept.name)
    assert found.stands_in_for is None


@with_pack
def test_a_breed_without_a_drawing_is_its_kind_and_says_so() -> None:
    woodpecker, bird = look_up("woodpecker"), look_up("bird")
    assert woodpecker.name == bird.name
    assert woodpecker.stands_in_for == "woodpecker"


@with_pack
def test_the_look_chooses_the_collection() -> None:
    assert look_up("banana", look="soft").name == "noto:banana"
    assert look_up("banana", look="flat").name == "fluent-emoji-flat:banana"


@pytest.mark.parametrize("name", ["woman", "astronaut", "ambassador", "grandmother"])
def test_people_go_to_the_rig(name: str) -> None:
    assert look_up(name, Kind.PERSON).means is Means.CHARACTER


def test_animals_with_only_a_face_go_to_the_rig() -> None:
    for name in ("bear", "fox", "panda", "lion", "frog"):
        assert look_up(name).means is Means.CHARACTER


def test_animals_that_act_go_to_the_rig() -> None:
    assert look_up("dog", needs_rig=True).means is Means.CHARACTER


@with_pack
@pytest.mark.parametrize("name", ["blorptastic", "contraption", "anode", "kitchen"])
def test_the_unknown_is_drawn_as_its_kind_and_says_so(name: str) -> None:
    found = look_up(name)
    assert found.stands_in_for == name
    assert found.confidence <= 0.8


@with_pack
def test_things_are_never_drawn_as_animals_or_people() -> None:
    for name in ("anode", "bullet", "hydrant valve", "baseball bat"):
        assert look_up(name, Kind.THING).concept.kind not in (Kind.ANIMAL, Kind.PERSON)


@with_pack
@pytest.mark.parametrize(("word", "drawing"), [("love", "red-heart"), ("peace", "dove"), ("time", "hourglass")])
def test_words_without_a_shape_have_a_symbol(word: str, drawing: str) -> None:
    found = look_up(word)
    assert found.name in (f"noto:{drawing}", word, drawing)
    assert len(symbols()) >= 60


@with_pack
@pytest.mark.parametrize(("name", "head"), [("garden chair", "chair"), ("old grey umbrella", "umbrella")])
def test_longer_names_fall_back_to_their_head(name: str, head: str) -> None:
    assert look_up(name).name == look_up(head).name


@with_pack
def test_plurals_are_understood() -> None:
    assert look_up("bananas").name == look_up("banana").name
    assert look_up("cherries").name == look_up("cherry").name


@with_pack
def test_it_is_the_same_each_time() -> None:
    names = [*COCO, "widget", "sofa bed", "racing yacht"]
    assert [look_up(name) for name in names] == [look_up(name) for name in names]


def test_everything_resolves_without_a_pack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOUACHE_ART_PACK", str(tmp_path / "none.sqlite"))
    for name in (*COCO, "widget", "love"):
        found = look_up(name)
        assert found.means is not Means.PACK
        assert found.name
