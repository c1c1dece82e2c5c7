"""证明包: what ``bundle.make`` writes, ``verify.py`` accepts; whatever differs by one bit it refuses."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lantai.ledger import bundle, note, queries, sequencer, store
from lantai.ledger.act import command, publish_digest
from lantai.ledger.canon import canonical
from lantai.ledger.models import Entry

ROOT = Path(__file__).resolve().parents[3]
_spec = importlib.util.spec_from_file_location("verify", ROOT / "verify.py")
verify = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(verify)

PAGE = "衡市监罚字〔2026〕12号 行政处罚决定书".encode()


@command("ledger_test.publish", "测试公开")
def publish(*, actor, content):
    publish_digest(content)


def published(data=PAGE):
    publish(actor=None, content=hashlib.sha256(data).hexdigest())
    return Entry.objects.order_by("-id").first()


@pytest.fixture
def log(db):
    """A log of 11 entries, the seventh of which publishes PAGE; checkpoints at 4 and 11."""
    for n in range(4):
        store.put_bytes(b"%d" % n)
    sequencer.checkpoint()
    for n in range(2):
        store.put_bytes(b"+%d" % n)
    entry = published()
    for n in range(4):
        store.put_bytes(b"-%d" % n)
    sequencer.checkpoint()
    return entry


@pytest.fixture
def good(log):
    return bundle.make(log, {"决定书.txt": PAGE}, since=queries.checkpoint_of_size(4))


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members):
    """The bundle somebody would make who changes a member and writes a fitting manifest."""
    members = {name: raw for name, raw in members.items() if name != "manifest.json"}
    digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in members.items()}
    members["manifest.json"] = canonical({"format": bundle.FORMAT, "members": digests}).encode()
    return bundle.pack(members)


def refused(data, **given):
    with pytest.raises(verify.Refused):
        verify.check(data, **given)
    return True


def test_a_bundle_is_accepted_and_says_what_it_proves(good):
    said = verify.check(good, key=note.verifier_key())
    assert said[0].startswith("文件 决定书.txt（") and hashlib.sha256(PAGE).hexdigest() in said[0]
    assert any("第 6 条" in s and "11 条记录" in s for s in said)


def test_the_same_entry_gives_the_same_bytes(log):
    assert bundle.make(log, {"a": PAGE}) == bundle.make(log, {"a": PAGE})


def test_an_older_checkpoint_is_continued(good, log):
    older = queries.checkpoint_of_size(4).note
    assert "4 条记录原样保留" in verify.check(good, older=older)[-1]
    assert "11 条记录原样保留" in verify.check(good, older=queries.checkpoint_of_size(11).note)[-1]
    with pytest.raises(verify.Unable):
        verify.check(bundle.make(log, {"a": PAGE}), older=older)
    refused(good, older=note.sign(4, b"\x07" * 32, 1))
    with pytest.raises(verify.Unable):
        verify.check(good, older=note.sign(12, b"\x07" * 32, 1))
    with pytest.raises(verify.Unable):  # no proof starts from the empty tree
        verify.check(good, older=note.sign(0, hashlib.sha256(b"").digest(), 1))
    members = opened(good)
    members["consistency.txt"] = b"old 0\n"
    refused(packed(members), older=note.sign(0, hashlib.sha256(b"").digest(), 1))


def test_a_waiting_entry_has_no_bundle_yet(db):
    entry = published()
    with pytest.raises(bundle.NotYet):
        bundle.make(entry, {"a": PAGE})
    sequencer.fold()
    with pytest.raises(bundle.NotYet):
        bundle.make(entry, {"a": PAGE})


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a\\b", ".x", "x.", "con:", "a\n", "e\u0301", "x" * 201])
def test_a_name_that_leaves_its_folder_is_never_written(log, name):
    with pytest.raises(ValueError):
        bundle.make(log, {name: PAGE})


def test_bytes_the_entry_does_not_publish_are_never_packed(log):
    with pytest.raises(ValueError):
        bundle.make(log, {"a": PAGE + b"."})


def test_every_changed_bit_is_refused_wherever_it_lies(good):
    """Every bit flip of the file, in members and in what ZIP itself writes: 1,000 at random."""
    chance = random.Random(18)
    for _ in range(1000):
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        refused(bytes(changed))


def test_every_changed_bit_of_a_member_is_refused_under_a_fitting_manifest(good):
    """Somebody who changes one bit of evidence, entry, proof or key and mends the manifest is found by the proof."""
    chance = random.Random(19)
    members = opened(good)
    names = ["content/决定书.txt", "entry.json", "proof.tlog-proof", "log.key"]
    for n in range(300):
        name = names[n % 4]
        raw = bytearray(members[name])
        raw[chance.randrange(len(raw) - (name == "log.key"))] ^= 1 << chance.randrange(8)
        refused(packed({**members, name: bytes(raw)}))


@pytest.mark.slow
def test_a_thousand_good_bundles_are_accepted(db):
    """Trees of every size up to 45, every leaf, each against the checkpoint of its day."""
    entries, count = [], 0
    for size in range(1, 46):
        entries.append(published(b"%d" % size))
        sequencer.checkpoint()
        for n, entry in enumerate(entries, 1):
            assert verify.check(bundle.make(entry, {"x": b"%d" % n}), key=note.verifier_key())
            count += 1
    assert count == 1035


def _with_proof(good, change):
    members = opened(good)
    text = members["proof.tlog-proof"].decode()
    changed = change(text)
    assert changed != text
    members["proof.tlog-proof"] = changed.encode()
    return packed(members)


def _lines(at, *new, drop=0):
    def change(text):
        lines = text.split("\n")
        lines[at : at + drop] = new
        return "\n".join(lines)

    return change


HASH = base64.b64encode(b"\x01" * 32).decode()
MALFORMED = {
    "empty": lambda t: "",
    "no first line": _lines(0, drop=1),
    "other version": _lines(0, "c2sp.org/tlog-proof@v2", drop=1),
    "no index": _lines(1, drop=1),
    "index with plus": lambda t: t.replace("index ", "index +"),
    "index with zero": lambda t: t.replace("index ", "index 0"),
    "index beyond the tree": lambda t: t.replace("index 6", "index 11"),
    "other index": lambda t: t.replace("index 6", "index 7"),
    "index overflow": lambda t: t.replace("index 6", "index 18446744073709551622"),
    "negative index": lambda t: t.replace("index 6", "index -5"),
    "extra node at the leaf": _lines(2, HASH),
    "a node missing": _lines(2, drop=1),
    "extra node at the root": lambda t: t.replace("\n\n", f"\n{HASH}\n\n", 1),
    "many nodes": lambda t: t.replace("\n\n", f"\n{HASH}" * 70 + "\n\n", 1),
    "short node": _lines(2, base64.b64encode(b"\x01" * 31).decode(), drop=1),
    "long node": _lines(2, base64.b64encode(b"\x01" * 33).decode(), drop=1),
    "no base64": _lines(2, "!" * 44, drop=1),
    "another spelling of base64": lambda t: _lines(2, t.split("\n")[2][:-1] + "\n=", drop=1)(t),
    "no checkpoint": lambda t: t.partition("\n\n")[0] + "\n\n",
    "size overflow": lambda t: t.replace("\n11\n", "\n18446744073709551627\n"),
    "size with zero": lambda t: t.replace("\n11\n", "\n011\n"),
    "other size": lambda t: t.replace("\n11\n", "\n12\n"),
    "size zero": lambda t: t.replace("\n11\n", "\n0\n"),
    "a line more in the checkpoint": lambda t: t.replace("\n11\n", "\n11\nx\n"),
    "no signature": lambda t: t[: t.index("\n—")] + "\n",
    "plain signature only": lambda t: t[: t.rindex("—")],
    "timed signature only": lambda t: t[: t.index("—")] + t[t.rindex("—") :],
    "plain signature twice": lambda t: t + t[t.index("—") : t.rindex("—")],
    "timed signature twice": lambda t: t + t[t.rindex("—") :],
    "hyphen for dash": lambda t: t.replace("—", "-"),
    "no end of line": lambda t: t[:-1],
    "a line after the end": lambda t: t + "\n",
    "carriage returns": lambda t: t.replace("\n", "\r\n"),
    "another log": lambda t: t.replace(note.origin(), "else.example"),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_proof_is_refused(good, what):
    refused(_with_proof(good, MALFORMED[what]))


def test_five_hundred_mangled_proofs_are_refused(good):
    """Lines of the proof dropped, doubled, exchanged or taken from elsewhere: none is accepted."""
    chance = random.Random(21)
    members = opened(good)
    lines = members["proof.tlog-proof"].decode().split("\n")
    tried = 0
    while tried < 500:
        other = list(lines)
        at, to = chance.randrange(len(lines) - 1), chance.randrange(len(lines))
        kind = chance.randrange(4)
        if kind == 0:
            del other[at]
        elif kind == 1:
            other.insert(to, lines[at])
        elif kind == 2:
            other[at], other[to] = other[to], other[at]
        else:
            other[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        # an added empty signature-free end or a witness line of an unknown key changes nothing that is signed
        if other == lines:
            continue
        refused(packed({**members, "proof.tlog-proof": "\n".join(other).encode()}))
        tried += 1


def test_a_signature_of_another_key_is_refused(good):
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    name = note.origin()
    text = f"{name}+{note.key_id(name, 1, other).hex()}+{base64.b64encode(bytes([1]) + other).decode()}"
    refused(good, key=text)
    refused(good, key=note.verifier_key().replace("+", "+0", 1))
    refused(good, key="x")


def test_a_line_of_an_unknown_witness_is_no_harm(good):
    line = f"— witness.example {base64.b64encode(b'w' * 76).decode()}\n"
    assert verify.check(_with_proof(good, lambda t: t + line))


def _zip(names, **kind):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, raw in names:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), raw, **kind)
    return whole.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_tricks_of_the_archive_are_refused(good):
    members = opened(good)
    same = sorted(members.items())
    bomb = [*same, ("content/零", b"\0" * 50_000_000)]
    tricks = [
        _zip([*same, same[0]]),
        _zip([*same[:1], same[0], *same[1:]]),
        _zip([("../x", b"x"), *same]),
        _zip([("/etc/x", b"x"), *same]),
        _zip(bomb, compress_type=zipfile.ZIP_DEFLATED),
        _zip(same, compress_type=zipfile.ZIP_DEFLATED),
        b"MZ" + good,
        good + b"x",
        good[:-1],
        good[:-22],
        good[22:],
        b"",
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\0" * 18,
    ]
    for data in tricks:
        refused(data)


@pytest.mark.parametrize("name", ["content/../x", "content/", "content/a/b", "content/.x", "x", "../x", "README.TXT"])
def test_a_member_the_platform_would_not_write_is_refused(good, name):
    members = opened(good)
    if name == "README.TXT":
        members[name] = members.pop("README.txt")
    else:
        members[name] = PAGE
    refused(packed(members))


@pytest.mark.parametrize("name", ["README.txt", "entry.json", "proof.tlog-proof", "log.key"])
def test_a_missing_member_is_refused(good, name):
    members = opened(good)
    del members[name]
    refused(packed(members))


def test_content_the_entry_does_not_publish_is_refused(good):
    members = opened(good)
    members["content/别的.txt"] = b"x"
    refused(packed(members))


def test_other_spellings_of_the_manifest_are_refused(good):
    members = opened(good)
    manifest = json.loads(members["manifest.json"])
    members["manifest.json"] = json.dumps(manifest).encode()
    refused(bundle.pack(members))
    members["manifest.json"] = canonical({**manifest, "format": "lantai-proof/2"}).encode()
    refused(bundle.pack(members))


def test_the_pure_python_signature_check_agrees_with_the_library():
    chance = random.Random(8032)
    for n in range(60):
        key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        public, message = key.public_key().public_bytes_raw(), chance.randbytes(n)
        signature = key.sign(message)
        assert verify.signed(public, message, signature)
        wrong = bytearray(signature)
        wrong[chance.randrange(64)] ^= 1 << chance.randrange(8)
        assert not verify.signed(public, message, bytes(wrong))
        assert not verify.signed(public, message + b".", signature)
        larger = int.from_bytes(signature[32:], "little") + verify.L  # malleated: RFC 8032 refuses S >= L
        assert not verify.signed(public, message, signature[:32] + larger.to_bytes(32, "little"))
    assert not verify.signed(b"\xff" * 32, b"", b"\0" * 64)
    assert not verify.signed(b"", b"", b"")


def test_the_first_vector_of_rfc_8032_holds():
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    signature = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )
    assert verify.signed(public, b"", signature)


def _run(tmp_path, data, *arguments):
    file = tmp_path / "证明包.zip"
    file.write_bytes(data)
    command_line = [sys.executable, "-I", "-S", str(ROOT / "verify.py"), str(file), *arguments]
    done = subprocess.run(command_line, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONUTF8": "1"})
    return done.returncode, done.stdout


def test_the_script_runs_alone_and_answers_in_chinese(tmp_path, good):
    older = tmp_path / "checkpoint.txt"
    older.write_text(queries.checkpoint_of_size(4).note, encoding="utf-8")
    code, said = _run(tmp_path, good, "--key", note.verifier_key(), "--checkpoint", str(older))
    assert code == 0 and said.startswith("核验结果：通过") and "注意" not in said
    code, said = _run(tmp_path, good)
    assert code == 0 and "注意：没有给出 --key" in said
    code, said = _run(tmp_path, good[:-1])
    assert code == 1 and said.startswith("核验结果：不通过")
    code, said = _run(tmp_path, good, "--checkpoint", str(tmp_path / "none"))
    assert code == 2 and said.startswith("核验结果：无法核验")


def test_the_script_is_short_and_uses_the_standard_library_only():
    source = (ROOT / "verify.py").read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    imported = {line.split()[1] for line in source.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names
