"""`Prefer: respond-async` (RFC 7240, section 4.1) on any route that draws: the address of its job at once."""

from __future__ import annotations

import uuid

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse


class Accepted(Exception):
    """The job was submitted, and the client would rather not wait for it."""

    def __init__(self, job: uuid.UUID) -> None:
        super().__init__(str(job))
        self.job = job


def would_rather_not_wait(request: Request) -> bool:
    """Whether `respond-async` is among the request's preferences."""
    wishes = ",".join(request.headers.getlist("prefer")).lower()
    return "respond-async" in (wish.partition(";")[0].strip() for wish in wishes.split(","))


def install(app: FastAPI) -> None:
    """Answer what was accepted by 202 and the address of its job."""

    @app.exception_handler(Accepted)
    async def accepted(_request: Request, news: Accepted) -> JSONResponse:
        address = f"/studio/api/jobs/{news.job}"
        headers = {"Location": address, "Preference-Applied": "respond-async"}
        return JSONResponse({"id": str(news.job), "state": "queued", "url": address}, 202, headers=headers)
