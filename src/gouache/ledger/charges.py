"""Charges for what is done on the spot, without a job: one transaction of two entries, or none at all."""

from __future__ import annotations

import uuid

from gouache.db import Database, fetch
from gouache.errors import NotEnoughCredits

_CHARGE = """
with payer as (
    select id from account where id = %(account)s and (unlimited or balance >= %(units)s) for no key update
)
insert into entry (transaction, account, book, amount, kind)
select %(transaction)s, id, book, amount, 'settle'
from payer, (values ('balance', -%(units)s::bigint), ('earned', %(units)s::bigint)) as books (book, amount)
returning account
"""


async def charge(database: Database, account: uuid.UUID, units: int) -> None:
    """Take units for something delivered; raises NotEnoughCredits, then nothing was taken."""
    if units == 0:
        return
    values = {"account": account, "units": units, "transaction": uuid.uuid4()}
    # patience 0: after a lost answer nobody knows whether it was booked; trying again might book it twice
    booked = await database.run(lambda connection: fetch(connection, _CHARGE, **values), patience=0)
    if not booked:
        raise NotEnoughCredits(f"the request costs {units} API units, the account has less")
