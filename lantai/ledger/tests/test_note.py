"""Signed notes byte for byte as C2SP writes them (signed-note, tlog-checkpoint, tlog-cosignature)."""

from __future__ import annotations

import base64
import hashlib
import os
import random
import stat
import struct
import threading

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from lantai.ledger import note

ROOT = hashlib.sha256(b"root").digest()
AT = 1_795_000_000


@pytest.fixture
def signed():
    return note.sign(7, ROOT, AT)


def read(text):
    return note.verify(text, note.origin(), note.public_bytes())


def test_what_was_signed_is_read_again(signed):
    assert read(signed) == note.Head(note.origin(), 7, ROOT, AT)


def test_the_text_is_a_checkpoint_of_c2sp(signed):
    """Read by the letter of the specification, not by our code."""
    text, _, block = signed.rpartition("\n\n")
    assert text + "\n" == f"{note.origin()}\n7\n{base64.b64encode(ROOT).decode()}\n"
    plain, timed = block.splitlines()
    assert block.endswith("\n") and plain.startswith("— ") and timed.startswith("— ")
    public = note.public_bytes()
    key = Ed25519PublicKey.from_public_bytes(public)
    mark, name, encoded = plain.split(" ")
    raw = base64.b64decode(encoded, validate=True)
    assert (mark, name, len(raw)) == ("\u2014", note.origin(), 4 + 64)
    assert raw[:4] == hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    key.verify(raw[4:], (text + "\n").encode())
    raw = base64.b64decode(timed.split(" ")[2], validate=True)
    assert len(raw) == 4 + 8 + 64 and raw[:4] == hashlib.sha256(name.encode() + b"\n\x04" + public).digest()[:4]
    assert struct.unpack(">Q", raw[4:12]) == (AT,)
    key.verify(raw[12:], b"cosignature/v1\ntime %d\n" % AT + (text + "\n").encode())
    with pytest.raises(InvalidSignature):
        key.verify(raw[12:], (text + "\n").encode())


def test_the_key_is_written_as_outsiders_read_it():
    name, identity, encoded = note.verifier_key().split("+", 2)
    raw = base64.b64decode(encoded, validate=True)
    assert name == note.origin() and name.isascii() and raw == b"\x01" + note.public_bytes()
    assert identity == hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8]


def test_every_changed_bit_is_refused(signed):
    raw = signed.encode()
    for at in range(len(raw)):
        changed = bytearray(raw)
        changed[at] ^= 1 << random.Random(at).randrange(8)
        try:
            text = changed.decode()
        except UnicodeDecodeError:
            continue
        with pytest.raises(note.BadNote):
            read(text)


def _drop(n):
    return lambda s: "\n".join(line for k, line in enumerate(s.split("\n")) if k != n)


MALFORMED = {
    "empty": lambda s: "",
    "no text": _drop(0),
    "no size": _drop(1),
    "no root": _drop(2),
    "no gap": _drop(3),
    "no plain line": _drop(4),
    "no timed line": _drop(5),
    "no last newline": lambda s: s[:-1],
    "extension line": lambda s: s.replace("\n\n", "\nextension\n\n"),
    "size with zero": lambda s: s.replace("\n7\n", "\n07\n"),
    "size with plus": lambda s: s.replace("\n7\n", "\n+7\n"),
    "size with space": lambda s: s.replace("\n7\n", "\n 7\n"),
    "size in full width": lambda s: s.replace("\n7\n", "\n\uff17\n"),
    "size below zero": lambda s: s.replace("\n7\n", "\n-7\n"),
    "size with underline": lambda s: s.replace("\n7\n", "\n1_0\n"),
    "size of a million digits": lambda s: s.replace("\n7\n", "\n" + "9" * 10**6 + "\n"),
    "short root": lambda s: s.replace(base64.b64encode(ROOT).decode(), base64.b64encode(ROOT[:31]).decode()),
    "another log": lambda s: s.replace(note.origin(), "else.example/log"),
    "line twice": lambda s: s + s.splitlines(True)[4],
    "blank line at the end": lambda s: s + "\n",
    "two spaces": lambda s: s.replace("— ", "—  "),
    "carriage return": lambda s: s.replace("\n", "\r\n"),
    "other base64": lambda s: s.rstrip("\n") + "=\n",
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_note_is_refused(signed, what):
    changed = MALFORMED[what](signed)
    assert changed != signed
    with pytest.raises(note.BadNote):
        read(changed)


def test_lines_of_witnesses_are_let_stand(signed):
    lines = "".join(f"— witness{n}.example {base64.b64encode(bytes([n]) * 76).decode()}\n" for n in range(16))
    assert read(signed + lines).size == 7
    same_name = f"— {note.origin()} {base64.b64encode(b'abcd' + b'x' * 64).decode()}\n"
    assert read(signed + same_name).size == 7


def test_a_note_of_another_key_is_refused(signed, settings, tmp_path):
    settings.KEYS = tmp_path / "other"
    with pytest.raises(note.BadNote):
        read(signed)


def test_the_signing_key_is_made_once_and_is_the_owners_alone(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    made = set()
    threads = [threading.Thread(target=lambda: made.add(note.public_bytes())) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert os.listdir(settings.KEYS) == [note.KEY_FILE]
    assert stat.S_IMODE((settings.KEYS / note.KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.KEYS.stat().st_mode) == 0o700
