"""Pictures of a job that are stored before the others are done."""

from __future__ import annotations

import uuid
from dataclasses import replace

from tests.jobs.conftest import RULES, World, order, picture
from tests.jobs.test_states import taken

from gouache.artifacts.store import Artifact
from gouache.db import Connection
from gouache.jobs import states
from gouache.jobs.shown import picture_id, show


def drawn(started: states.Started, position: int) -> Artifact:
    return replace(picture(position), id=picture_id(started.id, started.attempt, position))


def put(world: World, started: states.Started, position: int) -> None:
    world.run(world.database.run(lambda connection: show(connection, started, drawn(started, position))))


def finish(world: World, started: states.Started, pictures: int) -> None:
    async def keep(_connection: Connection) -> list[Artifact]:
        return [drawn(started, position) for position in range(pictures)]

    world.run(world.database.run(lambda connection: states.finish(connection, started, RULES, keep)))


def kept(world: World, job: uuid.UUID) -> list[str]:
    rows = world.rows("select id from artifact where job = %(job)s order by position", job=job)
    return [str(row["id"]) for row in rows]


def started_job(world: World) -> states.Started:
    world.run(world.submit(order(world.account(600), pictures=3, units=90)))
    return taken(world)


def test_what_was_shown_is_delivered_once(world: World) -> None:
    started = started_job(world)
    put(world, started, 0)
    put(world, started, 0)
    put(world, started, 1)
    assert kept(world, started.id) == [drawn(started, 0).id, drawn(started, 1).id]
    events = world.rows("select type, data from job_event where job = %(job)s and type = 'picture'", job=started.id)
    assert [event["data"]["position"] for event in events] == [0, 0, 1]
    finish(world, started, 3)
    assert kept(world, started.id) == [drawn(started, position).id for position in range(3)]
    [job] = world.rows("select charged, expires_at from job where id = %(job)s", job=started.id)
    [lives] = world.rows(
        "select array_agg(distinct expires_at) as ends from artifact where job = %(job)s", job=started.id
    )
    assert (job["charged"], [job["expires_at"]]) == (90, lives["ends"])


def test_a_second_attempt_shows_no_doubles(world: World) -> None:
    dead = started_job(world)
    put(world, dead, 0)
    world.run(world.database.run(lambda connection: states.retry(connection, dead.id, dead.attempt, RULES)))
    alive = taken(world)
    put(world, dead, 1)  # it is nobody's any more
    put(world, alive, 0)
    finish(world, alive, 3)
    assert kept(world, alive.id) == [drawn(alive, position).id for position in range(3)]


def test_what_does_not_succeed_leaves_nothing(world: World) -> None:
    started = started_job(world)
    put(world, started, 0)
    assert world.run(world.cancel(started.id))
    put(world, started, 1)
    assert kept(world, started.id) == []
