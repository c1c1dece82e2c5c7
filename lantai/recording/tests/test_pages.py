"""The pages of evidence, as each post sees them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantai.ledger.models import Entry
from lantai.recording import commands, tasks
from lantai.recording.models import AvWaiver, Evidence, Hold, Opening
from lantai.recording.tests.conftest import NOW, jpeg


@pytest.fixture
def piece(add):
    made = add(
        content=jpeg(), kind="photo", name="现场照片", is_av=True, of_step="PG-4", proves="销售现场", place="雁峰区"
    )
    tasks.probe.call(made.file_id)
    return made


def pages(piece) -> list[str]:
    return [
        f"/desk/recording/{piece.dossier_id}/",
        f"/desk/recording/{piece.dossier_id}/?step=PG-4",
        f"/desk/recording/evidence/{piece.pk}/",
        f"/desk/recording/evidence/{piece.pk}/preview/",
        "/desk/recording/",
        "/desk/recording/?state=late",
    ]


@pytest.mark.parametrize("who", ["officer", "head", "archivist", "custodian", "supervisor"])
def test_every_post_that_needs_evidence_reads_it(signed_in, piece, who):
    client = signed_in(who)
    for address in pages(piece):
        answer = client.get(address)
        assert answer.status_code == 200, address
        if not answer.streaming:
            assert "None" not in answer.content.decode()


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_for_others_the_dossier_does_not_exist(signed_in, piece, who):
    client = signed_in(who)
    for address in [*pages(piece)[:4], f"/desk/recording/evidence/{piece.pk}/file/"]:
        assert client.get(address).status_code == 404, address
    assert "现场照片" not in client.get("/desk/recording/").content.decode()
    assert client.post(f"/desk/recording/evidence/{piece.pk}/open/", {"purpose": "办理案件"}).status_code == 404
    assert not Opening.objects.exists()


def test_nobody_gets_the_bytes_before_saying_what_for(signed_in, piece):
    client = signed_in("supervisor")
    address = f"/desk/recording/evidence/{piece.pk}/file/"
    assert client.get(address).url == f"/desk/recording/evidence/{piece.pk}/"
    assert client.post(f"/desk/recording/evidence/{piece.pk}/open/", {"purpose": ""}).status_code == 400
    said = {"purpose": "执法监督", "note": "抽查", "key": "k"}
    for _ in range(2):
        assert client.post(f"/desk/recording/evidence/{piece.pk}/open/", said).status_code == 302
    assert client.get(address).status_code == 200
    opening = Opening.objects.get()
    assert (opening.purpose, opening.by.name) == ("执法监督：抽查", "监督员")
    assert Entry.objects.filter(verb="recording.note_opening").count() == 1
    assert "执法监督：抽查" in client.get(f"/desk/recording/evidence/{piece.pk}/").content.decode()


def test_a_part_of_a_recording_is_served_as_asked(signed_in, piece):
    client = signed_in("officer")
    client.post(f"/desk/recording/evidence/{piece.pk}/open/", {"purpose": "办理案件"})
    address = f"/desk/recording/evidence/{piece.pk}/file/"
    whole = jpeg()
    part = client.get(address, headers={"Range": "bytes=10-19"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, whole[10:20])
    assert b"".join(client.get(address, headers={"Range": "bytes=-5"}).streaming_content) == whole[-5:]
    assert client.get(address, headers={"Range": f"bytes={len(whole)}-"}).status_code == 416
    assert client.get(address)["Cache-Control"] == "no-store"


def test_the_detail_shows_both_digests_and_the_custody(signed_in, piece):
    page = signed_in("officer").get(f"/desk/recording/evidence/{piece.pk}/").content.decode()
    for words in (
        piece.file_id,
        piece.file.sm3,
        "43040000000001",
        "收存入库",
        "可以播放",
        "640 × 480",
        "PG-4 调查取证",
    ):
        assert words in page


def test_the_case_page_hands_over_step_and_officers_and_gets_the_person_back(signed_in, bureau, dossier):
    client = signed_in("officer")
    address = f"/desk/recording/{dossier.pk}/add/?step=PG-9&officers={bureau.second.person_id},{bureau.officer.person_id}&next=/desk/cases/7/"
    page = client.get(address).content.decode()
    assert 'value="PG-9"' in page and 'name="next" value="/desk/cases/7/"' in page
    assert f'<option value="{bureau.second.person_id}" selected>' in page
    foreign = client.get(f"/desk/recording/{dossier.pk}/add/?next=https://evil.example/").content.decode()
    assert 'value="https://evil' not in foreign and 'href="https://evil' not in foreign


def test_a_correction_takes_over_what_it_does_not_name(signed_in, piece, bureau):
    client = signed_in("officer")
    address = f"/desk/recording/evidence/{piece.pk}/correct/"
    assert 'value="现场照片"' in client.get(address).content.decode()
    said = {
        "reason": "地点写错",
        "kind": "photo",
        "name": "现场照片",
        "proves": "销售现场",
        "made_at": f"{NOW:%Y-%m-%dT%H:%M}",
        "place": "石鼓区",
        "is_av": "on",
        "of_step": "PG-4",
        "officer_one": bureau.officer.person_id,
        "officer_two": bureau.second.person_id,
    }
    assert client.post(address, said | {"place": "雁峰区"}).status_code == 400
    answer = client.post(address, said)
    new = Evidence.objects.get(corrects=piece)
    assert answer.url == f"/desk/recording/evidence/{new.pk}/"
    assert (new.place, new.file_id, new.made_at) == ("石鼓区", piece.file_id, piece.made_at)
    assert "更正，理由：地点写错" in client.get(f"/desk/recording/evidence/{piece.pk}/").content.decode()
    assert client.post(address, said | {"place": "蒸湘区"}).status_code == 409


def test_the_reason_for_a_missing_recording_is_registered(signed_in, dossier):
    client = signed_in("officer")
    address = f"/desk/recording/{dossier.pk}/waive/?step=PG-16"
    assert 'value="PG-16"' in client.get(address).content.decode()
    assert client.post(address, {"of_step": "PG-16", "reason": ""}).status_code == 400
    said = {"of_step": "PG-16", "reason": "设备突然断电", "approved_by": "陈局"}
    assert client.post(address, said).status_code == 302
    assert AvWaiver.objects.get().reason == "设备突然断电"
    assert "设备突然断电" in client.get(f"/desk/recording/{dossier.pk}/").content.decode()


def test_the_custodian_sees_late_recordings_and_places_and_lifts_a_hold(signed_in, add, dossier):
    late = add(kind="video", name="晚传录像", is_av=True, made_at=NOW - timedelta(days=2))
    add(kind="video", name="及时录像", is_av=True)
    client = signed_in("custodian")
    page = client.get("/desk/recording/?state=late").content.decode()
    assert late.name in page and "及时录像" not in page and "案件尚未归档" in page
    assert client.post(f"/desk/recording/{dossier.pk}/hold/", {"reason": "行政复议〔2025〕3号"}).status_code == 302
    page = client.get("/desk/recording/?state=held").content.decode()
    assert "停止处置" in page and "行政复议〔2025〕3号" in page
    hold = Hold.objects.get()
    assert client.post(f"/desk/recording/holds/{hold.pk}/lift/", {"reason": "复议终结"}).status_code == 302
    assert "行政复议〔2025〕3号" not in client.get("/desk/recording/").content.decode()
    assert signed_in("officer").post(f"/desk/recording/{dossier.pk}/hold/", {"reason": "x"}).status_code == 409
    assert signed_in("stranger").get(f"/desk/recording/holds/{hold.pk}/lift/").status_code == 404


def test_a_sealed_dossier_offers_no_addition(signed_in, piece, bureau, dossier):
    assert "添加证据" in signed_in("officer").get(f"/desk/recording/{dossier.pk}/").content.decode()
    commands.seal_dossier(actor=bureau.archivist, dossier=dossier, retention="30年")
    page = signed_in("officer").get(f"/desk/recording/{dossier.pk}/").content.decode()
    assert "添加证据" not in page and "已归档封存" in page
    assert "更正</a>" not in signed_in("officer").get(f"/desk/recording/evidence/{piece.pk}/").content.decode()


def test_the_statements_of_the_recordings_page_do_not_grow_with_its_rows(signed_in, add):
    client = signed_in("custodian")

    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get("/desk/recording/")
        return len(seen)

    add(kind="video", is_av=True)
    statements()  # the first visit also writes the session
    few = statements()
    for n in range(8):
        add(kind="video", is_av=True, content=b"%d" % n)
    assert statements() == few


def test_each_fact_stands_beside_the_pieces_that_prove_it_and_a_corrected_one_proves_nothing(
    signed_in, add, bureau, dossier
):
    add(name="现场照片", proves="冷柜里有过期食品")
    wrong = add(name="旧询问笔录", proves="进货日期")
    add(name="视听资料", proves="冷柜里有过期食品", content=b"another")
    commands.correct(
        actor=bureau.officer, evidence=wrong, reason="写错", changes={"name": "询问笔录"}, file=None, file_name=""
    )
    add(name="营业执照", content=b"licence")
    page = signed_in("officer").get(f"/desk/recording/{dossier.pk}/").content.decode()
    table = page.split('id="facts"')[1].split("</section>")[0]
    rows = table.split("<tr>")[2:]
    assert len(rows) == 3
    assert (
        "冷柜里有过期食品" in rows[0] and "现场照片" in rows[0] and "视听资料" in rows[0] and "只有一份" not in rows[0]
    )
    assert "进货日期" in rows[1] and "只有一份" in rows[1] and "旧询问笔录" not in rows[1]
    assert "没有写明证明内容" in rows[2] and "营业执照" in rows[2] and "待补写" in rows[2]
