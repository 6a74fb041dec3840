"""Which models stay on the device: the ones used last, within a budget. No torch here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Resident(Protocol):
    """Something that holds memory. `size` in bytes."""

    @property
    def size(self) -> int: ...

    def release(self) -> None:
        """Give the memory back."""
        ...


R = TypeVar("R", bound=Resident)


class Residency(Generic[R]):
    """Loads on demand and evicts the least recently used, so that the whole stays within `budget` bytes.

    `load(name)` makes a resident, `expected(name)` tells its bytes beforehand. One thread at a time.
    """

    def __init__(self, budget: int, load: Callable[[str], R], expected: Callable[[str], int]) -> None:
        self._budget = budget
        self._load = load
        self._expected = expected
        self._kept: OrderedDict[str, R] = OrderedDict()

    @property
    def names(self) -> tuple[str, ...]:
        """What is resident, the least recently used first."""
        return tuple(self._kept)

    def get(self, name: str) -> R:
        """The resident of a name, loaded if need be; raises what `load` raises."""
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        self._make_room(self._expected(name))
        self._kept[name] = self._load(name)
        return self._kept[name]

    def keep_only(self, name: str | None) -> int:
        """Evict all others; how many there were."""
        others = [other for other in self._kept if other != name]
        for other in others:
            self._evict(other)
        return len(others)

    def _make_room(self, size: int) -> None:
        while self._kept and sum(resident.size for resident in self._kept.values()) + size > self._budget:
            self._evict(next(iter(self._kept)))

    def _evict(self, name: str) -> None:
        self._kept.pop(name).release()
