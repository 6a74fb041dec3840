"""Accounts and their units. Every movement is a transaction of entries that add up to zero; no entry ever changes.

The books of an account: `balance` (what it may spend), `held` (reserved for open jobs), `earned` (spent on delivered
pictures) and `issued` (the other side of grants). `account.balance` is the sum of the book, kept by the database.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

import psycopg

from gouache.db import Connection, Database
from gouache.errors import Invalid, NotFound

OPEN = "open"  # the account of an open server; it never runs out


@dataclass(frozen=True, slots=True)
class Usage:
    """What became of an account's units; `granted` = `balance` + `held` + `spent`."""

    account: str
    granted: int
    balance: int
    held: int
    spent: int
    jobs: int


@dataclass(frozen=True, slots=True)
class Daily:
    """What an account spent on a day (UTC), and on how many jobs."""

    day: date
    units: int
    jobs: int


_GRANT = """
insert into entry (transaction, account, book, amount, kind)
values (%(transaction)s, %(account)s, 'issued', %(issued)s, 'grant'),
       (%(transaction)s, %(account)s, 'balance', %(units)s, 'grant')
"""
_USAGE = """
select name as account,
       coalesce(-sum(amount) filter (where book = 'issued'), 0)::bigint as granted,
       coalesce(sum(amount) filter (where book = 'balance'), 0)::bigint as balance,
       coalesce(sum(amount) filter (where book = 'held'), 0)::bigint as held,
       coalesce(sum(amount) filter (where book = 'earned'), 0)::bigint as spent,
       count(distinct entry.job) filter (where kind = 'settle') as jobs
from account left join entry on entry.account = account.id
where %(name)s::text is null or name = %(name)s
group by account.id order by name
"""

_DAILY = """
select (at at time zone 'UTC')::date as day, sum(amount)::bigint as units, count(distinct job) as jobs
from entry
where account = %(account)s and book = 'earned' and at > now() - make_interval(days => %(days)s)
group by 1 order by 1
"""


class Accounts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, name: str, units: int) -> uuid.UUID:
        """A new account with its first units; raises Invalid when the name is taken."""
        identity = uuid.uuid4()

        async def work(connection: Connection) -> None:
            async with connection.transaction():
                await connection.execute("insert into account (id, name) values (%s, %s)", (identity, name))
                await _grant(connection, identity, units)

        try:
            await self._database.run(work)
        except psycopg.errors.UniqueViolation as error:
            raise Invalid(f"there is an account {name!r} already", field="name") from error
        return identity

    async def find(self, name: str) -> uuid.UUID:
        """The id of an account; raises NotFound."""
        row = await self._database.row("select id from account where name = %(name)s", name=name)
        if row is None:
            raise NotFound(f"no account {name!r}")
        return uuid.UUID(str(row["id"]))

    async def grant(self, account: uuid.UUID, units: int) -> None:
        """Give units, or take them back when negative."""
        # patience 0: after a lost answer nobody knows whether it was booked; trying again might book it twice
        await self._database.run(lambda connection: _grant(connection, account, units), patience=0)

    async def balance(self, account: uuid.UUID) -> int:
        """The units an account may still spend; raises NotFound."""
        row = await self._database.row("select balance from account where id = %(id)s", id=account)
        if row is None:
            raise NotFound(f"no account {account}")
        return int(row["balance"])

    async def usage(self, name: str | None = None) -> list[Usage]:
        """The units of every account, or of one, counted from the entries."""
        return [Usage(**row) for row in await self._database.rows(_USAGE, name=name)]

    async def daily(self, account: uuid.UUID, days: int = 30) -> list[Daily]:
        """What an account spent on each of its last days, oldest first; days without spending are left out."""
        return [Daily(**row) for row in await self._database.rows(_DAILY, account=account, days=days)]


async def _grant(connection: Connection, account: uuid.UUID, units: int) -> None:
    if units:
        values = {"transaction": uuid.uuid4(), "account": account, "issued": -units, "units": units}
        await connection.execute(_GRANT, values)
