"""API keys: shown once, kept as SHA-256 hashes, each of one account."""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gouache.db import Database
from gouache.errors import NotFound

PREFIX = "gou_"
_HINT = len(PREFIX) + 6
_REMEMBER_SECONDS = 5.0  # a revoked key is refused at once all the same: see `forget`
_REMEMBER_KEYS = 10_000
CHANNEL = "gouache_keys"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request is from; `key` is None for a caller without a key of ours (an open server)."""

    account: uuid.UUID
    name: str
    key: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Key:
    id: uuid.UUID
    account: str
    name: str
    hint: str
    created_at: datetime
    revoked_at: datetime | None


_CREATE = """
insert into api_key (account, name, hash, hint) values (%(account)s, %(name)s, %(hash)s, %(hint)s)
"""
_FIND = """
select account.id as account, account.name, api_key.id as key
from api_key join account on account.id = api_key.account
where hash = %(hash)s and (revoked_at is null or revoked_at > now())
"""
_LIST = """
select api_key.id, account.name as account, api_key.name, hint, api_key.created_at, revoked_at
from api_key join account on account.id = api_key.account
where %(account)s::text is null or account.name = %(account)s
order by api_key.created_at
"""
_REVOKE = """
with dead as (
    update api_key set revoked_at = now() + make_interval(secs => %(grace)s)
    where (hint = %(key)s or id::text = %(key)s or hash = %(hash)s) and (revoked_at is null or revoked_at > now())
    returning account, name
), told as (select pg_notify('gouache_keys', '') from dead)
select dead.account, dead.name, told.pg_notify from dead, told
"""


class Keys:
    """The keys of all accounts. A key is 32 random bytes, so a plain hash of it needs no salt."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[bytes, tuple[float, Caller]] = {}

    async def create(self, account: uuid.UUID, name: str) -> str:
        """A new key, in clear; it cannot be read again."""
        key = PREFIX + secrets.token_urlsafe(32)
        values: dict[str, Any] = {"account": account, "name": name, "hash": _hash(key), "hint": key[:_HINT]}
        await self._database.rows(_CREATE, **values)
        return key

    async def of(self, account: str | None = None) -> list[Key]:
        return [Key(**row) for row in await self._database.rows(_LIST, account=account)]

    async def revoke(self, key: str, grace: float = 0) -> tuple[uuid.UUID, str]:
        """Refuse a key (itself, its id or its first characters) `grace` seconds from now; its account and name.

        Raises NotFound.
        """
        row = await self._database.row(_REVOKE, key=key, hash=_hash(key), grace=grace)
        if row is None:
            raise NotFound(f"no such key: {key[:_HINT]}")
        return uuid.UUID(str(row["account"])), str(row["name"])

    async def rotate(self, key: str, grace: float = 0) -> str:
        """A new key in the place of an old one, which goes on working for `grace` seconds."""
        account, name = await self.revoke(key, grace)
        return await self.create(account, name)

    async def caller(self, key: str) -> Caller | None:
        """Whose key it is, or None when nobody's."""
        digest = _hash(key)
        until, caller = self._known.get(digest, (0.0, None))
        if caller is not None and until > time.monotonic():
            return caller
        row = await self._database.row(_FIND, hash=digest)
        if row is None:
            return None
        caller = Caller(**row)
        if len(self._known) >= _REMEMBER_KEYS:
            self._known.clear()
        self._known[digest] = (time.monotonic() + _REMEMBER_SECONDS, caller)
        return caller

    def forget(self) -> None:
        """Ask the database again about every key: one was revoked."""
        self._known.clear()


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
