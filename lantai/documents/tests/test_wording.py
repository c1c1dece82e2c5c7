"""措辞: written by a justice bureau, released by a second person, in force for cases opened from then on."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest

from lantai.agencies.models import Agency
from lantai.documents import rendering
from lantai.documents.commands.wording import draft_wording, release_wording
from lantai.documents.models import IssuedDocument, Wording
from lantai.documents.queries import wording as queries
from lantai.documents.tests.conftest import NOW, actor
from lantai.documents.tests.test_pages import signed_in
from lantai.law import documents as kinds
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.law.specimens.case import context
from lantai.ledger import clock

KIND = "penalty_decision"
TODAY = NOW.date()
BEFORE = TODAY - timedelta(days=60)


@pytest.fixture
def bureaux(bureau):
    """The justice bureau of the city with a supervisor and a reviewer, and that of a county."""

    def justice(code: str, name: str, division: str) -> Agency:
        return Agency.objects.create(
            code=code,
            name=name,
            short_name="司法局",
            kind="机关",
            division=division,
            field="justice",
            valid_from=BEFORE,
        )

    city = justice("11430400MB0000007C", "衡阳市司法局", "430400")
    county = justice("11430421MB0000008D", "衡阳县司法局", "430421")
    return SimpleNamespace(
        city=city,
        county=county,
        writer=actor(city, 11, Role.SUPERVISOR),
        second=actor(city, 12, Role.REVIEWER),
        of_county=actor(county, 13, Role.SUPERVISOR),
    )


def write(bureaux, texts, agency=None, kind=KIND, seen=0, who=None) -> Wording:
    return draft_wording(
        actor=who or bureaux.writer, kind=kind, agency=agency, texts=texts, reason="统一口径", seen=seen
    )


def release(bureaux, made: Wording, for_running: bool = False) -> Wording:
    return release_wording(actor=bureaux.second, wording=made, for_running=for_running, seen=made.version)


def said(agency, opened_on=TODAY, issued_on=TODAY) -> str:
    found = queries.in_force(agency, [KIND], opened_on, issued_on).get(KIND)
    return found.texts["publication"] if found else ""


def test_words_hold_for_cases_opened_from_their_release_on(bureau, bureaux) -> None:
    made = write(bureaux, {"publication": "本决定将予公开。"})
    assert said(bureau.agency) == ""
    release(bureaux, made)
    assert said(bureau.agency) == "本决定将予公开。"
    assert said(bureau.agency, opened_on=BEFORE) == ""
    assert said(bureau.agency, opened_on=BEFORE, issued_on=TODAY - timedelta(days=1)) == ""


def test_words_released_for_running_cases_hold_for_them_from_that_day(bureau, bureaux) -> None:
    release(bureaux, write(bureaux, {"publication": "本决定将予公开。"}), for_running=True)
    assert said(bureau.agency, opened_on=BEFORE) == "本决定将予公开。"
    assert said(bureau.agency, opened_on=BEFORE, issued_on=TODAY - timedelta(days=1)) == ""


def test_a_running_case_keeps_its_version_when_a_later_one_is_released(bureau, bureaux) -> None:
    with clock.at(NOW - timedelta(days=30)):
        release(bureaux, write(bureaux, {"publication": "第一版。"}))
    release(bureaux, write(bureaux, {"publication": "第二版。"}))
    assert [w.number for w in queries.versions(KIND, None)] == [2, 1]
    assert said(bureau.agency) == "第二版。"
    assert said(bureau.agency, opened_on=TODAY - timedelta(days=20)) == "第一版。"


def test_the_words_of_one_agency_come_before_those_of_all_and_empty_ones_restore_the_law(bureau, bureaux) -> None:
    release(bureaux, write(bureaux, {"publication": "通用。"}))
    release(bureaux, write(bureaux, {"publication": "本局。"}, agency=bureau.agency))
    assert (said(bureau.agency), said(bureau.other)) == ("本局。", "通用。")
    release(bureaux, write(bureaux, {"publication": ""}, agency=bureau.agency))
    assert said(bureau.agency) == ""


def test_only_a_justice_bureau_words_and_only_for_whom_it_supervises(bureau, bureaux) -> None:
    for stranger in (bureau.officer, bureau.head, actor(bureau.agency, 21, Role.SUPERVISOR)):
        with pytest.raises(Refused):
            write(bureaux, {"publication": "某。"}, who=stranger)
    for agency in (None, bureau.agency):
        with pytest.raises(Refused, match="不能拟定"):
            write(bureaux, {"publication": "某。"}, agency=agency, who=bureaux.of_county)
    assert write(bureaux, {"publication": "某。"}, agency=bureaux.county, who=bureaux.of_county).number == 1


def test_whoever_wrote_a_version_does_not_release_it(bureaux) -> None:
    made = write(bureaux, {"publication": "某。"})
    with pytest.raises(Refused, match="拟稿人"):
        release_wording(actor=bureaux.writer, wording=made, for_running=False, seen=made.version)
    assert release(bureaux, made).released_by == 12
    with pytest.raises(Conflict, match="已经启用"):
        release(bureaux, made)


def test_a_version_that_somebody_changed_meanwhile_is_neither_saved_nor_released(bureaux) -> None:
    made = write(bureaux, {"publication": "甲。"})
    again = write(bureaux, {"publication": "乙。"}, seen=made.version)
    assert (again.pk, again.number, again.texts) == (made.pk, 1, {"publication": "乙。"})
    with pytest.raises(Conflict):
        write(bureaux, {"publication": "丙。"}, seen=made.version)
    with pytest.raises(Conflict):
        release_wording(actor=bureaux.second, wording=made, for_running=False, seen=made.version)


def test_what_would_not_render_is_neither_kept_nor_released(bureaux) -> None:
    for words, told in (("黄\U00031350。", "U\\+31350"), ("{当事入}", "当事入"), ("{罚款", "成对")):
        with pytest.raises(Malformed, match=told) as wrong:
            write(bureaux, {"publication": words})
        assert wrong.value.field == "publication"
    made = write(bureaux, {"publication": "某。"})
    Wording.objects.filter(pk=made.pk).update(texts={"publication": "黄\U00031350。"})
    with pytest.raises(Malformed, match=r"U\+31350"):
        release(bureaux, made)
    assert Wording.objects.get().from_on is None
    with pytest.raises(Malformed, match="理由"):
        draft_wording(actor=bureaux.writer, kind=KIND, agency=None, texts={}, reason=" ", seen=made.version)


def test_every_kind_is_rendered_in_changed_words() -> None:
    """A last paragraph and other notes fit every layout; three of them are printed as well."""
    for code in kinds.KINDS:
        texts = "\n".join(
            kinds.texts(rendering.shown(code, {"wording_extra": "附加的一句。", "wording_notes": "另附。"}))
        )
        assert "附加的一句。" in texts and "另附。" in texts, code
    assert all(rendering.printed(code, {"wording_extra": "附加。"}) for code in ("goods_list", "filing_approval", KIND))


def test_a_document_names_the_version_of_its_words_and_keeps_them(issue, bureau, bureaux) -> None:
    made = release(bureaux, write(bureaux, {"publication": "第一版。"}))
    worded = queries.in_force(bureau.agency, [KIND], TODAY, TODAY)[KIND]
    document = issue(KIND, fields=kinds.compose(KIND, context(KIND), worded))
    release(bureaux, write(bureaux, {"publication": "第二版。"}))
    kept = IssuedDocument.objects.get(pk=document.pk)
    assert kept.fields["publication"] == ["第一版。"] and kept.fields["wording_version"] == str(made.pk)
    page = signed_in(bureau, "officer", bureau.agency, Role.OFFICER).get(f"/desk/documents/{document.pk}/")
    text = page.content.decode()
    assert "第1版（全部机关通用）" in text and "第一版。" in text and "第二版。" not in text


def test_the_pages_lead_from_the_list_to_a_released_version(bureau, bureaux) -> None:
    writer = signed_in(bureau, "writer", bureaux.city, Role.SUPERVISOR)
    second = signed_in(bureau, "second", bureaux.city, Role.REVIEWER)
    address = f"/desk/documents/wording/{KIND}/"
    assert "行政处罚决定书" in writer.get("/desk/documents/wording/").content.decode()
    page = writer.get(address).content.decode()
    assert (
        "法定措辞：本机关将依法向社会公开本行政处罚决定信息。" in page and "{ 当事人 }" in page and "None" not in page
    )
    given = {"publication": "{当事人}：本决定将予公开。", "reason": "统一口径", "seen": "0", "key": "w1"}
    preview = writer.post(f"{address}preview/", given, headers={"HX-Request": "true"}).content.decode()
    assert "堃昇食品店：本决定将予公开。" in preview and "<html" not in preview
    assert "堃昇食品店：本决定将予公开。" in writer.post(f"{address}preview/", given).content.decode()
    wrong = writer.post(f"{address}draft/", given | {"publication": "{当事入}", "key": "w0"})
    assert wrong.status_code == 400 and "没有“当事入”这个字段" in wrong.content.decode()
    assert writer.post(f"{address}draft/", given).status_code == 302
    assert "请司法局另一名人员核对后启用" in writer.get(address).content.decode()
    version = Wording.objects.get().version
    assert writer.post(f"{address}release/", {"seen": version}).status_code == 409
    assert second.post(f"{address}release/", {"seen": version, "for_running": "on"}).status_code == 302
    made = Wording.objects.get()
    assert made.for_running and made.from_on == TODAY
    assert "也用于在办案件" in second.get(address).content.decode()
    assert "第 1 版" in second.get("/desk/documents/wording/").content.decode()


def test_who_may_not_word_sees_the_words_and_no_form(bureau, bureaux) -> None:
    officer = signed_in(bureau, "officer", bureau.agency, Role.OFFICER)
    address = f"/desk/documents/wording/{KIND}/"
    page = officer.get(address).content.decode()
    assert "预览" in page and "<textarea" not in page
    given = {"publication": "某。", "reason": "某", "seen": "0"}
    assert officer.post(f"{address}draft/", given).status_code == 409
    assert officer.get("/desk/documents/wording/nothing/").status_code == 404
    assert officer.get(address, {"agency": "999999"}).status_code == 404


def test_of_two_who_word_a_document_the_later_keeps_his_words_and_reads_the_others(bureau, bureaux) -> None:
    writer = signed_in(bureau, "writer", bureaux.city, Role.SUPERVISOR)
    address = f"/desk/documents/wording/{KIND}/"
    write(bureaux, {"publication": "同事先写的一句。"})
    given = {"publication": "我写的一句。", "reason": "统一口径", "seen": "0", "key": "w1"}
    page = writer.post(f"{address}draft/", given)
    text = page.content.decode()
    assert page.status_code == 409 and "我写的一句。</textarea>" in text and "同事先写的一句。</dd>" in text
    data = writer.post(f"{address}draft/", given, headers={"Accept": "application/json"})
    assert data.status_code == 409 and data.json()["sentence"]
    version = Wording.objects.get().version
    assert writer.post(f"{address}draft/", given | {"seen": version, "key": "w2"}).status_code == 302
