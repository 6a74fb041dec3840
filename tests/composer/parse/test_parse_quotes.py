import pytest

from gouache.engines.composer.parse.quotes import lift


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ("a sign saying 'recraft FTW', happy", ["recraft FTW"]),
        ('a sign that has the title "recraft-it"', ["recraft-it"]),
        ("a sign “Hello” and a banner «Bonjour»", ["Hello", "Bonjour"]),
        ("a sign ‘it’s time’ on a wall", ["it's time".replace("'", "’")]),
        ("a neon sign saying Open Late in a window", ["Open Late"]),
        ("a mug that says best dad ever", ["best dad ever"]),
        ("A sign reads WELCOME HOME. A dog sits", ["WELCOME HOME"]),
        ("birthday card with the text Happy Birthday Anna", ["Happy Birthday Anna"]),
        ("the letter A made of wood", ["A"]),
        ("a dog writing BONEZ on a chalkboard", ["BONEZ"]),
        ("a chalkboard with E=mc2 written on it", ["E=mc2"]),
    ],
)
def test_texts_are_lifted_out(prompt: str, texts: list[str]) -> None:
    assert [text.text for text in lift(prompt)[1]] == texts


@pytest.mark.parametrize("prompt", ["a cat's toy and the dogs' bowls", "it's a girl's dress", "a woman reading a book"])
def test_apostrophes_and_reading_are_no_quotes(prompt: str) -> None:
    assert lift(prompt) == (prompt, [])


def test_a_name_is_told_from_an_inscription() -> None:
    assert lift("a dog named 'Max'")[1][0].name
    assert not lift("a sign with the text 'Max'")[1][0].name
