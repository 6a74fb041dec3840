"""Each transition: what it changes, and who may make it."""

from __future__ import annotations

import uuid

import pytest
from tests.jobs.conftest import IN_FLIGHT, World, order

from gouache.errors import Busy, NotEnoughCredits
from gouache.jobs import states
from gouache.ledger.limits import Limits


def taken(world: World) -> states.Started:
    started = world.run(world.take())
    assert started is not None
    return started


def test_a_delivered_job_is_paid(world: World) -> None:
    account = world.account(100)
    world.run(world.submit(order(account, 80, pictures=2)))
    assert world.balance(account) == 20
    assert world.run(world.finish(taken(world), 2))
    assert world.balance(account) == 20
    [usage] = [u for u in world.run(world.accounts.usage()) if u.granted == 100 and u.balance == 20]
    assert (usage.held, usage.spent, usage.jobs) == (0, 80, 1)


def test_lost_pictures_are_refunded(world: World) -> None:
    account = world.account(100)
    wanted = order(account, 80, pictures=2)
    world.run(world.submit(wanted))
    assert world.run(world.finish(taken(world), 1))
    assert (world.state(wanted.id), world.balance(account)) == ("succeeded", 60)


def test_no_picture_is_a_failure_and_free(world: World) -> None:
    account = world.account(100)
    wanted = order(account)
    world.run(world.submit(wanted))
    assert world.run(world.finish(taken(world), 0))
    assert (world.state(wanted.id), world.balance(account)) == ("failed", 100)


def test_too_poor(world: World) -> None:
    account = world.account(39)
    with pytest.raises(NotEnoughCredits):
        world.run(world.submit(order(account)))
    assert world.balance(account) == 39


def test_only_as_many_as_can_be_paid(world: World) -> None:
    account = world.account(400)
    results = world.at_once(*(world.submit(order(account)) for _ in range(30)))
    assert sum(result is None for result in results) == 10
    assert {type(result) for result in results if result is not None} == {NotEnoughCredits}
    assert world.balance(account) == 0


def test_the_queue_is_bounded(world: World) -> None:
    account = world.account(1000)
    small = states.Admission(queue_limit=3, account_jobs=0, in_flight=2)
    for _ in range(3):
        world.run(world.submit(order(account, 1), admission=small))
    with pytest.raises(Busy) as refused:
        world.run(world.submit(order(account, 1), admission=small))
    assert refused.value.retry_after >= 1


def test_an_account_has_so_many_open_jobs(world: World) -> None:
    account = world.account(1000)
    admission = states.Admission(queue_limit=1000, account_jobs=5, in_flight=2)
    results = world.at_once(*(world.submit(order(account, 1), admission=admission) for _ in range(20)))
    assert sum(result is None for result in results) == 5
    assert {type(result) for result in results if result is not None} == {Busy}


def test_limits_hold_under_parallel_submits(world: World) -> None:
    account = world.account(10_000)
    key = uuid.uuid4()
    world.rows(
        "insert into api_key (id, account, name, hash, hint) values (%(key)s, %(account)s, 'k', %(hash)s, 'h')",
        key=key, account=account, hash=key.bytes,
    )  # fmt: skip
    limits = Limits(images_per_minute=12)
    orders = [order(account, 2, pictures=2, key=key) for _ in range(20)]
    results = world.at_once(*(world.submit(wanted, limits) for wanted in orders))
    refused = [result for result in results if isinstance(result, Busy)]
    accepted = [result for result in results if result is not None and not isinstance(result, Exception)]
    assert (len(accepted), len(refused)) == (6, 14)
    assert min(allowance.images for allowance in accepted) == 0
    assert all(5 <= error.retry_after <= 60 for error in refused)


def test_accounts_take_turns(world: World) -> None:
    greedy, modest = world.account(1000), world.account(1000)
    for _ in range(10):
        world.run(world.submit(order(greedy, 1)))
    late = order(modest, 1)
    world.run(world.submit(late))
    served = []
    for _ in range(IN_FLIGHT + 1):
        started = taken(world)
        served.append(started.id)
        world.run(world.finish(started, 1))
    assert late.id in served


def test_priority_inside_an_account(world: World) -> None:
    account = world.account(1000)
    orders = [order(account, 1, priority=priority) for priority in (0, 0, 0, 0, 5, 9)]
    for wanted in orders:
        world.run(world.submit(wanted))
    served = []
    while (started := world.run(world.take())) is not None:
        served.append(started.id)
        world.run(world.finish(started, 1))
    assert served == [orders[at].id for at in (0, 1, 5, 4, 2, 3)]


def test_canceled_while_queued_or_running(world: World) -> None:
    account = world.account(100)
    first, second = order(account), order(account)
    world.run(world.submit(first))
    world.run(world.submit(second))
    started = taken(world)
    assert started.id == first.id
    for wanted in (first, second):
        assert world.run(world.cancel(wanted.id))
        assert world.state(wanted.id) == "canceled"
    assert world.balance(account) == 100
    assert not world.run(world.finish(started, 1))
    assert not world.run(world.cancel(first.id))
    assert world.balance(account) == 100
    [asked] = world.rows("select abort_requested from procrastinate_jobs where status = 'doing'")
    assert asked["abort_requested"]
    assert world.run(world.take()) is None


def test_a_late_job_expires_or_is_canceled(world: World) -> None:
    account = world.account(100)
    running, waiting = order(account), order(account)
    world.run(world.submit(running))
    world.run(world.submit(waiting))
    taken(world)
    assert world.run(world.expire(running.id))
    assert world.run(world.expire(waiting.id))
    assert (world.state(running.id), world.state(waiting.id)) == ("canceled", "expired")
    assert world.balance(account) == 100


def test_a_dead_workers_job_is_taken_up_again_three_times(world: World) -> None:
    account = world.account(100)
    wanted = order(account)
    world.run(world.submit(wanted))
    for _ in range(2):
        assert world.run(world.retry(taken(world))) == "queued"
    assert world.run(world.retry(taken(world))) == "failed"
    [row] = world.rows("select error from job where id = %(id)s", id=wanted.id)
    assert row["error"]["code"] == "worker_died"
    assert world.balance(account) == 100


def test_giving_back_is_no_death(world: World) -> None:
    wanted = order(world.account(100))
    world.run(world.submit(wanted))
    for _ in range(5):
        assert world.run(world.retry(taken(world), fault=False)) == "queued"


def test_one_who_comes_back_from_the_dead_changes_nothing(world: World) -> None:
    account = world.account(100)
    world.run(world.submit(order(account)))
    ghost = taken(world)
    world.run(world.retry(ghost))
    heir = taken(world)
    assert not world.run(world.finish(ghost, 1))
    assert world.run(world.retry(ghost)) is None
    assert world.run(world.finish(heir, 1))
    assert not world.run(world.finish(ghost, 1))
    assert world.balance(account) == 60


def test_a_repeated_submit_is_known_by_its_id(world: World) -> None:
    account = world.account(100)
    wanted = order(account)
    for _ in range(3):
        world.run(world.submit(wanted))
    assert world.balance(account) == 60
    assert len(world.rows("select from job_event where job = %(id)s", id=wanted.id)) == 1


def test_events_tell_the_story(world: World) -> None:
    wanted = order(world.account(100))
    world.run(world.submit(wanted))
    world.run(world.retry(taken(world)))
    world.run(world.finish(taken(world), 1))
    rows = world.rows("select type from job_event where job = %(id)s order by sequence", id=wanted.id)
    assert [row["type"] for row in rows] == ["queued", "running", "retry", "running", "succeeded"]
