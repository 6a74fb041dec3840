"""Accounts, grants and entries that nobody can change."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from typing import TypeVar

import psycopg
import pytest

from gouache.db import Database
from gouache.errors import Invalid, NotFound
from gouache.ledger.accounts import Accounts
from gouache.ledger.keys import Keys

T = TypeVar("T")


@pytest.fixture(scope="module")
def url(fresh_database: Callable[[], str]) -> str:
    return fresh_database()


def run(url: str, work: Callable[[Database], Awaitable[T]]) -> T:
    async def opened() -> T:
        database = Database(url)
        await database.open()
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(opened())


def test_grants_add_up(url: str) -> None:
    async def work(database: Database) -> tuple[int, int]:
        accounts = Accounts(database)
        account = await accounts.create("ann", 100)
        await asyncio.gather(*(accounts.grant(account, units) for units in (1, 2, 3, -6, 50)))
        [usage] = await accounts.usage("ann")
        return await accounts.balance(account), usage.granted

    assert run(url, work) == (150, 150)


def test_names_are_taken_once(url: str) -> None:
    async def work(database: Database) -> None:
        await Accounts(database).create("twin", 0)
        with pytest.raises(Invalid):
            await Accounts(database).create("twin", 0)
        with pytest.raises(NotFound):
            await Accounts(database).find("nobody")

    run(url, work)


@pytest.mark.parametrize("statement", ["update entry set amount = 1", "delete from entry", "truncate entry"])
def test_entries_stay(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.RaiseException, match="never changed"):
        connection.execute(statement.encode())


def test_a_lopsided_transaction_is_refused(url: str) -> None:
    with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.RaiseException, match="add up to zero"):
        connection.execute(
            "insert into entry (transaction, account, book, amount, kind)"
            " select %s, id, 'balance', 5, 'grant' from account where name = 'open'",
            (uuid.uuid4(),),
        )


def test_a_key_in_its_grace_works_for_a_while(url: str) -> None:
    async def work(database: Database) -> None:
        keys = Keys(database)
        account = await Accounts(database).create("grace", 0)
        old = await keys.create(account, "k")
        new = await keys.rotate(old, grace=1.0)
        assert [c.account for c in (await keys.caller(old), await keys.caller(new)) if c] == [account, account]
        await asyncio.sleep(1.1)
        keys.forget()
        assert await keys.caller(old) is None
        with pytest.raises(NotFound):
            await keys.revoke(old)

    run(url, work)
