"""A style's reference pictures: with the style in a file, kept beside it on a server."""

from __future__ import annotations

import asyncio
import io
import uuid
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psycopg
import pytest
from PIL import Image

import gouache
from gouache.artifacts.store import ArtifactStore, object_store
from gouache.config import Settings
from gouache.db import Database
from gouache.engines.base import Context
from gouache.errors import Invalid, NotFound
from gouache.inputs import Inputs
from gouache.operations import CreateStyle, Source
from gouache.rendering import Rendered, render
from gouache.styles.profile import StyleProfile
from gouache.styles.references import data
from gouache.styles.store import Styles, keep


def picture(color: str, side: int = 40) -> Image.Image:
    return Image.new("RGB", (side, side), color)


def created(inputs: Inputs, *colors: str, **more: object) -> StyleProfile:
    """The profile of plain pictures, as a worker makes it."""
    images = tuple(inputs.add(picture(color)) for color in colors)
    operation = CreateStyle.model_validate({"base": "any", "images": images} | more)
    file = next(iter(render(operation, Context(read=inputs.read)))).file
    return StyleProfile.model_validate_json(file.data)


def test_the_weightiest_pictures_come_first() -> None:
    inputs = Inputs()
    first = created(inputs, "red", "green", weights=(1, 3))
    red, green = (inputs.add(picture(color)).sha256 for color in ("red", "green"))
    assert [reference.sha256 for reference in first.references] == [green, red]
    mixed = created(inputs, "blue", "red", sources=(first,), source_weights=(1,))
    blue = inputs.add(picture("blue")).sha256
    assert [reference.sha256 for reference in mixed.references] == [blue, red, green]


def test_a_style_file_carries_its_pictures() -> None:
    profile = gouache.create_style([picture("red", 2000)])
    assert len(profile.model_dump_json()) < 100_000

    def nothing(source: Source) -> bytes:
        raise NotFound(source.sha256)

    shown = Image.open(io.BytesIO(data(profile.references[0], nothing)))
    assert shown.size == (768, 768)
    assert np.abs(np.asarray(shown.convert("RGB"))[9, 9].astype(int) - (255, 0, 0)).max() < 4
    broken = profile.references[0].model_copy(update={"data": "%"})
    with pytest.raises(Invalid, match="base64"):
        data(broken, nothing)


def test_pictures_are_kept_for_as_long_as_their_style(fresh_database: Callable[[], str], tmp_path: Path) -> None:
    url, inputs, style, account = fresh_database(), Inputs(), uuid.uuid4(), uuid.uuid4()
    profile = created(inputs, "red", "green")
    with psycopg.connect(url, autocommit=True) as sql:
        sql.execute("insert into account (id, name) values (%s, 'a')", (account,))
        sql.execute(
            "insert into job (id, account, dialect, operation, queue, pictures, units)"
            " values (%s, %s, 'recraft', '{}', 'cpu', 1, 0)", (style, account),
        )  # fmt: skip

    async def story() -> None:
        database = Database(url)
        await database.open()
        store = ArtifactStore(object_store(Settings(data_dir=tmp_path)), database)
        sent = inputs.add(picture("red"))

        async def both(connection: object) -> None:
            from gouache.artifacts.encode import File

            file = File(inputs.read(sent), "image/png", 40, 40)
            kept = await store.put(connection, 0, Rendered(file, {}))  # type: ignore[arg-type]
            await connection.execute(  # type: ignore[attr-defined]
                "insert into artifact (id, sha256, media_type, width, height, bytes, expires_at)"
                " values (%s, %s, 'image/png', 40, 40, %s, now())", (kept.id, kept.sha256, kept.bytes),
            )  # fmt: skip
            profile_json = profile.model_dump_json().encode()
            await keep(connection, store, style, profile_json, private=True)  # type: ignore[arg-type]

        await database.run(both)
        await store.drop_expired()
        assert store.load(sent) == inputs.read(sent)
        with pytest.raises(NotFound):  # green had gone before the style was made
            store.load(inputs.add(picture("green")))
        await Styles(database).delete(account, str(style))
        await store.drop_expired()
        with pytest.raises(NotFound):
            store.load(sent)
        await database.close()

    asyncio.run(story())
