"""Models that stay, go and come back."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from gouache.engines.diffusion.errors import WeightsMissing
from gouache.engines.diffusion.residency import Residency


@dataclass
class Model:
    name: str
    size: int
    released: bool = False

    def release(self) -> None:
        self.released = True


class Shelf:
    def __init__(self) -> None:
        self.loads: list[str] = []
        self.sizes = {"a": 4, "b": 4, "c": 4, "huge": 11}

    def load(self, name: str) -> Model:
        self.loads.append(name)
        if name not in self.sizes:
            raise WeightsMissing(name)
        return Model(name, self.sizes[name])

    def expected(self, name: str) -> int:
        return self.sizes.get(name, 0)


def test_the_least_recently_used_goes_first() -> None:
    shelf = Shelf()
    residency = Residency(10, shelf.load, shelf.expected)
    first, second = residency.get("a"), residency.get("b")
    assert residency.get("a") is first
    residency.get("c")
    assert second.released
    assert not first.released
    assert residency.names == ("a", "c")
    residency.get("b")
    assert shelf.loads == ["a", "b", "c", "b"]


def test_what_is_larger_than_all_has_all_for_itself() -> None:
    shelf = Shelf()
    residency = Residency(10, shelf.load, shelf.expected)
    residency.get("a")
    residency.get("huge")
    assert residency.names == ("huge",)
    assert residency.keep_only("huge") == 0
    assert residency.keep_only(None) == 1
    assert not residency.names


def test_a_failed_load_leaves_the_others() -> None:
    shelf = Shelf()
    residency = Residency(10, shelf.load, shelf.expected)
    residency.get("a")
    with pytest.raises(WeightsMissing):
        residency.get("unknown")
    assert residency.names == ("a",)
