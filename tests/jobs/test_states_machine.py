"""Whatever happens to jobs, in whatever order and at the same time: the books agree and every job ends once."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.jobs.conftest import IN_FLIGHT, World, order

from gouache.errors import NotEnoughCredits
from gouache.jobs import states
from gouache.jobs.model import FINAL

BOOKS = """
select account.*,
       (select coalesce(sum(amount), 0) from entry where account = account.id and book = 'balance') as booked,
       (select coalesce(sum(amount), 0) from entry where account = account.id and book = 'held') as held,
       (select coalesce(sum(amount), 0) from entry where account = account.id and book = 'earned') as earned,
       (select coalesce(sum(units), 0) from job where account = account.id and state in ('queued', 'running'))
           as reserved,
       (select coalesce(sum(charged), 0) from job where account = account.id) as charged,
       (select count(*) from job where account = account.id and state in ('queued', 'running')) as open,
       (select count(*) from job where account = account.id and state in ('queued', 'running')
           and dispatch is not null) as handed
from account where id = any(%(ids)s)
"""
LOST = """
select id from job where state in ('queued', 'running') and dispatch is not null and account = any(%(ids)s)
  and not exists (select from procrastinate_jobs as row where row.id = dispatch and row.status in ('todo', 'doing'))
"""


class Jobs(RuleBasedStateMachine):
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[uuid.UUID] = []
        self.attempts: list[states.Started] = []
        self.ended: dict[uuid.UUID, tuple[str, int]] = {}

    @initialize(units=st.lists(st.integers(0, 300), min_size=1, max_size=2))
    def found(self, units: list[int]) -> None:
        self.world.rows("delete from procrastinate_jobs")
        self.accounts = [self.world.account(n) for n in units]

    @rule(
        who=st.integers(0, 1),
        units=st.integers(0, 60),
        pictures=st.integers(1, 3),
        priority=st.integers(0, 2),
        times=st.integers(1, 3),
    )
    def submit(self, who: int, units: int, pictures: int, priority: int, times: int) -> None:
        account = self.accounts[who % len(self.accounts)]
        orders = [order(account, units * pictures, pictures, priority=priority) for _ in range(times)]
        results = self.world.at_once(*map(self.world.submit, orders))
        assert {type(result) for result in results} <= {type(None), NotEnoughCredits}
        self.jobs += [o.id for o, result in zip(orders, results, strict=True) if result is None]

    @rule(times=st.integers(1, 3))
    def take(self, times: int) -> None:
        results = self.world.at_once(*(self.world.take() for _ in range(times)))
        assert not any(isinstance(result, Exception) for result in results)
        self.attempts += [result for result in results if result is not None]

    @rule(picks=st.lists(st.tuples(st.integers(0, 50), st.sampled_from("fFcxrgs")), min_size=1, max_size=4))
    def at_once(self, picks: list[tuple[int, str]]) -> None:
        """Some transitions at the same time, half of them on the same job."""
        results = self.world.at_once(*self._works(picks))
        assert not [result for result in results if isinstance(result, Exception)]

    def _works(self, picks: list[tuple[int, str]]) -> Iterator[Awaitable[Any]]:
        world = self.world
        for at, what in picks:
            if what in "fFrg" and self.attempts:
                started = self.attempts[at % len(self.attempts)]
                yield world.finish(started, "Ff".index(what)) if what in "Ff" else world.retry(started, what == "r")
            elif what in "cxs" and self.jobs:
                job = self.jobs[at % len(self.jobs)]
                yield {"c": world.cancel, "x": world.expire, "s": self._resubmit}[what](job)

    async def _resubmit(self, job: uuid.UUID) -> None:
        """A start that the dispatcher no longer stands behind."""
        assert await self.world.database.run(lambda c: states.start(c, job, -1, "ghost")) is None

    @rule(who=st.integers(0, 1), units=st.integers(1, 100))
    def grant(self, who: int, units: int) -> None:
        self.world.run(self.world.accounts.grant(self.accounts[who % len(self.accounts)], units))

    @invariant()
    def books_agree(self) -> None:
        for row in self.world.rows(BOOKS, ids=self.accounts):
            assert row["balance"] == row["booked"]
            assert row["balance"] >= 0
            assert row["held"] == row["reserved"]
            assert row["earned"] == row["charged"]
            assert row["open_jobs"] == row["open"]
            assert row["dispatched"] == row["handed"]
            assert row["handed"] == min(row["open"], IN_FLIGHT) or row["handed"] == IN_FLIGHT

    @invariant()
    def no_job_is_lost(self) -> None:
        assert not self.world.rows(LOST, ids=self.accounts)

    @invariant()
    def the_end_is_the_end(self) -> None:
        for row in self.world.rows(
            "select id, state, charged from job where account = any(%(ids)s)", ids=self.accounts
        ):
            before = self.ended.get(row["id"])
            assert before in (None, (row["state"], row["charged"]))
            if row["state"] in FINAL:
                self.ended[row["id"]] = (row["state"], row["charged"])
                assert row["state"] == "succeeded" or row["charged"] == 0


@contextmanager
def machine(world: World) -> Iterator[type[Jobs]]:
    yield type("JobsHere", (Jobs,), {"world": world})


@pytest.mark.parametrize("examples", [12])
def test_books_agree_whatever_happens(world: World, examples: int) -> None:
    with machine(world) as jobs:
        run_state_machine_as_test(
            jobs,
            settings=settings(
                max_examples=examples, stateful_step_count=15, deadline=None, database=None,
                suppress_health_check=list(HealthCheck), print_blob=True,
            ),
        )  # fmt: skip
