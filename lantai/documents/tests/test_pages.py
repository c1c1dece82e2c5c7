"""The pages of documents: who may open them, what they show, and that the file handed out is the one kept."""

from __future__ import annotations

import hashlib
import html

import pytest
from django.test import Client
from django.utils import timezone

from lantai.accounts.models import Account
from lantai.documents import queries
from lantai.documents.models import IssuedDocument, NumberRegister, Rendering
from lantai.documents.tests.conftest import NOW
from lantai.law import documents as kinds
from lantai.law.people import Role
from lantai.personnel.models import Person, Post


def signed_in(bureau, name: str, agency, *roles: Role) -> Client:
    account = Account.objects.create(username=name, name=name, made_at=NOW)
    person = Person.objects.create(agency=agency, name=name, account=account)
    for role in roles:
        Post.objects.create(person=person, role=role, from_on=timezone.localdate().replace(year=2020))
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def officer(bureau) -> Client:
    return signed_in(bureau, "officer", bureau.agency, Role.OFFICER)


@pytest.fixture
def head(bureau) -> Client:
    return signed_in(bureau, "head", bureau.agency, Role.AGENCY_HEAD)


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_document_is_shown_with_its_words_and_its_digest(issue, officer) -> None:
    made = issue("penalty_decision")
    page = officer.get(f"/desk/documents/{made.pk}/")
    text = page.content.decode()
    assert page.status_code == 200 and "None" not in text
    for word in (made.number, made.check_code, made.digest, "证据和采信理由", "人民币捌仟元整"):
        assert word in text


@pytest.mark.parametrize("kind", sorted(kinds.KINDS))
def test_every_word_that_is_printed_is_on_the_page(issue, officer, kind: str) -> None:
    made = issue(kind)
    text = html.unescape(officer.get(f"/desk/documents/{made.pk}/").content.decode())
    said = [t for field in made.fields.values() for t in kinds.texts(field)]
    printed = "\n".join(kinds.texts(queries.preview(made)))
    assert [t for t in said if t in printed and t not in text] == [] and "{{" not in text


def test_what_was_written_is_text_on_the_page_too(issue, officer) -> None:
    made = issue("penalty_decision", fields={"facts": ["<script>alert(1)</script>"]})
    assert b"<script>alert" not in officer.get(f"/desk/documents/{made.pk}/").content


def test_the_pdf_is_made_when_it_is_first_opened_and_is_the_one_that_is_kept(issue, officer) -> None:
    made = issue("penalty_decision")
    assert not Rendering.objects.exists()
    first = officer.get(f"/desk/documents/{made.pk}/pdf/")
    kept = Rendering.objects.get()
    body = content(first)
    assert first["Content-Type"] == "application/pdf" and body.startswith(b"%PDF-")
    assert hashlib.sha256(body).hexdigest() == kept.pdf_id
    assert content(officer.get(f"/desk/documents/{made.pk}/pdf/")) == body
    assert Rendering.objects.count() == 1


def test_the_editable_copy_is_handed_out_as_a_download(issue, officer) -> None:
    made = issue("penalty_decision")
    answer = officer.get(f"/desk/documents/{made.pk}/docx/")
    assert answer["Content-Disposition"].startswith("attachment") and content(answer).startswith(b"PK")


@pytest.mark.parametrize("page", ["", "pdf/", "docx/"])
def test_another_agency_finds_nothing(issue, bureau, page: str) -> None:
    made = issue("penalty_decision")
    stranger = signed_in(bureau, "stranger", bureau.other, Role.OFFICER)
    assert stranger.get(f"/desk/documents/{made.pk}/{page}").status_code == 404
    assert made.number.encode() not in stranger.get("/desk/documents/").content
    assert Client().get(f"/desk/documents/{made.pk}/{page}").status_code == 302


def test_the_lists_show_the_documents_of_the_agency(issue, officer) -> None:
    made, other = issue("penalty_decision"), issue("filing_approval", subject="cases.case:99")
    whole = officer.get("/desk/documents/").content.decode()
    assert made.number in whole and other.number in whole
    found = officer.get("/desk/documents/", {"q": "立案"}).content.decode()
    assert other.number in found and made.number not in found
    one = officer.get("/desk/documents/of/cases.case:12/").content.decode()
    assert made.number in one and other.number not in one


def test_the_list_asks_no_more_for_many_documents_than_for_few(issue, officer, django_assert_max_num_queries) -> None:
    for _ in range(12):
        issue("site_record")
    officer.get("/desk/documents/")
    with django_assert_max_num_queries(8):
        page = officer.get("/desk/documents/")
    assert page.content.decode().count("现场笔录") >= 12


def test_a_correction_is_made_once_however_often_the_form_is_sent(issue, officer) -> None:
    made = issue("penalty_decision")
    given = {"was": "10袋", "now": "12袋", "reason": "打印错误", "key": "k1"}
    answers = [officer.post(f"/desk/documents/{made.pk}/correct/", given) for _ in range(2)]
    new = IssuedDocument.objects.get(corrects=made)
    assert [a["Location"] for a in answers] == [f"/desk/documents/{new.pk}/"] * 2
    assert new.number in officer.get(f"/desk/documents/{made.pk}/").content.decode()
    missing = officer.post(f"/desk/documents/{made.pk}/correct/", {"was": "10袋"})
    assert missing.status_code == 400 and IssuedDocument.objects.filter(corrects=made).count() == 1


def test_a_head_voids_a_number_and_the_register_says_why(issue, head, officer) -> None:
    issue("spot_decision")
    given = {"sign": "summary_decision", "reason": "填写时污损", "key": "k2"}
    assert officer.post("/desk/documents/numbers/", given | {"key": "k3"}).status_code == 409
    assert head.post("/desk/documents/numbers/", given).status_code == 302
    page = head.get("/desk/documents/numbers/").content.decode()
    assert "衡市监当罚〔2025〕2号" in page and "填写时污损" in page
    assert head.post("/desk/documents/numbers/", {"sign": "nothing"}).status_code == 400


def test_the_progress_of_the_printed_forms_is_told_in_numbers(issue, officer) -> None:
    made = issue("filing_approval")
    assert "共 1 件" in officer.get("/desk/documents/progress/").content.decode()
    content(officer.get(f"/desk/documents/{made.pk}/pdf/"))
    assert "制作完毕" in officer.get("/desk/documents/progress/").content.decode()


def test_the_register_of_another_year_is_shown_and_its_gaps_are_explained(issue, head, officer) -> None:
    issue("penalty_decision", issued_on=NOW.date().replace(year=2024))
    NumberRegister.objects.update(last=2)
    address = "/desk/documents/numbers/"
    assert "2024 年" in head.get(address).content.decode()
    page = head.get(address, {"year": "2024"}).content.decode()
    assert "衡市监罚〔2024〕2号" in page and "没有说明" in page and "说明空号" in page
    assert "说明空号" not in officer.get(address, {"year": "2024"}).content.decode()
    given = {"gap-number": "罚:2", "gap-reason": "纸质登记簿上已用", "key": "g1"}
    assert head.post(f"{address}2024/explain/", {"gap-number": "罚:7"}).status_code == 400
    assert head.post(f"{address}2024/explain/", given).status_code == 302
    page = head.get(address, {"year": "2024"}).content.decode()
    assert "纸质登记簿上已用" in page and "没有说明" not in page


def test_a_machine_is_told_as_data_what_is_wrong_with_a_number_or_a_correction(issue, head, officer) -> None:
    made = issue("spot_decision")
    data = {"Accept": "application/json"}
    wrong = head.post("/desk/documents/numbers/", {"sign": "nothing", "reason": "污损"}, headers=data)
    assert wrong.status_code == 400 and wrong.json()["field"] == "sign"
    gap = head.post("/desk/documents/numbers/2025/explain/", {"gap-number": "x", "gap-reason": "旧"}, headers=data)
    assert gap.status_code == 400 and gap.json()["field"] == "number"
    missing = officer.post(f"/desk/documents/{made.pk}/correct/", {"was": "10袋"}, headers=data)
    assert missing.status_code == 400 and missing.json()["faults"].keys() == {"now", "reason"}
    refused = officer.post("/desk/documents/numbers/", {"sign": "summary_decision", "reason": "污损"}, headers=data)
    assert refused.status_code == 409 and refused.json()["refusals"][0]["reason"]


def test_a_refused_void_keeps_its_reason_on_the_page(issue, officer) -> None:
    given = {"sign": "summary_decision", "reason": "填写时污损，另附说明"}
    answer = officer.post("/desk/documents/numbers/", given)
    assert answer.status_code == 409 and given["reason"] in answer.content.decode()
