"""Signed notes of the log, byte for byte as C2SP writes them (signed-note, tlog-checkpoint, tlog-
cosignature).

A checkpoint has two lines of the log: the Ed25519 line over the text, which every foreign program reads,
and a timestamped
line (cosignature/v1) over the same text, so that the time of signing is signed too.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

PLAIN, TIMED = 1, 4  # signature types of signed-note and tlog-cosignature
KEY_FILE = "ledger-ed25519"


class BadNote(Exception):
    """A note that is malformed, or not signed by the key."""


@dataclass(frozen=True)
class Head:
    """What a verified checkpoint says."""

    origin: str
    size: int
    root: bytes
    signed_at: int  # seconds since 1970


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def origin() -> str:
    """The ASCII name of the log: stands in every checkpoint and never changes."""
    return str(settings.LANTAI_ORIGIN)


def signing_key() -> Ed25519PrivateKey:
    """The key of this log; made on first use, readable by the owner only.

    Two processes starting at once make one.
    """
    file = Path(settings.KEYS) / KEY_FILE
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = file.with_name(f".{KEY_FILE}.{secrets.token_hex(8)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as made:
            made.write(base64.b64encode(secrets.token_bytes(32)) + b"\n")
            made.flush()
            os.fsync(made.fileno())
        try:
            os.link(fresh, file)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(file.read_bytes(), validate=False))


def public_bytes() -> bytes:
    return signing_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def key_id(name: str, kind: int, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def verifier_key(kind: int = PLAIN) -> str:
    """The public key as outsiders write it: ``name+id+base64(type ‖ key)``."""
    public = public_bytes()
    return f"{origin()}+{key_id(origin(), kind, public).hex()}+{_b64(bytes([kind]) + public)}"


def _line(name: str, identity: bytes, signature: bytes) -> str:
    return f"— {name} {_b64(identity + signature)}\n"


def _timed(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def sign(size: int, root: bytes, seconds: int) -> str:
    """The checkpoint of a tree, signed at ``seconds`` since 1970."""
    name, key, public = origin(), signing_key(), public_bytes()
    text = f"{name}\n{size}\n{_b64(root)}\n"
    plain = _line(name, key_id(name, PLAIN, public), key.sign(text.encode()))
    signature = seconds.to_bytes(8, "big") + key.sign(_timed(text, seconds))
    return f"{text}\n{plain}{_line(name, key_id(name, TIMED, public), signature)}"


def _signatures(block: str) -> dict[tuple[str, bytes], bytes]:
    """Signatures by key name and key id; others than ours (witnesses) may be among them."""
    found: dict[tuple[str, bytes], bytes] = {}
    for line in block.split("\n"):
        mark, name, encoded = ([*line.split(" "), "", "", ""])[:3]
        if mark != "—" or not name or line.count(" ") != 2:
            raise BadNote("签名行格式不对")
        try:
            raw = base64.b64decode(encoded, validate=True)
        except ValueError as error:
            raise BadNote("签名行格式不对") from error
        if len(raw) < 5 or _b64(raw) != encoded or (name, raw[:4]) in found:
            raise BadNote("签名行格式不对")
        found[name, raw[:4]] = raw[4:]
    return found


def _check(public: Ed25519PublicKey, signature: bytes, message: bytes) -> None:
    try:
        public.verify(signature, message)
    except InvalidSignature as error:
        raise BadNote("签名不对") from error


def verify(note: str, name: str, public: bytes) -> Head:
    """What the note says, once both lines of the log are found to be signed by the key. Raises BadNote."""
    text, gap, block = note.rpartition("\n\n")
    lines = text.split("\n")
    if not gap or not block.endswith("\n") or len(lines) != 3 or lines[0] != name:
        raise BadNote("检查点格式不对")
    text += "\n"
    try:
        size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)
    except ValueError as error:
        raise BadNote("检查点格式不对") from error
    if str(size) != lines[1] or size < 0 or len(root) != 32 or _b64(root) != lines[2]:
        raise BadNote("检查点格式不对")
    key = Ed25519PublicKey.from_public_bytes(public)
    signatures = _signatures(block[:-1])
    try:
        plain = signatures[name, key_id(name, PLAIN, public)]
        timed = signatures[name, key_id(name, TIMED, public)]
    except KeyError as error:
        raise BadNote("缺少日志的签名") from error
    seconds = int.from_bytes(timed[:8], "big")
    _check(key, plain, text.encode())
    _check(key, timed[8:], _timed(text, seconds))
    return Head(name, size, root, seconds)
