"""The pages of the archive, as each post sees them."""

from __future__ import annotations

import pytest

from lantai.archive import commands
from lantai.archive.models import FixityCheck, HandIn, Volume

JSON = {"Accept": "application/json"}


def test_the_handler_hands_in_and_the_archivist_accepts_through_the_pages(signed_in, bureau, closed):
    client = signed_in("officer")
    page = client.get("/desk/archive/").content.decode()
    assert closed.title in page and f"/desk/archive/hand-in/{closed.pk}/" in page
    page = client.get(f"/desk/archive/hand-in/{closed.pk}/").content.decode()
    assert "应有的文书、记录和音像齐全" in page and "30年" in page and "移交档案管理员" in page
    for _ in range(2):
        answer = client.post(f"/desk/archive/hand-in/{closed.pk}/", {"note": "附纸质材料", "key": "k1"})
        assert answer.status_code == 302
    held = HandIn.objects.get()
    client = signed_in("archivist")
    page = client.get(f"/desk/archive/intake/{held.pk}/").content.decode()
    assert "附纸质材料" in page and "接收归档" in page and "None" not in page
    answer = client.post(f"/desk/archive/intake/{held.pk}/accept/", {"explanation": "", "key": "k2"}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200 and "·2025·30年·0001·正" in page
    assert "张三丰" not in page and "张**" in page


def test_an_incomplete_file_shows_what_is_missing_and_is_refused_with_the_reason(signed_in, bureau, unprinted):
    held = commands.hand_in(actor=bureau.officer, case=unprinted)
    client = signed_in("archivist")
    assert "有缺项" in client.get("/desk/archive/").content.decode()
    page = client.get(f"/desk/archive/intake/{held.pk}/").content.decode()
    assert "还有 3 项没有满足" in page and "文书排版完成后即可接收" in page and "/accept/" not in page
    answer = client.post(f"/desk/archive/intake/{held.pk}/accept/", {"explanation": ""})
    assert answer.status_code == 409 and "正在排版" in answer.content.decode()
    assert not Volume.objects.exists()


def test_a_case_sent_back_returns_to_its_handler_with_the_reasons(signed_in, bureau, handed_in):
    client = signed_in("archivist")
    answer = client.post(f"/desk/archive/intake/{handed_in.pk}/send-back/", {"reasons": ""})
    assert answer.status_code == 400 and "请填写退回理由" in answer.content.decode()
    answer = client.post(f"/desk/archive/intake/{handed_in.pk}/send-back/", {"reasons": "1．缺<身份证>复印件"})
    assert answer.status_code == 302
    client = signed_in("officer")
    page = client.get("/desk/archive/").content.decode()
    assert "缺&lt;身份证&gt;复印件" in page and "再次移交" in page
    assert "上次移交被退回" in client.get(f"/desk/archive/hand-in/{handed_in.case_id}/").content.decode()


def test_the_page_of_a_volume_shows_index_metadata_and_the_result_of_a_measurement(signed_in, bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in, explanation="样品另存")
    volume = Volume.objects.get(part="副卷")
    client = signed_in("archivist")
    address = f"/desk/archive/volumes/{volume.pk}/"
    page = client.get(address).content.decode()
    for words in (volume.number, "结案审批表", "样品另存", volume.index_digest, "归档后还没有检测过", "卷内目录"):
        assert words in page
    assert "None" not in page
    assert client.post(f"{address}measure/").status_code == 302
    assert "完好" in client.get(address).content.decode() and FixityCheck.objects.get().faults == []
    assert "现在检测" not in signed_in("officer").get(address).content.decode()
    assert signed_in("officer").post(f"{address}measure/").status_code == 409
    assert FixityCheck.objects.count() == 1


@pytest.mark.parametrize("who", ["officer", "head", "archivist", "custodian", "supervisor"])
def test_every_post_of_the_archive_reads_its_pages(signed_in, bureau, handed_in, who):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    client = signed_in(who)
    volume = Volume.objects.first()
    for address in (
        "/desk/archive/",
        "/desk/archive/volumes/",
        "/desk/archive/volumes/?q=张三丰&part=正卷&retention=30年",
        f"/desk/archive/volumes/{volume.pk}/",
        f"/desk/archive/intake/{handed_in.pk}/",
    ):
        answer = client.get(address)
        assert answer.status_code == 200 and "None" not in answer.content.decode(), address


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_for_others_the_archive_of_the_bureau_does_not_exist(signed_in, bureau, handed_in, who):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    volume = Volume.objects.first()
    client = signed_in(who)
    for address in (
        f"/desk/archive/volumes/{volume.pk}/",
        f"/desk/archive/intake/{handed_in.pk}/",
        f"/desk/archive/hand-in/{handed_in.case_id}/",
    ):
        assert client.get(address).status_code == 404, address
    for address in (
        f"volumes/{volume.pk}/measure/",
        f"intake/{handed_in.pk}/accept/",
        f"intake/{handed_in.pk}/send-back/",
    ):
        assert client.post(f"/desk/archive/{address}", {"reasons": "x"}).status_code == 404, address
    assert volume.number not in client.get("/desk/archive/volumes/").content.decode()


def test_a_reason_written_for_a_file_that_was_settled_meanwhile_is_not_lost(signed_in, bureau, handed_in):
    commands.send_back(actor=bureau.archivist, hand_in=handed_in, reasons="缺送达回证")
    client = signed_in("archivist")
    answer = client.post(f"/desk/archive/intake/{handed_in.pk}/send-back/", {"reasons": "逐项写明的退回理由"})
    assert answer.status_code == 409 and "逐项写明的退回理由</textarea>" in answer.content.decode()
    assert "已退回" in answer.content.decode()


def test_a_machine_is_told_as_data_why_the_archive_did_nothing(signed_in, bureau, closed, handed_in):
    client = signed_in("archivist")
    address = f"/desk/archive/intake/{handed_in.pk}/"
    wrong = client.post(f"{address}send-back/", {"reasons": ""}, headers=JSON)
    assert wrong.status_code == 400 and wrong.json()["field"] == "reasons" and "退回理由" in wrong.json()["sentence"]
    long = client.post(f"{address}accept/", {"explanation": "长" * 1001}, headers=JSON)
    assert long.status_code == 400 and long.json()["field"] == "explanation"
    long = signed_in("officer").post(f"/desk/archive/hand-in/{closed.pk}/", {"note": "长" * 501}, headers=JSON)
    assert long.status_code == 400 and long.json()["field"] == "note"
    refused = signed_in("head").post(f"{address}send-back/", {"reasons": "缺页"}, headers=JSON)
    assert refused.status_code == 409 and refused.json()["refusals"][0]["remedy"]
