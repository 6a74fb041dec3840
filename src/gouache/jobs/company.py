"""How many orders go through the entrance together, and how long they wait for each other.

A statement costs far more than an order in it, and the disk takes one after the other. Clients that were answered
together are likely to ask again together, so the last ones tell what to expect. PostgreSQL's `commit_delay` does the
same for commits.
"""

from __future__ import annotations

_MOST = 64  # orders a statement
_GROUP = 4  # orders among which the fixed cost of a statement is bearable
_PATIENCE = 0.008  # seconds at most


class Company:
    """What to expect of the next orders: `size` of them, worth waiting `patience` seconds for, `most` to be taken."""

    def __init__(self) -> None:
        self.size = 1
        self.most = _MOST
        self.patience = 0.0

    def learn(self, entered: int, waiting: int, took: float, busy: float) -> None:
        """What became of the last ones: so many `entered`, so many came meanwhile and are `waiting`.

        `took`: seconds of the statement and the disk, `busy`: of this process's CPU since the statement before. When
        all of them keep us busy for longer than that, they had better come in halves: while one is at the database the
        other is read and answered. Half of `took` is worth waiting; longer, and the others may as well come next time.
        """
        here = entered + waiting
        halves = here >= 2 * _GROUP and took < busy / entered * here
        self.size = min(here // 2 if halves else here, _MOST)
        self.most = self.size if halves else _MOST
        self.patience = min(took / 2, _PATIENCE)
