"""What the routes share: settings, jobs, pictures, accounts, keys, URLs."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast

from fastapi import Request

from gouache.api.later import Accepted, would_rather_not_wait
from gouache.api.links import origin
from gouache.artifacts.store import Artifact, ArtifactStore, object_store
from gouache.artifacts.urls import UrlSigner, signing_secret
from gouache.config import Settings
from gouache.db import Database, Home
from gouache.errors import TooLate, Unavailable
from gouache.jobs import deliverer
from gouache.jobs.crew import Crew
from gouache.jobs.deliverer import Deliverer
from gouache.jobs.janitor import Janitor
from gouache.jobs.listen import Bulletin
from gouache.jobs.model import Job, Order
from gouache.jobs.queue import Jobs, Submitted
from gouache.jobs.webhooks import Scheme
from gouache.ledger.accounts import OPEN, Accounts
from gouache.ledger.keys import CHANNEL, Caller, Keys
from gouache.operations import Drawn, Operation
from gouache.styles.store import Styles
from gouache.vocabulary.moderation import Improper, refuse, word_list


@dataclass(frozen=True, slots=True)
class Delivery:
    """A finished job with its pictures, in order. `units` is what was charged for them."""

    job: Job
    pictures: list[Artifact]

    @property
    def units(self) -> int:
        return self.job.charged


Schemes = Callable[[UrlSigner, ArtifactStore], Mapping[str, Scheme]]


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    database: Database
    jobs: Jobs
    bulletin: Bulletin
    artifacts: ArtifactStore
    signer: UrlSigner
    accounts: Accounts
    keys: Keys
    styles: Styles
    crew: Crew
    open_account: uuid.UUID  # who pays on an open server

    async def submit(
        self, request: Request, /, operation: Operation, units: int, dialect: str, **more: Any
    ) -> Submitted:
        """Queue an operation for the request's caller and return its id at once; `more` are fields of `Order`.

        Raises Improper, NotEnoughCredits or Busy.
        """
        self.check_prompt(operation)
        submitted = await self.jobs.submit(_order(caller(request), operation, units, dialect, **more))
        self._tell_limits(request, submitted)
        return submitted

    async def submit_or_fail(
        self,
        request: Request,
        /,
        operation: Operation,
        units: int,
        dialect: str,
        *,
        unsafe: bool = False,
        **more: Any,
    ) -> Submitted:
        """As `submit`; but a prompt that is not drawn here, see `check_prompt`, becomes a job that failed."""
        try:
            self.check_prompt(operation, unsafe=unsafe)
            return await self.submit(request, operation, units, dialect, **more)
        except Improper as improper:
            order = _order(caller(request), operation, units, dialect, **more)
            submitted = await self.jobs.refuse(order, improper)
            self._tell_limits(request, submitted)
            return submitted

    async def run(self, request: Request, /, operation: Operation, units: int, dialect: str, **more: Any) -> Delivery:
        """Queue an operation for the request's caller and wait for its pictures.

        When the client goes away the job lives on. Raises what the job failed with, NotEnoughCredits, Busy, or TooLate
        when it is not over in time; Accepted at once when the client prefers not to wait.
        """
        if would_rather_not_wait(request):
            raise Accepted((await self.submit(request, operation, units, dialect, **more)).id)
        self.check_prompt(operation)
        order = _order(caller(request), operation, units, dialect, **more)
        submitted, job = await self.jobs.run(order, self.settings.sync_seconds)
        self._tell_limits(request, submitted)
        return await self.delivery(job)

    def check_prompt(self, operation: Operation, *, unsafe: bool = False) -> None:
        """Raise Improper for a prompt that is not drawn here; with `unsafe`, also for one not safe for work."""
        settings = self.settings
        unsafe = unsafe or settings.moderation == "strict"
        if isinstance(operation, Drawn) and (unsafe or settings.moderation != "off"):
            texts = " ".join(placed.text for placed in operation.text_layout)
            refuse(word_list(settings.moderation_list), operation.prompt, texts, unsafe=unsafe)

    async def delivery(self, job: Job) -> Delivery:
        """The pictures of a job that succeeded; else raises what became of it."""
        if job.state == "succeeded":
            return Delivery(job, await self.artifacts.of_job(job.id))
        if not job.over:
            raise TooLate(f"job {job.id} is still {job.state}")
        raise job.error or Unavailable(f"job {job.id} {job.state}")

    def _tell_limits(self, request: Request, submitted: Submitted) -> None:
        if submitted.allowance is not None:
            request.state.headers = submitted.allowance.headers(self.jobs.limits)


def caller(request: Request) -> Caller:
    """Who a request is from; its route must depend on `auth.account`."""
    return cast(Caller, request.state.caller)


def _order(payer: Caller, operation: Operation, units: int, dialect: str, **more: Any) -> Order:
    return Order(
        account=payer.account, key=payer.key, dialect=dialect, operation=operation, units=units,
        pictures=operation.n, **more,
    )  # fmt: skip


@asynccontextmanager
async def running_services(settings: Settings, schemes: Schemes) -> AsyncIterator[Services]:
    """Everything a server runs on: the database, the workers, the news, the webhooks. Stopped in the opposite order.

    `schemes` makes what each dialect tells by webhook, and how.
    """
    home = Home(settings)
    url = await asyncio.to_thread(home.start)
    home.watch()
    database = Database(url)
    await database.open()
    accounts, keys = Accounts(database), Keys(database)
    artifacts = ArtifactStore(object_store(settings), database)
    signer = UrlSigner(signing_secret(settings.data_dir))
    webhooks = Deliverer(database, settings, schemes(signer, artifacts))
    bulletin = Bulletin(url, {CHANNEL: keys.forget, deliverer.CHANNEL: webhooks.wake})
    crew = Crew(settings, url, Janitor(database, artifacts, settings))
    bulletin.start()
    crew.start()
    webhooks.start()
    try:
        yield Services(
            settings=settings,
            database=database,
            jobs=Jobs(database, settings, bulletin),
            bulletin=bulletin,
            artifacts=artifacts,
            signer=signer,
            accounts=accounts,
            keys=keys,
            styles=Styles(database),
            crew=crew,
            open_account=await accounts.find(OPEN),
        )
    finally:
        await crew.close()
        await webhooks.close()
        await bulletin.close()
        await database.close()
        await home.close()


def services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


def public_url(request: Request, artifact: Artifact, box: tuple[int, int] | None = None) -> str:
    """The absolute URL of a stored picture, fitted into a box when one is given, as the client reaches us."""
    return origin(request) + services(request).signer.path(artifact, *(box or ()))
