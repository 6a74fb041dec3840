"""Choosing by seed so that neighbouring seeds differ: a shuffled deck is dealt instead of a die thrown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from gouache.engines.composer import rng

T = TypeVar("T")


def deck(options: Sequence[T], purpose: str, weight: Callable[[T], int] = lambda _: 1) -> list[T]:
    """All options, each as often as it weighs, its repeats spread evenly over the deck."""
    dice = rng.stream(0, purpose)
    cards: list[tuple[float, int]] = []
    for index, option in enumerate(options):
        shift, often = dice.random(), weight(option)
        cards += [((turn + shift) / often, index) for turn in range(often)]
    return [options[index] for _, index in sorted(cards)]


def deal(options: Sequence[T], seed: int, purpose: str, weight: Callable[[T], int] = lambda _: 1) -> T:
    """The seed's card: seeds n, n + 1, n + 2 ... get different options as long as there are any.

    Raises ValueError when there is nothing to choose from.
    """
    cards = deck(options, purpose, weight)
    if not cards:
        raise ValueError(f"nothing to choose from for {purpose}")
    return cards[seed % len(cards)]
