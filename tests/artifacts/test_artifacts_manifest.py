"""C2PA: what is signed can be read back and is valid, in every format."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from gouache.artifacts.manifest import Misconfigured, read_manifest, sign, signer_of
from gouache.rendering import render
from gouache.requests import request

MEDIA = {"png": "image/png", "webp": "image/webp", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def _name(common: str) -> x509.Name:
    return x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "gouache tests"),
        x509.NameAttribute(NameOID.COMMON_NAME, common),
    ])  # fmt: skip


def _usage(ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca, key_cert_sign=ca, crl_sign=ca, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _certificate(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, issuer_key: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    ca = subject == issuer
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder().subject_name(_name(subject)).issuer_name(_name(issuer)).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(_usage(ca), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
    )  # fmt: skip
    if not ca:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


@pytest.fixture(scope="module")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and its chain, signed by an authority of the test's own."""
    folder = tmp_path_factory.mktemp("chain")
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate("root", root_key, "root", root_key)
    leaf = _certificate("signer", key, "root", root_key)
    pem = serialization.Encoding.PEM
    chain = folder / "chain.pem"
    chain.write_bytes(leaf.public_bytes(pem) + root.public_bytes(pem))
    private = folder / "key.pem"
    private.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )  # fmt: skip
    return private, chain


@pytest.mark.parametrize("kind", sorted(MEDIA))
def test_a_signed_file_can_be_verified(credentials: tuple[Path, Path], kind: str) -> None:
    [picture] = render(request("a red ball", size="128x128", seed=1, format=kind))
    store = read_manifest(sign(picture.file.data, MEDIA[kind], signer_of(*credentials)), MEDIA[kind])
    manifest = store["manifests"][store["active_manifest"]]
    actions = [a for note in manifest["assertions"] for a in note["data"].get("actions", [])]
    assert actions[0]["action"] == "c2pa.created"
    assert manifest["claim_generator_info"][0]["name"] == "gouache"
    problems = {entry["code"] for entry in store.get("validation_status", [])}
    assert problems <= {"signingCredential.untrusted"}  # the authority is the test's own


def test_a_changed_file_is_found_out(credentials: tuple[Path, Path]) -> None:
    [picture] = render(request("a red ball", size="128x128", seed=1, format="png"))
    data = bytearray(sign(picture.file.data, "image/png", signer_of(*credentials)))
    data[-40] ^= 1
    assert any("mismatch" in e["code"] for e in read_manifest(bytes(data), "image/png")["validation_status"])


def test_an_unusable_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key")
    with pytest.raises(Misconfigured, match="GOUACHE_C2PA_KEY"):
        signer_of(tmp_path / "key", tmp_path / "absent")
