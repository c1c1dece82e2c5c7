"""A certificate made here, for demonstrations and tests: it seals, and says of itself that it is a trial."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from lantai.documents.sealing import SUFFIX

MARK = "（测试印章）"


def make(folder: Path, code: str, name: str, from_at: datetime, days: int = 365) -> Path:
    """Write ``CODE.p12`` and its password into the folder, readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"), x509.NameAttribute(NameOID.COMMON_NAME, name + MARK)]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(from_at)
        .not_valid_after(from_at + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .sign(key, hashes.SHA256())
    )
    password = secrets.token_urlsafe(24).encode()
    held = pkcs12.serialize_key_and_certificates(
        code.encode(), key, certificate, None, BestAvailableEncryption(password)
    )
    file = folder / f"{code}{SUFFIX}"
    for path, content in ((file, held), (file.with_suffix(".pass"), password)):
        path.touch(mode=0o600)
        path.write_bytes(content)
    return file


def _usage() -> x509.KeyUsage:
    no = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **no)
