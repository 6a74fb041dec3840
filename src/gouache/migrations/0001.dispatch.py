"""The tables of the dispatcher, as the installed Procrastinate ships them."""

from procrastinate.schema import SchemaManager
from yoyo import step


def apply(connection):  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        cursor.execute(SchemaManager.get_schema())


step(apply)
