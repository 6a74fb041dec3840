import pytest

from gouache.engines.composer.lexicon.morphology import Form, singular, verb_forms
from gouache.engines.composer.lexicon.tables import colors
from gouache.engines.composer.parse import parse


def _heads(prompt: str) -> list[tuple[int, str]]:
    return [(node.count, node.concept) for node in parse(prompt).nodes]


@pytest.mark.parametrize(
    ("prompt", "nodes"),
    [
        ("two ducks swimming", [(2, "duck")]),
        ("an orange on a blue plate", [(1, "orange"), (1, "plate")]),
        ("a light bulb", [(1, "light bulb")]),
        ("a watch", [(1, "watch")]),
        ("a park bench", [(1, "park bench")]),
        ("a photo of three wine glasses", [(3, "wine glass")]),
        ("a pair of scissors", [(1, "scissors")]),
        ("a herd of cows", [(5, "cow")]),
        ("lots of balloons", [(8, "balloon")]),
        ("a dozen eggs", [(12, "egg")]),
        ("12 eggs", [(12, "egg")]),
        ("apples", [(3, "apple")]),
        ("a man painting a fence", [(1, "man"), (1, "fence")]),
        ("a golden retriever", [(1, "golden retriever")]),
        ("an oak tree", [(1, "oak tree")]),
        ("a red block to the left of a blue pyramid", [(1, "block"), (1, "pyramid")]),
        ("not more than five meerkats", [(5, "meerkat")]),
        ("a family of four", [(1, "woman"), (1, "man"), (2, "child")]),
        ("a cat without a hat", [(1, "cat")]),
    ],
)
def test_counts_and_heads(prompt: str, nodes: list[tuple[int, str]]) -> None:
    found = _heads(prompt)
    assert found == nodes or [(n, "pair of scissors" if w == "scissors" else w) for n, w in nodes] == found


@pytest.mark.parametrize("number", range(2, 11))
def test_number_words_and_digits_agree(number: int) -> None:
    word = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][number]
    assert parse(f"{word} red bears").nodes[0].count == parse(f"{number} red bears").nodes[0].count == number


@pytest.mark.parametrize("color", ["red", "hot pink", "dark green", "light blue", "teal", "navy blue"])
def test_a_colour_belongs_to_its_noun_only(color: str) -> None:
    first, second = parse(f"a photo of a {color} bicycle and a yellow dog").nodes
    assert first.colors == (colors()[color].hex,)
    assert second.colors == (colors()["yellow"].hex,)


def test_hex_codes_are_colours() -> None:
    assert parse("a #12ab9f car").nodes[0].colors == ("#12ab9f",)


def test_predicates_colour_their_subject() -> None:
    assert parse("the car is red").nodes[0].colors == parse("a car that is red").nodes[0].colors == ("#e03131",)


def test_attributes() -> None:
    (node,) = parse("a huge cute striped wooden smiling robot").nodes
    assert (node.material, node.pattern, node.expression) == ("wood", "striped", "happy")
    assert node.size > 1.5
    assert "cute" in node.modifiers


def test_parts_and_arms() -> None:
    (monster,) = parse("a monster with lots of hands").nodes
    assert monster.extra_arms == 8
    (woman,) = parse("a woman with long hair").nodes
    assert woman.parts == ("long hair",)
    assert parse("a three-headed dog").nodes[0].parts == ("three heads",)


def test_elliptic_colours_share_a_head() -> None:
    assert [node.concept for node in parse("a black and a white cat").nodes] == ["cat", "cat"]
    assert len(parse("a black and white cat").nodes[0].colors) == 2


@pytest.mark.parametrize(
    ("plural", "lemma"), [("knives", "knife"), ("buses", "bus"), ("people", "person"), ("cherries", "cherry")]
)
def test_singular(plural: str, lemma: str) -> None:
    assert singular(plural) == (lemma, True)


@pytest.mark.parametrize(
    ("word", "lemma"), [("sitting", "sit"), ("lying", "lie"), ("worn", "wear"), ("carried", "carry")]
)
def test_verb_forms(word: str, lemma: str) -> None:
    assert verb_forms()[word].lemma == lemma
    assert verb_forms()[lemma].form is Form.BASE
