"""The database: one PostgreSQL, embedded or named by a URL; one pool a process; numbered migrations."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib.resources import as_file, files
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from gouache.config import Settings
from gouache.errors import Unavailable
from gouache.postgres import EmbeddedPostgres

Connection = psycopg.AsyncConnection[DictRow]
T = TypeVar("T")

_LOG = logging.getLogger(__name__)
_MIGRATION_LOCK = 0x676F7561  # "goua"
_KEEPALIVE: dict[str, Any] = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "connect_timeout": 5,
}
_LOST = (psycopg.OperationalError, PoolTimeout)


class Database:
    """Where the server's rows are. Open it, use `run`, close it."""

    def __init__(self, url: str, *, size: int = 8) -> None:
        self._pool = pool(url, size)
        self._quick = pool(url, size, durable=False)

    async def open(self) -> None:
        await self._pool.open(wait=True, timeout=30)

    async def close(self) -> None:
        await self._quick.close()
        await self._pool.close()

    async def run(self, work: Callable[[Connection], Awaitable[T]], *, patience: float = 30.0) -> T:
        """The result of `work` with a connection; `work` must bear being run again.

        A lost database (killed, restarting, failing over) is waited for, `patience` seconds in all, then Unavailable.
        """
        return await _patiently(lambda: self._once(self._pool, work), patience)

    async def run_quick(self, work: Callable[[Connection], Awaitable[T]], *, patience: float = 30.0) -> T:
        """As `run`, for statements that come often: planned once, and durable only when they ask for it themselves."""
        return await _patiently(lambda: self._once(self._quick, work), patience)

    async def _once(
        self, connections: AsyncConnectionPool[Connection], work: Callable[[Connection], Awaitable[T]]
    ) -> T:
        if connections.closed:
            await connections.open(wait=True, timeout=30)
        async with connections.connection() as connection:
            return await work(connection)

    async def rows(self, statement: LiteralString, **values: object) -> list[DictRow]:
        """The rows a statement returns."""
        return await self.run(lambda connection: fetch(connection, statement, **values))

    async def row(self, statement: LiteralString, **values: object) -> DictRow | None:
        """The first row a statement returns, if any."""
        found = await self.rows(statement, **values)
        return found[0] if found else None


async def _patiently(attempt: Callable[[], Awaitable[T]], patience: float) -> T:
    deadline = time.monotonic() + patience
    while True:
        try:
            return await attempt()
        except _LOST as error:
            if time.monotonic() > deadline:
                raise Unavailable("the database does not answer") from error
            _LOG.warning("database lost, trying again: %s", error)
            await asyncio.sleep(0.1)


async def fetch(connection: Connection, statement: LiteralString, **values: object) -> list[DictRow]:
    """The rows that a statement returns on this connection; none for a statement that returns nothing."""
    cursor = await connection.execute(statement, values)
    return await cursor.fetchall() if cursor.rownumber is not None else []  # `description` is made anew each time


async def first(connection: Connection, statement: LiteralString, **values: object) -> DictRow | None:
    """The first row that a statement returns on this connection, if any."""
    found = await fetch(connection, statement, **values)
    return found[0] if found else None


def pool(url: str, size: int, *, durable: bool = True) -> AsyncConnectionPool[Connection]:
    """A closed pool of autocommitting connections whose rows are dicts.

    `durable=False`: a commit is answered before it is on disk; for what may be done again after a crash. Statements are
    planned once, so the plan must suit full tables though it may be made while they are empty: no scans of all rows.
    """
    options = "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
    return AsyncConnectionPool(
        url,
        min_size=1,
        max_size=size,
        open=False,
        connection_class=psycopg.AsyncConnection[DictRow],
        configure=_autocommit,  # not a keyword for connect: Procrastinate passes its own
        kwargs={"row_factory": dict_row, **_KEEPALIVE, **({} if durable else {"options": options})},
    )


async def _autocommit(connection: Connection) -> None:
    await connection.set_autocommit(True)


async def connect(url: str) -> Connection:
    """A connection of one's own, for LISTEN."""
    return await psycopg.AsyncConnection.connect(url, autocommit=True, row_factory=dict_row, **_KEEPALIVE)


def upgrade(url: str) -> list[str]:
    """Apply the migrations that a database still lacks, one process at a time; their ids."""
    from yoyo import get_backend, read_migrations

    with _connect_patiently(url) as guard, as_file(files(__package__) / "migrations") as folder:
        # a session lock, not yoyo's lock row: a killed process must not leave it behind
        guard.execute("select pg_advisory_lock(%s)", (_MIGRATION_LOCK,))
        backend = get_backend("postgresql+psycopg" + url[url.index("://") :])
        try:
            missing = backend.to_apply(read_migrations(str(folder)))
            backend.apply_migrations(missing)
            return [migration.id for migration in missing]
        finally:
            backend.connection.close()


def _connect_patiently(url: str, patience: float = 30.0) -> psycopg.Connection[Any]:
    """A connection, also when the server is just starting."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return psycopg.connect(url, autocommit=True)
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise Unavailable(f"the database does not answer: {error}") from error
            time.sleep(0.2)


class Home:
    """The database that the settings name: a server elsewhere, or the embedded one, which it starts and keeps alive."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.database_url
        self._embedded = None if self._url else EmbeddedPostgres(settings.data_dir)
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> str:
        """Its URL, with every migration applied. Blocks."""
        url = self._url or self._start()
        upgrade(url)
        return url

    def _start(self) -> str:
        assert self._embedded is not None
        return self._embedded.start()

    def watch(self) -> None:
        """From now on an embedded server that was killed is started again, within about a second."""
        if self._embedded is not None:
            self._watch = asyncio.create_task(self._keep_alive(self._embedded))

    async def close(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        await asyncio.to_thread(self.leave)

    def leave(self) -> None:
        """Stop the embedded server unless another process needs it. Blocks."""
        if self._embedded is not None:
            self._embedded.close()

    async def _keep_alive(self, server: EmbeddedPostgres) -> None:
        while True:
            await asyncio.sleep(0.5)
            try:
                if not await asyncio.to_thread(server.answers):
                    _LOG.warning("the embedded PostgreSQL is gone, starting it again")
                    await asyncio.to_thread(server.start)
            except Unavailable as error:
                _LOG.error("%s", error.message)
