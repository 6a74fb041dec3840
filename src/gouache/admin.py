"""Running a server from the shell: `gouache keys`, `accounts`, `usage`, `db`, `worker`."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import typer

from gouache.errors import Invalid, NotFound

T = TypeVar("T")
PANEL = "Administration"
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

keys = typer.Typer(no_args_is_help=True, help="API keys.")
accounts = typer.Typer(no_args_is_help=True, help="Accounts and their API units.")
db = typer.Typer(no_args_is_help=True, help="The database.")


def mount(app: typer.Typer) -> None:
    """Add these commands to the shell."""
    app.command("worker", rich_help_panel="Server")(worker)
    for group, name in ((keys, "keys"), (accounts, "accounts"), (db, "db")):
        app.add_typer(group, name=name, rich_help_panel=PANEL)
    app.command("usage", rich_help_panel=PANEL)(usage)


def with_database(work: Callable[[Any], Awaitable[T]]) -> T:
    """The result of `work` with the database of the settings, started for it when it does not run."""
    from gouache.config import Settings
    from gouache.db import Database, Home

    async def connected(url: str) -> T:
        database = Database(url, size=1)
        await database.open()
        try:
            return await work(database)
        finally:
            await database.close()

    home = Home(Settings())
    try:
        return asyncio.run(connected(home.start()))
    finally:
        home.leave()


def table(header: tuple[str, ...], rows: list[tuple[object, ...]], as_json: bool = False) -> None:
    """Print rows in columns, or as a list of JSON objects."""
    if as_json:
        names = [name.lower() for name in header]
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=2, default=str))
        return
    cells = [header, *(tuple("" if cell is None else str(cell) for cell in row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for row in cells:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@keys.command("create")
def create_key(
    name: Annotated[str, typer.Option(help="What to call the key.")] = "default",
    account: Annotated[str, typer.Option(help="The account that pays; made when there is none.")] = "default",
) -> None:
    """Make an API key and print it once."""
    from gouache.config import Settings
    from gouache.errors import NotFound
    from gouache.ledger.accounts import Accounts
    from gouache.ledger.keys import Keys

    async def work(database: Any) -> str:
        book = Accounts(database)
        try:
            owner = await book.find(account)
        except NotFound:
            owner = await book.create(account, Settings().start_units)
        return await Keys(database).create(owner, name)

    typer.echo(with_database(work))


@keys.command("list")
def list_keys(
    account: Annotated[str | None, typer.Option(help="Only this account's.")] = None, as_json: Json = False
) -> None:
    """List the keys; of each only the beginning is known."""
    from gouache.ledger.keys import Key, Keys

    async def work(database: Any) -> list[Key]:
        return await Keys(database).of(account)

    found = with_database(work)
    rows = [(f"{key.hint}…", key.account, key.name, _day(key.created_at), _day(key.revoked_at)) for key in found]
    table(("KEY", "ACCOUNT", "NAME", "CREATED", "REVOKED"), list(rows), as_json)


def _day(moment: Any) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


@keys.command("revoke")
def revoke_key(key: Annotated[str, typer.Argument(help="The key, or its beginning as `list` shows it.")]) -> None:
    """Refuse a key from now on."""
    from gouache.ledger.keys import Keys

    async def work(database: Any) -> None:
        await Keys(database).revoke(key.rstrip("…"))

    with_database(work)


@keys.command("rotate")
def rotate_key(
    key: Annotated[str, typer.Argument(help="The old key, or its beginning as `list` shows it.")],
    grace: Annotated[float, typer.Option(help="Seconds for which the old key goes on working.")] = 0,
) -> None:
    """Make a new key in the place of an old one and print it once."""
    from gouache.ledger.keys import Keys

    async def work(database: Any) -> str:
        return await Keys(database).rotate(key.rstrip("…"), grace)

    typer.echo(with_database(work))


@accounts.command("create")
def create_account(
    name: Annotated[str, typer.Argument(help="Its name.")],
    units: Annotated[int | None, typer.Option(help="Its first API units; GOUACHE_START_UNITS by default.")] = None,
) -> None:
    """Make an account."""
    from gouache.config import Settings
    from gouache.ledger.accounts import Accounts

    async def work(database: Any) -> None:
        await Accounts(database).create(name, Settings().start_units if units is None else units)

    with_database(work)


@accounts.command("grant")
def grant(
    name: Annotated[str, typer.Argument(help="The account.")],
    units: Annotated[int, typer.Argument(help="API units; negative takes them back (after --).")],
) -> None:
    """Give an account API units (1000 = 1 USD at the vendor's prices) and print its balance."""
    from gouache.ledger.accounts import Accounts

    async def work(database: Any) -> int:
        book = Accounts(database)
        account = await book.find(name)
        await book.grant(account, units)
        return await book.balance(account)

    typer.echo(with_database(work))


@accounts.command("list")
def list_accounts(as_json: Json = False) -> None:
    """List the accounts and their API units."""
    usage(None, as_json)


def usage(
    account: Annotated[str | None, typer.Argument(help="Only this account.")] = None, as_json: Json = False
) -> None:
    """What became of the API units: granted = balance + held + spent."""
    from gouache.ledger.accounts import Accounts, Usage

    async def work(database: Any) -> list[Usage]:
        return await Accounts(database).usage(account)

    found = with_database(work)
    if account is not None and not found:
        raise NotFound(f"no account {account!r}")
    rows = [(u.account, u.granted, u.balance, u.held, u.spent, u.jobs) for u in found]
    table(("ACCOUNT", "GRANTED", "BALANCE", "HELD", "SPENT", "JOBS"), list(rows), as_json)


@db.command("upgrade")
def upgrade_database() -> None:
    """Apply the migrations that are missing; `gouache serve` does so by itself."""
    from gouache.config import Settings
    from gouache.db import Home

    home = Home(Settings())
    try:
        home.start()
    finally:
        home.leave()
    typer.echo("up to date")


def worker(
    concurrency: Annotated[int, typer.Option(help="Jobs at a time.", min=1)] = 1,
    queue: Annotated[list[str] | None, typer.Option(help="Only jobs of this queue; repeat for more.")] = None,
    name: Annotated[str | None, typer.Option(help="A name no other worker has; made up by default.")] = None,
) -> None:
    """Draw for a server that may run elsewhere; needs its GOUACHE_DATABASE_URL and GOUACHE_STORE_URL."""
    import uvloop

    from gouache.config import Settings
    from gouache.db import Home
    from gouache.jobs.dispatch import ALL_QUEUES
    from gouache.jobs.guard import leave
    from gouache.jobs.worker import work

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    unknown = [one for one in queue or () if one not in ALL_QUEUES]
    if unknown:
        raise Invalid(f"no queue {unknown[0]!r}; there are {', '.join(ALL_QUEUES)}", field="queue")
    settings = Settings()
    home = Home(settings)
    try:
        uvloop.run(work(settings, home.start(), queue or ALL_QUEUES, concurrency, name))
    finally:
        home.leave()
    leave()
