"""C2PA manifests: signed statements inside a file of how it was made. Written when a key and a chain are configured.

C2PA 2.2: the claim says `c2pa.created` with the digital source type of IPTC for what an algorithm made alone.
"""

from __future__ import annotations

import io
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gouache import __version__
from gouache.errors import GouacheError

if TYPE_CHECKING:
    from c2pa import Signer

_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
_CURVES = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}


class Misconfigured(GouacheError):
    """The signing key or its certificate cannot be used."""

    code = "signing_misconfigured"


def signed(data: bytes, media_type: str) -> bytes:
    """The file with a manifest in it; the file as it is when no key is configured."""
    signer = _configured()
    if signer is None:
        return data
    return sign(data, media_type, signer)


def sign(data: bytes, media_type: str, signer: Signer) -> bytes:
    """The file with a manifest in it."""
    from c2pa import Builder

    target = io.BytesIO()
    with Builder(_claim(media_type)) as builder:
        builder.sign(signer, media_type, io.BytesIO(data), target)
    return target.getvalue()


def read_manifest(data: bytes, media_type: str) -> dict[str, Any]:
    """The manifest store of a file as plain data, with its validation state; raises C2paError when there is none."""
    from c2pa import Reader

    with Reader(media_type, io.BytesIO(data)) as reader:
        store: dict[str, Any] = json.loads(reader.json())
    return store


def signer_of(key: Path, chain: Path) -> Signer:
    """The signer of a PEM key and its chain (leaf first); raises Misconfigured."""
    from c2pa import C2paError, C2paSignerInfo, Signer

    try:
        private = key.read_bytes()
        information = C2paSignerInfo(_algorithm(private).encode(), chain.read_bytes(), private, None)
        return Signer.from_info(information)
    except (OSError, ValueError, TypeError, C2paError) as error:
        raise Misconfigured(f"GOUACHE_C2PA_KEY, GOUACHE_C2PA_CERT: {error}") from error


@lru_cache(1)
def _configured() -> Signer | None:
    from gouache.config import Settings

    settings = Settings()
    if settings.c2pa_key is None or settings.c2pa_cert is None:
        return None
    return signer_of(settings.c2pa_key, settings.c2pa_cert)


def _algorithm(private: bytes) -> str:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(private, password=None)
    if isinstance(key, EllipticCurvePrivateKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    if isinstance(key, RSAPrivateKey):
        return "PS256"
    if isinstance(key, Ed25519PrivateKey):
        return "ED25519"
    raise ValueError("the key must be of P-256, P-384, P-521, RSA or Ed25519")


def _claim(media_type: str) -> dict[str, Any]:
    created = {"action": "c2pa.created", "digitalSourceType": _SOURCE}
    return {
        "claim_generator_info": [{"name": "gouache", "version": __version__}],
        "format": media_type,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [created]}}],
    }
