"""A job each time something happens to it, for whoever streams that to a client."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress

from gouache.api.services import Services
from gouache.jobs.model import Job

_KEEP_ALIVE_SECONDS = 15.0  # proxies close what says nothing for longer
STILL_THERE = ": still there\n\n"  # a comment in a stream of events, which clients skip


async def news(shared: Services, job_id: uuid.UUID) -> AsyncIterator[Job]:
    """The job as it stands, again after each event and at least every 15 s, until it is over. Raises NotFound."""
    with shared.bulletin.watch(job_id, every=True) as event:
        while True:
            event.clear()
            job = await shared.jobs.get(job_id)
            yield job
            if job.over:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(_KEEP_ALIVE_SECONDS):
                    await event.wait()
