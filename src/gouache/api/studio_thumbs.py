"""Small pictures of the styles, for the studio's gallery: drawn once by a job that nobody pays for, then kept."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import Response

from gouache import __version__
from gouache.api.services import Services, services
from gouache.artifacts.cache import DiskCache
from gouache.artifacts.resize import resized
from gouache.errors import Invalid, NoPage, NotFound
from gouache.jobs.model import Order
from gouache.operations import Generate
from gouache.vocabulary.styles import Style, styles

ACCOUNT = "studio thumbnails"  # an account of its own, so that they never stand in a customer's line or history
PROMPT = "a lighthouse by the sea"
_SEED = 11
_DRAWN, _SHOWN = 640, 256  # px
_AT_ONCE = 2
_LIFE = 90 * 24 * 3600.0  # seconds
_BYTES = 16 * 2**20
_EDITION = hashlib.sha256(f"{__version__} {PROMPT} {_SEED} {_DRAWN} {_SHOWN}".encode()).hexdigest()[:16]
_HEADERS = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}
router = APIRouter(include_in_schema=False)


class Thumbnails:
    """The thumbnails of one server process; whoever asks for one that is being drawn waits for the same."""

    def __init__(self, shared: Services) -> None:
        self._shared = shared
        self._cache = DiskCache(shared.settings.data_dir / "thumbs", _BYTES, _LIFE)
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._underway: dict[str, asyncio.Task[bytes]] = {}

    async def get(self, style: Style) -> bytes:
        """WebP bytes of a style; raises what the job failed with, TooLate or Busy."""
        name = f"{style.style}.{style.substyle or ''}"
        kept = await asyncio.to_thread(self._cache.get, _EDITION, name)
        if kept is not None:
            return kept
        if name not in self._underway:
            task = self._underway[name] = asyncio.create_task(self._make(style, name))
            task.add_done_callback(lambda _: self._underway.pop(name))
        return await asyncio.shield(self._underway[name])

    async def _make(self, style: Style, name: str) -> bytes:
        async with self._turns:
            shared = self._shared
            operation = Generate(
                prompt=PROMPT, style=style.style, substyle=style.substyle, width=_DRAWN, height=_DRAWN, seed=_SEED
            )
            order = Order(account=await self._account(), dialect="studio", operation=operation, units=0)
            _, job = await shared.jobs.run(order, shared.settings.sync_seconds)
            [picture] = (await shared.delivery(job)).pictures
            data = await shared.artifacts.read(picture)
            small = await asyncio.to_thread(resized, data, picture.media_type, (_SHOWN, _SHOWN))
            await asyncio.to_thread(self._cache.put, _EDITION, name, small)
            return small

    async def _account(self) -> uuid.UUID:
        accounts = self._shared.accounts
        try:
            return await accounts.find(ACCOUNT)
        except NotFound:
            pass
        try:
            return await accounts.create(ACCOUNT, 0)
        except Invalid:  # another process was faster
            return await accounts.find(ACCOUNT)


@router.get("/studio/thumbs/{family}/{name}.webp")
async def thumbnail(request: Request, family: str, name: str) -> Response:
    """The thumbnail of `style` or `style.substyle`. Needs no key: it shows nothing of anybody and is made once."""
    style, _, substyle = name.partition(".")
    found = _known(family, style, substyle or None)
    return Response(await _thumbnails(request).get(found), media_type="image/webp", headers=_HEADERS)


def _known(family: str, style: str, substyle: str | None) -> Style:
    if family in ("recraftv3", "recraftv2"):
        for known in styles(family):
            if (known.style, known.substyle) == (style, substyle):
                return known
    raise NoPage()


def _thumbnails(request: Request) -> Thumbnails:
    """The application's thumbnails, made when the first is asked for."""
    state = request.app.state
    if not hasattr(state, "thumbnails"):
        state.thumbnails = Thumbnails(services(request))
    return cast(Thumbnails, state.thumbnails)
