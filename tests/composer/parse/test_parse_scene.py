import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouache.engines.composer.lexicon import TableVocabulary
from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Kind, Rel, Scene, Shot, Time, Weather

WORDS = [
    "a",
    "the",
    "two",
    "of",
    "with",
    "without",
    "on",
    "in",
    "left",
    "right",
    "red",
    "striped",
    "cat",
    "dogs",
    "holding",
    "wearing",
    "is",
    "are",
    "and",
    ",",
    ".",
    "'",
    '"',
    "saying",
    "it",
    "its",
    "forest",
    "background",
    "logo",
    "photo",
    "style",
    "head",
    "hand",
    "between",
    "one",
    "another",
    "family",
    "playing",
    "chess",
    "who",
    "no",
    "at",
    "night",
    "made",
    "water",
    "sign",
    "book",
    "'x'",
    "glasses",
    "3",
    "dozen",
]


def _check(scene: Scene) -> None:
    ids = [node.id for node in scene.nodes]
    assert len(set(ids)) == len(ids)
    assert all(node.concept and node.count >= 1 and node.size > 0 for node in scene.nodes)
    assert all(r.subject in ids and r.object in ids and r.subject != r.object for r in scene.relations)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(prompt: str) -> None:
    _check(parse(prompt))


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_words_are_read_the_same_twice(words: list[str]) -> None:
    prompt = " ".join(words)
    scene = parse(prompt)
    _check(scene)
    assert scene == parse(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "life",
        "freedom",
        "zxqv",
        "sunset",
        "rain",
        "a fog",
        "golden ratio",
        "The Starry Night",
        "commonsense",
        "running",
    ],
)
def test_something_is_always_drawn(prompt: str) -> None:
    assert parse(prompt, TableVocabulary()).nodes


def test_a_bare_number_is_lettered() -> None:
    assert parse("42").texts == ["42"]


def test_an_empty_prompt_is_an_empty_scene() -> None:
    scene = parse("  ")
    assert not scene.nodes
    assert scene.setting is None


@pytest.mark.parametrize(
    ("prompt", "key"),
    [
        ("a panda in a snowy forest", "pine_forest"),
        ("a race car on a track", "race_track"),
        ("a city at night", "city_skyline"),
        ("a cat in a living room", "living_room"),
        ("fish under the sea", "underwater"),
        ("a fox in a wheat field", "wheat_field"),
        ("a dog against a brick wall", "brick_wall"),
        ("an astronaut on the moon", "moon"),
        ("a bear on an iceberg", "arctic"),
        ("people walking down a busy street", "city_street"),
        ("a monk in a temple", "church"),
    ],
)
def test_settings(prompt: str, key: str) -> None:
    assert parse(prompt).setting == key


def test_a_place_is_no_node_unless_it_stands_there() -> None:
    assert [n.concept for n in parse("a dog in a forest").nodes] == ["dog"]
    assert [n.kind for n in parse("a forest").nodes] == [Kind.SETTING]
    scene = parse("a dancer next to a waterfall")
    assert [n.concept for n in scene.nodes] == ["dancer", "waterfall"]
    assert scene.related(Rel.NEXT_TO)


def test_conditions() -> None:
    scene = parse("a house in the rain at night in autumn")
    assert (scene.time, scene.weather, scene.season) == (Time.NIGHT, Weather.RAIN, "autumn")
    assert parse("a boat at sunset").time is Time.DUSK


@pytest.mark.parametrize(
    ("prompt", "shot"),
    [
        ("a portrait of a cat", Shot.PORTRAIT),
        ("close-up of a bee", Shot.CLOSEUP),
        ("a minimalist fox logo", Shot.LOGO),
        ("app icon of a camera", Shot.ICON),
        ("a movie poster of a shark", Shot.POSTER),
        ("sticker of an avocado", Shot.STICKER),
        ("a birthday card with a cake", Shot.CARD),
        ("seamless pattern of lemons", Shot.PATTERN),
        ("a dog", Shot.SCENE),
        ("a poster on a wall", Shot.SCENE),
        ("a cat holding a poster", Shot.SCENE),
    ],
)
def test_shots(prompt: str, shot: Shot) -> None:
    assert parse(prompt).shot is shot


@pytest.mark.parametrize(
    "prompt",
    [
        "a photo of a bear",
        "a wildlife photography photo of a bear",
        "an illustration of a bear",
        "high quality 3d render of a bear",
        "oil painting of a bear",
        "a bear in the style of Van Gogh",
        "a bear, 4k, highly detailed",
        "a bear. ink sketch.",
    ],
)
def test_framing_is_style_and_no_thing(prompt: str) -> None:
    scene = parse(prompt)
    assert [node.concept for node in scene.nodes] == ["bear"]
    assert scene.style_words


def test_backgrounds() -> None:
    scene = parse("a cat against a red background")
    assert (scene.background, [n.concept for n in scene.nodes]) == ("#e03131", ["cat"])
    assert parse("a mug, isolated on a white background").setting == "studio"
