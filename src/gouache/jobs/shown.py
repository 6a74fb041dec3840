"""Pictures that are seen while the others of their job are still being drawn."""

from __future__ import annotations

import uuid

from psycopg.types.json import Json

from gouache.artifacts.store import Artifact
from gouache.db import Connection, fetch
from gouache.jobs.states import Started

_SHOW = """
with mine as (
    select id from job where id = %(job)s and attempt = %(attempt)s and state = 'running' for share
), kept as (
    insert into artifact (id, job, position, sha256, media_type, width, height, bytes, report, expires_at)
    select %(id)s, id, %(position)s, %(sha256)s, %(media_type)s, %(width)s, %(height)s, %(bytes)s, %(report)s::json,
           now() + interval '1 day'
    from mine on conflict (id) do nothing
)
insert into job_event (job, type, data)
select id, 'picture', jsonb_build_object('id', %(id)s::text, 'position', %(position)s::integer) from mine
returning pg_notify('gouache_job', job || ' picture')
"""


async def show(connection: Connection, started: Started, picture: Artifact) -> None:
    """running → running: a picture is done while others are drawn. It is nobody's before the job succeeds.

    In the transaction that stores the file. It goes when the job does not succeed in this attempt.
    """
    row = {**picture.row(), "report": Json(picture.report)}
    await fetch(connection, _SHOW, job=started.id, attempt=started.attempt, **row)


def picture_id(job: uuid.UUID, attempt: int, position: int) -> str:
    """The id of a picture of a job, known before it is drawn, and another one for each attempt."""
    return str(uuid.uuid5(job, f"{attempt}.{position}"))
