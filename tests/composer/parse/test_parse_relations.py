import pytest

from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Rel

R = Rel


def _links(prompt: str) -> set[tuple[str, Rel, str]]:
    scene = parse(prompt)
    return {(scene.node(r.subject).concept, r.kind, scene.node(r.object).concept) for r in scene.relations}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("left of", R.LEFT_OF),
        ("to the left of", R.LEFT_OF),
        ("on the right side of", R.RIGHT_OF),
        ("right of", R.RIGHT_OF),
        ("above", R.ABOVE),
        ("over", R.ABOVE),
        ("below", R.BELOW),
        ("under", R.BELOW),
        ("on top of", R.ON),
        ("next to", R.NEXT_TO),
        ("beside", R.NEXT_TO),
        ("behind", R.BEHIND),
        ("in front of", R.IN_FRONT_OF),
    ],
)
def test_prepositions(words: str, relation: Rel) -> None:
    assert _links(f"a photo of a dog {words} a chair") == {("dog", relation, "chair")}


@pytest.mark.parametrize(
    ("prompt", "links"),
    [
        ("a red apple and two bananas on a table", {("apple", R.ON, "table"), ("banana", R.ON, "table")}),
        ("a girl riding an ostrich", {("girl", R.RIDING, "ostrich")}),
        ("a cat eating a fish", {("cat", R.EATING, "fish")}),
        ("a red panda using a laptop", {("red panda", R.USING, "laptop")}),
        ("a kite held by a girl", {("girl", R.HOLDING, "kite")}),
        ("a boy flying a kite", {("boy", R.HOLDING, "kite")}),
        ("an owl with a mouse in its beak", {("owl", R.HOLDING, "mouse")}),
        ("a box with a ball on it", {("ball", R.ON, "box")}),
        ("a vase filled with roses", {("rose", R.IN, "vase")}),
        ("a cow surrounded by sheep", {("sheep", R.AROUND, "cow")}),
        ("a lamp between a cat and a dog", {("lamp", R.RIGHT_OF, "cat"), ("lamp", R.LEFT_OF, "dog")}),
        ("a dog on the left and a cat on the right", {("dog", R.LEFT_OF, "cat")}),
        ("a bear. The bear is wearing a hat.", {("bear", R.WEARING, "hat")}),
        ("a bear and a dog wearing hats", {("bear", R.WEARING, "hat"), ("dog", R.WEARING, "hat")}),
        ("four cups on a round wooden table", {("cup", R.ON, "table")}),
        ("a mouse eating cheese on a plate", {("mouse", R.EATING, "cheese"), ("cheese", R.ON, "plate")}),
        ("a bottle with a ribbon wrapped around it", {("ribbon", R.AROUND, "bottle")}),
        ("Next to the vase is a pear.", {("pear", R.NEXT_TO, "vase")}),
        ("a statue of a king. The statue holds a book.", {("king", R.HOLDING, "book")}),
        ("a cup with one beer to its left", {("beer", R.LEFT_OF, "cup")}),
    ],
)
def test_clauses(prompt: str, links: set[tuple[str, Rel, str]]) -> None:
    assert _links(prompt) == links


def test_one_thing_in_each_hand() -> None:
    scene = parse(
        "a red panda, holding a prize cup with one hand and a sign with another hand saying 'recraft FTW', happy"
    )
    panda, _, sign = scene.nodes
    assert len(scene.related(R.HOLDING, subject=panda.id)) == 2
    assert (sign.text, panda.expression) == ("recraft FTW", "happy")


def test_poses_and_relations_together() -> None:
    scene = parse("A T-Rex relaxing on a beach, lying on a sun lounger and wearing sunglasses.")
    assert (scene.nodes[0].pose, scene.setting) == ("lying", "beach")
    assert {r.kind for r in scene.relations} == {R.ON, R.WEARING}


def test_a_second_sentence_adds_to_the_same_node() -> None:
    scene = parse("The wombat sits. The wombat is wearing a white panama hat. A sign is on the left.")
    assert [node.concept for node in scene.nodes] == ["wombat", "panama hat", "sign"]
    assert scene.related(R.LEFT_OF, subject="n3", object="n1")


@pytest.mark.parametrize(
    ("prompt", "carrier", "text"),
    [
        ('a t-shirt with "ANKH" written on it', "t-shirt", "ANKH"),
        ("a birthday cake that says 'Hi'", "birthday cake", "Hi"),
        ("the word 'GO' painted on a wall", "wall", "GO"),
        ('a cat holding a sign saying "Let\'s PAINT!"', "sign", "Let's PAINT!"),
    ],
)
def test_texts_find_their_carrier(prompt: str, carrier: str, text: str) -> None:
    scene = parse(prompt)
    assert [node.text for node in scene.nodes if node.concept == carrier] == [text]
    assert not scene.texts


def test_a_speaker_gets_a_bubble() -> None:
    scene = parse("a parrot saying 'Hello'")
    assert [(node.concept, node.text) for node in scene.nodes] == [("parrot", None), ("speech bubble", "Hello")]


def test_names_of_animals_are_not_written() -> None:
    scene = parse("a dog named 'Max' on a beach")
    assert not scene.texts
    assert scene.nodes[0].text is None
