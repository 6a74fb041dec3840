"""What is done on the spot, without a job: admitted by the limits of its key, charged once it is there."""

from __future__ import annotations

import uuid

from gouache.db import Database, fetch
from gouache.errors import Busy, NotEnoughCredits
from gouache.ledger.limits import Allowance, Limits, allowance

_ADMIT = """
with before as (
    select id, images_until, greatest(requests_until, clock_timestamp()) + make_interval(secs => %(seconds)s) as until
    from api_key where id = %(key)s for no key update
), moved as (
    update api_key set requests_until = until from before
    where api_key.id = before.id and until <= clock_timestamp() + interval '1 s'
    returning api_key.id
)
select clock_timestamp() as now, images_until,
       case when moved.id is null then until - make_interval(secs => %(seconds)s) else until end as requests_until,
       moved.id is not null as admitted
from before left join moved on true
"""

_CHARGE = """
with payer as (
    select id from account where id = %(account)s and (unlimited or balance >= %(units)s) for no key update
)
insert into entry (transaction, account, book, amount, kind)
select %(transaction)s, id, book, amount, 'settle'
from payer, (values ('balance', -%(units)s::bigint), ('earned', %(units)s::bigint)) as books (book, amount)
returning account
"""


async def admit(database: Database, key: uuid.UUID | None, limits: Limits) -> Allowance | None:
    """Count one request of a key; what it may still ask, None when it is not limited. Raises Busy."""
    if key is None or not limits.any:
        return None
    row = await database.row(_ADMIT, key=key, seconds=limits.request_seconds)
    if row is None:  # revoked long ago, and forgotten in this moment
        return None
    left = allowance(limits, row["now"], row["images_until"], row["requests_until"])
    if not row["admitted"]:
        raise Busy("rate limit of this key exceeded", retry_after=1, headers=left.headers(limits))
    return left


async def charge(database: Database, account: uuid.UUID, units: int) -> None:
    """Take units for something delivered; raises NotEnoughCredits, then nothing was taken."""
    if units == 0:
        return
    values = {"account": account, "units": units, "transaction": uuid.uuid4()}
    # patience 0: after a lost answer nobody knows whether it was booked; trying again might book it twice
    booked = await database.run(lambda connection: fetch(connection, _CHARGE, **values), patience=0)
    if not booked:
        raise NotEnoughCredits(f"the request costs {units} API units, the account has less")
