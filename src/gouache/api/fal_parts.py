"""Uploads in parts, as fal's clients send what is larger than about 100 MB: begun, sent, put together.

Python's client builds the addresses of parts from the URL of the file to be, Node's from an address given beforehand.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from gouache.api import fal_replies as replies
from gouache.api.body import TooLarge, counted
from gouache.api.fal_fields import read_body
from gouache.api.fal_storage import MAX_BYTES, Address, account, address, keep, permitted, uploader
from gouache.api.files import SIGNED
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.services import services
from gouache.api.spool import spooled
from gouache.errors import Invalid, NotFound

_MOST_PARTS = 1000
_MOUNT = "/files/upload/multipart"
_OF_THE_FILE = f"{SIGNED}/multipart"


class Begun(BaseModel):
    """`{access_url}/multipart/{uploadId}/{number}` takes the parts."""

    access_url: str
    uploadId: str


class Sent(BaseModel):
    partNumber: Annotated[int, Field(ge=1, le=_MOST_PARTS)]
    etag: str


class Whole(BaseModel):
    """The parts that make the file."""

    parts: list[Sent] = Field(min_length=1, max_length=_MOST_PARTS)


async def as_fal(request: Request) -> None:
    """Paths below a file's own URL speak this dialect, too."""
    request.state.dialect, request.state.refusal = "fal", replies.refusal


def _refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    return {code: {"model": replies.Refused} for code in codes}


Number = Annotated[int, Path(ge=1, le=_MOST_PARTS)]
router = APIRouter(tags=["fal"])


@router.post(_MOUNT, dependencies=[Depends(uploader)], responses=_refused(400, 401, 405))
async def begin(request: Request) -> Begun:
    """Where a file will be found whose parts are to come."""
    sealed, url = address(request)
    return Begun(access_url=url, uploadId=sealed)


@router.post(
    "/storage/upload/initiate-multipart", dependencies=[Depends(account)], responses=_refused(400, 401, 405, 413, 415)
)
async def initiate(request: Request) -> Address:
    """Where to PUT the parts of a file (`{upload_url}/{number}`), and where it will be found."""
    await read(request)  # its name and type are not needed: the bytes tell
    sealed, url = address(request)
    return Address(upload_url=f"{origin(request)}{_MOUNT}/{sealed}", file_url=url)


@router.put(_OF_THE_FILE + "/{sealed}/{number}", include_in_schema=False, dependencies=[Depends(as_fal)])
@router.put(_MOUNT + "/{sealed}/{number}", responses=_refused(400, 404, 405, 413))
async def put(request: Request, sealed: str, number: Number) -> JSONResponse:
    """Keep a part, in the place of an earlier one of the same number."""
    shared = services(request)
    name, _ = permitted(shared, sealed)
    others = await shared.artifacts.parts.of(name)
    left = MAX_BYTES - sum(part.bytes for other, part in others.items() if other != number)
    try:
        async with spooled(shared.settings, counted(request, left)) as file:
            part = await shared.artifacts.parts.put(name, number, file.path)
    except TooLarge as error:
        raise TooLarge(f"the file is larger than {MAX_BYTES} bytes", field="file") from error
    return JSONResponse({"partNumber": number, "etag": part.tag}, headers={"ETag": part.tag})


@router.post(_OF_THE_FILE + "/{sealed}/complete", include_in_schema=False, dependencies=[Depends(as_fal)])
@router.post(_MOUNT + "/{sealed}/complete", responses=_refused(400, 404, 405, 413, 415, 422))
async def complete(request: Request, sealed: str) -> JSONResponse:
    """Put a file together; the same may be asked for again."""
    shared = services(request)
    name, life = permitted(shared, sealed)
    told = read_body(Whole, (await read(request)).fields)
    if not await _there(request, name):
        numbers = await _numbers(request, name, told)
        async with spooled(shared.settings, shared.artifacts.parts.read(name, numbers)) as file:
            await keep(shared, file, life, name)
        await shared.artifacts.parts.drop(name)
    return JSONResponse({"id": name})


async def _there(request: Request, name: str) -> bool:
    try:
        await services(request).artifacts.get(name)
    except NotFound:
        return False
    return True


async def _numbers(request: Request, name: str, told: Whole) -> list[int]:
    """The parts in their order; raises Invalid for one that is not there as it was told."""
    have = await services(request).artifacts.parts.of(name)
    for part in told.parts:
        if part.partNumber not in have or have[part.partNumber].tag.strip('"') != part.etag.strip('"'):
            raise Invalid(
                f"parts: part {part.partNumber} did not come with the etag {ascii(part.etag)[:80]}", field="parts"
            )
    return sorted({part.partNumber for part in told.parts})
