"""Own styles by id, each of one account."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from gouache.artifacts.store import ArtifactStore
from gouache.db import Connection, Database, fetch
from gouache.errors import NotFound
from gouache.operations import MAX_STYLE_PICTURES
from gouache.styles.profile import StyleProfile

NAME = "style_name"  # what the job remembers
_KEEP = f"""
insert into style (id, account, private, profile, name)
select id, account, %(private)s, %(profile)s, request ->> '{NAME}' from job where id = %(job)s
"""
_DELETE = """
with gone as (
    delete from style where id = %(id)s and account = %(account)s returning id
), freed as (
    update artifact set expires_at = now() where id = any(%(pictures)s) and exists (select from gone)
)
select id from gone
"""
_COLUMNS = "id, private, profile, created_at, name"


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """A kept style profile."""

    id: uuid.UUID
    private: bool
    profile: StyleProfile
    created_at: datetime
    name: str | None = None

    @property
    def cover(self) -> str:
        """The id of the first of its reference pictures, if it has any."""
        return str(_pictures(self.id)[0])


async def keep(
    connection: Connection, artifacts: ArtifactStore, job: uuid.UUID, profile: bytes, *, private: bool
) -> None:
    """Keep the profile (JSON) that a job made, under the job's id and for its account, in the caller's transaction.

    Its reference pictures are kept for as long as the style is.
    """
    stored = json.loads(profile)
    await fetch(connection, _KEEP, job=job, private=private, profile=Jsonb(stored))
    pictures = [reference["sha256"] for reference in stored["references"]]
    for name, sha256 in zip(_pictures(job), pictures, strict=False):
        await artifacts.keep_on(connection, sha256, name)


def _pictures(style: uuid.UUID) -> list[uuid.UUID]:
    """The ids under which a style's pictures are kept: its own, so that two styles may hold the same picture."""
    return [uuid.uuid5(style, str(position)) for position in range(MAX_STYLE_PICTURES)]


class Styles:
    """The styles that accounts may use, list and delete."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, account: uuid.UUID, style: str) -> OwnStyle:
        """A style that the account may draw in; raises NotFound, with code `style_is_private` for another's."""
        found = await self._database.row(
            f"select {_COLUMNS}, account from style where id = %(id)s", id=_uuid(style)
        )  # fmt: skip
        if found is None:
            raise _unknown(style)
        if found.pop("account") != account and found["private"]:
            raise NotFound(f"style {style} is private", field="style_id", code="style_is_private")
        return _style(found)

    async def of_account(self, account: uuid.UUID) -> list[OwnStyle]:
        """The account's own styles, newest first."""
        found = await self._database.rows(
            f"select {_COLUMNS} from style where account = %(account)s order by created_at desc, id", account=account
        )
        return [_style(row) for row in found]

    async def delete(self, account: uuid.UUID, style: str) -> None:
        """Forget one of the account's own styles; raises NotFound."""
        gone = await self._database.rows(
            _DELETE, id=_uuid(style), account=account, pictures=_pictures(_uuid(style))
        )  # fmt: skip
        if not gone:
            raise _unknown(style)


def _style(row: dict[str, Any]) -> OwnStyle:
    return OwnStyle(**{**row, "profile": StyleProfile.model_validate(row["profile"])})


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise _unknown(text) from error


def _unknown(style: str) -> NotFound:
    return NotFound(f"no style {ascii(style)[:80]}", field="style_id", code="style_not_found")
