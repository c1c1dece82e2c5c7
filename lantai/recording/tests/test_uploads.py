"""Handing in files through the page: names, types, sizes, repetition and a full disk."""

from __future__ import annotations

import errno
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client, override_settings

from lantai.ledger import store
from lantai.ledger.models import StoredObject
from lantai.recording import commands, queries
from lantai.recording.models import Evidence
from lantai.recording.tests.conftest import NOW, jpeg
from lantai.recording.uploads import Received

BOUNDARY = "----lantai7MA4YWxkTrZu0gW"
BACK = b"\x5c"
PAGE = b"<script>alert(1)</script>"


def multipart(fields: dict[str, str], files: list[tuple[bytes, bytes]]) -> bytes:
    """A form as a browser sends it. Each file: the raw parameters of its head after the field name, and its content."""
    out = b""
    for name, value in fields.items():
        out += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for parameters, content in files:
        out += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; '.encode() + parameters
        out += b"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + b"\r\n"
    return out + f"--{BOUNDARY}--\r\n".encode()


@pytest.fixture
def send(signed_in, bureau, dossier):
    """Submit the page as the officer; returns the answer."""
    client = signed_in("officer")
    address = f"/desk/recording/{dossier.pk}/add/"

    def post(*files: tuple[bytes, bytes], **fields: str):
        said = {
            "kind": "documentary",
            "name": "",
            "made_at": f"{NOW:%Y-%m-%dT%H:%M}",
            "officer_one": str(bureau.officer.person_id),
            "officer_two": str(bureau.second.person_id),
            "key": "key-1",
        }
        body = multipart(said | fields, list(files))
        return client.post(address, body, content_type=f"multipart/form-data; boundary={BOUNDARY}")

    return post


def named(name: str | bytes) -> bytes:
    raw = name.encode() if isinstance(name, str) else name
    return b'filename="' + raw.replace(b'"', b"%22").replace(b"\r", b"%0D").replace(b"\n", b"%0A") + b'"'


def left_over() -> list[Path]:
    return list((Path(settings.STORE) / "tmp").glob("*"))


def test_several_files_become_several_pieces_under_their_own_names(send, dossier, bureau):
    answer = send((named("一.pdf"), b"%PDF-1.4 a"), (named("二.jpg"), jpeg()))
    assert answer.status_code == 302 and answer.url == f"/desk/recording/{dossier.pk}/"
    pieces = list(queries.evidence_of(bureau.officer, dossier))
    assert [(p.name, p.file_name, p.file.media_type) for p in pieces] == [
        ("一", "一.pdf", "application/pdf"),
        ("二", "二.jpg", "image/jpeg"),
    ]
    assert store.read(pieces[0].file_id) == b"%PDF-1.4 a" and not left_over()


def test_one_name_for_several_files_is_numbered(send):
    send((named("a.pdf"), b"1"), (named("b.pdf"), b"2"), name="检查照片")
    assert list(Evidence.objects.values_list("name", flat=True)) == ["检查照片（1）", "检查照片（2）"]


def test_a_form_sent_twice_has_one_effect(send):
    for _ in range(2):
        assert send((named("a.pdf"), b"one")).status_code == 302
    assert Evidence.objects.count() == 1
    assert send((named("a.pdf"), b"another content")).status_code == 409
    assert Evidence.objects.count() == 1


def test_of_several_files_all_are_on_file_or_none(send, bureau):
    answer = send((named("a.pdf"), b"1"), (named("b.pdf"), b"2"), officer_two="")
    assert answer.status_code == 409 and "G-01" in answer.content.decode()
    assert not Evidence.objects.exists() and not left_over()


ODD = [
    "收据\u202egpj.exe",
    "zero\u200bwidth\ufeff.txt",
    "CON",
    "NUL.txt",
    ".htaccess",
    "..",
    "-rf *",
    "a;b='c'\"d\".pdf",
    "tab\tand\x1b[31m.pdf",
    "line\r\nSet-Cookie: x=1.pdf",
    "𠮷野家\U0002a6a5.jpg",
    "emoji👩‍👩‍👧.jpg",
    "<img src=x onerror=alert(1)>.jpg",
    "%2e%2e%2f.pdf",
    "名" * 296 + ".jpg",
    " 前后空格 ",
    "＝1＋1.xlsx",
    "&lt;entity&gt;.pdf",
]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_name_comes_back_as_it_was_sent(send, signed_in, name):
    assert send((named(name), PAGE)).status_code == 302
    piece = Evidence.objects.get()
    assert piece.file_name == name
    client = signed_in("officer")
    client.post(f"/desk/recording/evidence/{piece.pk}/open/", {"purpose": "办理案件"})
    answer = client.get(f"/desk/recording/evidence/{piece.pk}/file/?download=1")
    assert unquote(re.search("filename\\*=UTF-8''(.*)", answer["Content-Disposition"])[1]) == name
    assert answer["Content-Type"] == "application/octet-stream"
    page = client.get(f"/desk/recording/evidence/{piece.pk}/").content.decode()
    assert "\u202e" not in page and "<img src=x" not in page and "\u200b" not in page


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        (named("现场照片.jpg".encode("gbk")), "现场照片.jpg"),
        (b"filename=\"old.jpg\"; filename*=UTF-8''%E7%85%A7%E7%89%87.jpg", "照片.jpg"),
        (b'filename="' + BACK.join((b"C:", b"wang", b"photo.jpg")) + b'"', "photo.jpg"),
        (b'filename="../../etc/passwd"', "passwd"),
        (b'filename="nul\x00byte.jpg"', "nul␀byte.jpg"),
        (b'filename=""', "未命名"),
        (b'filename="\xff\xfe\xff.jpg"', None),
    ],
)
def test_a_name_in_another_encoding_or_with_a_path_loses_no_file(send, parameters, name):
    assert send((parameters, b"content")).status_code == 302
    piece = Evidence.objects.get()
    assert store.read(piece.file_id) == b"content" and (name is None or piece.file_name == name)


def test_a_name_of_more_than_three_hundred_characters_keeps_its_ending(send):
    send((named("名" * 500 + ".mp4"), b"x"))
    assert Evidence.objects.get().file_name.endswith(".mp4")


@pytest.mark.parametrize("name", ["网页.jpg", "图.svg", "文档.html"])
def test_an_unknown_type_is_kept_and_never_shown_inline(send, signed_in, name):
    send((named(name), PAGE))
    piece = Evidence.objects.get()
    assert piece.file.media_type == "application/octet-stream"
    client = signed_in("officer")
    client.post(f"/desk/recording/evidence/{piece.pk}/open/", {"purpose": "办理案件"})
    answer = client.get(f"/desk/recording/evidence/{piece.pk}/file/")
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream" and "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == PAGE


def test_content_and_not_the_name_tells_the_type(send):
    send((named("照片.txt"), jpeg()))
    assert Evidence.objects.get().file.media_type == "image/jpeg"


@override_settings(EVIDENCE_MAX_BYTES=1000)
def test_a_file_over_the_limit_is_refused_and_nothing_remains(send):
    answer = send((named("大.mp4"), b"x" * 1001))
    assert answer.status_code == 413 and not Evidence.objects.exists() and not left_over()
    assert send((named("小.mp4"), b"x" * 1000), key="key-2").status_code == 302


@pytest.mark.parametrize("where", ["reading", "keeping"])
def test_a_full_disk_answers_507_and_loses_nothing(send, monkeypatch, where):
    assert send((named("a.pdf"), b"kept before")).status_code == 302
    kept = Evidence.objects.get()

    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    if where == "reading":
        original = Received.__init__

        class FullFile:
            def __init__(self, file):
                self.file = file

            write = staticmethod(full)

            def close(self):
                self.file.close()

        def init(self, name):
            original(self, name)
            self._file = FullFile(self._file)

        monkeypatch.setattr(Received, "__init__", init)
    else:
        monkeypatch.setattr(store.os, "fsync", full)
    answer = send((named("b.pdf"), b"new"), key="key-2")
    assert answer.status_code == 507 and "存储空间已满" in answer.content.decode()
    monkeypatch.undo()
    assert list(Evidence.objects.all()) == [kept] and store.read(kept.file_id) == b"kept before" and not left_over()
    assert send((named("b.pdf"), b"new"), key="key-2").status_code == 302


@pytest.mark.skipif(
    not shutil.which("mount")
    or Path("/proc/self/uid_map").read_text().split()[:2] != ["0", "0"]
    or subprocess.run(["mount", "--version"], capture_output=True).returncode != 0,
    reason="mounting needs root",
)
def test_a_really_full_file_system_answers_507(send, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(small)], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount")
    try:
        with override_settings(STORE=small):
            assert send((named("b.mp4"), b"x" * 3_000_000)).status_code == 507
            assert not Evidence.objects.exists() and not StoredObject.objects.exists() and not left_over()
            assert send((named("c.mp4"), b"x" * 300_000), key="key-2").status_code == 302
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"kind": ""}, "请选择种类"),
        ({"made_at": "2099-01-01T00:00"}, "制作时间在将来"),
        ({"made_at": "昨天"}, "制作（取得）时间"),
        ({"is_copy": "on"}, "写明未取得原件的理由"),
        ({"of_step": "PG 4"}, "环节编号"),
        ({"officer_one": "999999"}, "取证人员一"),
    ],
)
def test_a_wrong_field_is_named_on_the_form(send, fields, word):
    answer = send((named("a.pdf"), b"x"), **fields)
    assert answer.status_code == 400 and word in answer.content.decode()
    assert not Evidence.objects.exists()


def test_no_file_and_an_empty_file_are_no_evidence(send):
    assert send().status_code == 400
    assert send((b'filename=""', b"")).status_code == 400
    assert "没有内容" in send((named("a.pdf"), b"")).content.decode()


@pytest.mark.parametrize("body", [b"", b"garbage", b"--" + BOUNDARY.encode(), b"\x00" * 5000])
def test_a_body_that_is_no_form_is_answered_with_400(signed_in, dossier, body):
    client = signed_in("officer")
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    assert client.post(f"/desk/recording/{dossier.pk}/add/", body, content_type=kind).status_code == 400


@pytest.mark.parametrize("cut", [1, 5, 40, 60, 500, 3000])
def test_an_upload_that_breaks_off_is_not_taken_for_a_whole_file(signed_in, bureau, dossier, cut):
    client = signed_in("officer")
    said = {"kind": "documentary", "made_at": "2025-01-01T10:00", "officer_one": str(bureau.officer.person_id)}
    said["officer_two"] = str(bureau.second.person_id)
    body = multipart(said, [(named("a.mp4"), b"film" * 1000)]).rstrip()
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    address = f"/desk/recording/{dossier.pk}/add/"
    assert client.post(address, body[:-cut], content_type=kind).status_code == 400
    assert not Evidence.objects.exists() and not left_over()
    assert client.post(address, body, content_type=kind).status_code == 302


def test_the_token_of_the_form_is_checked_although_the_reader_comes_first(bureau, dossier):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(bureau.people["officer"].account)
    body = multipart({"kind": "documentary"}, [(named("a.pdf"), b"x")])
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    assert strict.post(f"/desk/recording/{dossier.pk}/add/", body, content_type=kind).status_code == 403
    assert not left_over()


def test_evidence_cannot_be_handed_into_a_dossier_of_another_bureau(signed_in, dossier):
    client = signed_in("stranger")
    assert client.get(f"/desk/recording/{dossier.pk}/add/").status_code == 404
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    body = multipart({}, [(named("a.pdf"), b"x")])
    assert client.post(f"/desk/recording/{dossier.pk}/add/", body, content_type=kind).status_code == 404
    assert not Evidence.objects.exists() and not left_over()


def test_a_sealed_dossier_refuses_the_upload_with_the_article(send, bureau, dossier):
    commands.seal_dossier(actor=bureau.archivist, dossier=dossier, retention="30年")
    answer = send((named("a.pdf"), b"x"))
    assert answer.status_code == 409 and "G-18" in answer.content.decode() and "档案法" in answer.content.decode()
