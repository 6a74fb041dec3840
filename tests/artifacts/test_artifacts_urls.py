"""Signed paths: only what was signed can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouache.artifacts.store import Artifact
from gouache.artifacts.urls import UrlSigner, signing_secret
from gouache.errors import NotFound

ID = "229b2a75-05e4-4580-85f9-b47ee521a00d"
ARTIFACT = Artifact(ID, 0, "0" * 64, "image/webp", 640, 480, 5, {})
SIGNER = UrlSigner(b"secret")


def test_a_path_has_the_vendors_shape() -> None:
    path = SIGNER.path(ARTIFACT)
    signature, rest = path[1:44], path[44:]
    assert rest == f"/rs:fit:640:480:0/raw:1/plain/abs://external/images/{ID}"
    assert len(signature) == 43


def test_a_signed_path_is_read_back() -> None:
    ticket = SIGNER.read(SIGNER.path(ARTIFACT, 64, 0)[1:])
    assert (ticket.id, ticket.width, ticket.height) == (ID, 64, 0)


PATH = SIGNER.path(ARTIFACT)[1:]
FORGED = [
    "", PATH[:-1], PATH + "0", "A" * 43 + PATH[43:], PATH.replace(":640:", ":641:"), PATH.replace("raw:1", "raw:0"),
    PATH.replace(ID, ID.upper()), "/" + PATH, PATH + "\n", UrlSigner(b"other").path(ARTIFACT)[1:],
    PATH.replace("640", "٦٤٠"),
]  # fmt: skip


@pytest.mark.parametrize("path", FORGED, ids=range(len(FORGED)))
def test_forged_paths(path: str) -> None:
    with pytest.raises(NotFound):
        SIGNER.read(path)


def test_the_secret_is_kept_and_private(tmp_path: Path) -> None:
    secret = signing_secret(tmp_path)
    assert signing_secret(tmp_path) == secret
    assert (tmp_path / "url-secret").stat().st_mode & 0o077 == 0
