"""Every paper has its act: who does it has the paper on file, with its words filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from lantai.archive.facts import lacking
from lantai.cases import queries
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.people import recuse
from lantai.cases.commands.steps import extend, note_event, take_step
from lantai.cases.models import Case, Recusal
from lantai.documents.models import IssuedDocument
from lantai.documents.typesetting.printing import pdf
from lantai.law import documents, statements
from lantai.law.records import DOCUMENT_SINCE
from lantai.law.refusals import Malformed, Refused
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene, world

pytestmark = pytest.mark.django_db
CITY = "衡阳市城市管理和综合执法局"


def paper(case: Case, kind: str) -> str:
    """The one document of this kind in the case, as it is printed; every heading has something below it."""
    made = IssuedDocument.objects.get(subject=f"cases.case:{case.pk}", kind=kind)
    sheet = documents.sheet(kind, made.fields, made.number, made.issued_on)
    said = "\n".join(documents.texts(sheet["blocks"]))
    assert "None" not in said
    assert "{" not in said
    assert pdf(made).startswith(b"%PDF")
    return said


def kinds_of(case: Case) -> set[str]:
    return set(IssuedDocument.objects.filter(subject=f"cases.case:{case.pk}").values_list("kind", flat=True))


def words(place: Scene, case: Case, step: str, day: str, outcome: str = "", **said: object) -> dict[str, object]:
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(statements.words_of(case.procedure, step, outcome), said, moment(day), people)


def test_who_is_to_be_asked_gets_a_notice_with_day_hour_and_place():
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"):
        take_step(
            actor=place.actor("officer"),
            case=place.case,
            step="PG-4-1",
            stated={
                "person_asked": "黄堃昇",
                "asked_on": "2026-03-09",
                "asked_at": "09:30",
                "place": "本局询问室",
                "bring": "营业执照和进货票据",
            },
        )
    said = paper(place.case, "interview_notice")
    assert "黄堃昇" in said
    assert "请你（单位）于2026年3月9日09:30到本局询问室接受询问调查" in said
    assert "营业执照和进货票据" in said


def test_a_notice_to_be_asked_is_no_evidence_taken():
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"):
        take_step(
            actor=place.actor("officer"),
            case=place.case,
            step="PG-4-1",
            stated=words(place, place.case, "PG-4-1", "2026-03-05"),
        )
    with at("2026-03-06"), pytest.raises(Refused):
        take_step(
            actor=place.actor("officer"),
            case=place.case,
            step="PG-8",
            stated=words(place, place.case, "PG-8", "2026-03-06"),
            with_officers=[place.pk("officer_2")],
        )


def forgiven(outcome: str) -> Scene:
    """A case of another field, decided without punishing; no review is owed there."""
    place = scene("PG-8", "2026-03-10", where=world(CITY))
    said = {"education": "向当事人宣讲法律，督促其改正。", "facts": "当事人占道经营，经劝告当场改正。"}
    asked = {word.code for word in statements.draft_words(outcome)}
    given = {code: text for code, text in said.items() if code in asked}
    fields = lawful(statements.draft_words(outcome), given, moment("2026-03-11"), {})
    with at("2026-03-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome=outcome, fields=fields)
    with at("2026-03-12"):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome=outcome,
            stated=words(place, place.case, "PG-14", "2026-03-12", outcome),
        )
    return place


def test_the_party_that_is_not_punished_is_taught_and_the_file_shows_it():
    place = forgiven("no_penalty_minor")
    said = paper(place.case, "education_record")
    assert "向当事人宣讲法律，督促其改正。" in said
    assert "penalty_decision" not in kinds_of(place.case)


def test_where_there_was_no_offence_nobody_is_taught():
    place = forgiven("no_penalty_facts")
    assert "no_penalty_decision" in kinds_of(place.case)
    assert "education_record" not in kinds_of(place.case)


def test_in_market_supervision_the_abstract_goes_with_the_decision_that_is_served():
    place = scene("PG-15", "2026-04-02")
    said = paper(place.case, "decision_abstract")
    decided = IssuedDocument.objects.get(subject=f"cases.case:{place.case.pk}", kind="penalty_decision")
    assert decided.number in said
    assert decided.fields["party_name"] in said
    assert "作出决定日期" in said


def test_elsewhere_no_abstract_is_made():
    place = scene("PG-15", "2026-04-02", where=world(CITY))
    assert "decision_abstract" not in kinds_of(place.case)


def test_the_head_approves_how_preserved_evidence_is_dealt_with():
    place = scene("PG-5-3", "2026-03-06", said={"outcome": "released"}, procedure="evidence.preservation")
    said = paper(place.case, "matter_approval")
    assert "解除先行登记保存" in said
    assert place.case.title in said


def test_a_longer_term_has_its_approval_with_the_old_and_the_new_last_day():
    place = scene("PG-8", "2026-03-20")
    with at("2026-03-23"):
        extend(actor=place.actor("head"), case=place.case, step="PG-14", amount=30, reason="案情复杂，须向产地核查。")
    said = paper(place.case, "extension_approval")
    assert "“作出决定”的期限延长30日" in said
    assert "案情复杂，须向产地核查。" in said
    assert said.count("2026年6月") + said.count("2026年7月") == 2
    assert place.actor("head").name in said


def test_the_party_confirms_where_it_is_to_be_served():
    place = scene("PG-8", "2026-03-20")
    with at("2026-03-23"):
        note_event(
            actor=place.actor("officer"),
            case=place.case,
            kind="address_confirmed",
            stated={
                "confirmed_on": "2026-03-20",
                "address": "衡阳市珠晖区某路88号",
                "electronic_consent": True,
                "electronic_address": "someone@example.cn",
            },
        )
    said = paper(place.case, "address_confirmation")
    assert "衡阳市珠晖区某路88号" in said
    assert "同意电子送达：someone@example.cn" in said
    assert "2026年3月20日" in said


def test_a_recusal_is_a_decision_of_the_head_with_name_and_reason():
    place = scene("PG-4", "2026-03-05")
    with at("2026-03-06"):
        recuse(
            actor=place.actor("head"),
            case=place.case,
            person=place.world.people["officer_2"],
            reason="与当事人的法定代表人是近亲属。",
        )
    said = paper(place.case, "recusal_decision")
    assert f"{place.actor('officer_2').name}回避" in said
    assert "与当事人的法定代表人是近亲属。" in said


def test_nobody_decides_on_his_own_recusal_and_nothing_of_it_remains():
    place = scene("PG-4", "2026-03-05")
    with at("2026-03-06"), pytest.raises(Refused) as refused:
        recuse(actor=place.actor("head"), case=place.case, person=place.world.people["head"], reason="近亲属")
    assert "不能决定本人的回避" in str(refused.value)
    assert not Recusal.objects.exists()
    assert "recusal_decision" not in kinds_of(place.case)


def test_the_recusal_of_a_chief_of_market_supervision_is_discussed_by_the_heads():
    place = scene("PG-4", "2026-03-05")
    given = {
        "actor": place.actor("head"),
        "case": place.case,
        "person": place.world.people["chief"],
        "reason": "与当事人的法定代表人是近亲属。",
    }
    with at("2026-03-06"), pytest.raises(Refused) as refused:
        recuse(**given)
    assert "集体讨论" in str(refused.value)
    with at("2026-03-06"), pytest.raises(Malformed):
        recuse(**given, discussed_on=moment("2026-03-07").date())
    with at("2026-03-06"):
        recuse(**given, discussed_on=moment("2026-03-06").date())
    assert "经负责人2026年3月6日集体讨论" in paper(place.case, "recusal_decision")


def test_a_head_decides_on_a_recusal_from_the_page_of_the_case():
    place = scene("PG-4", "2026-03-05")
    with at("2026-03-06"):
        browser = place.browser("head")
        address = reverse("cases:recusal", args=[place.case.pk])
        assert address in browser.get(reverse("cases:case", args=[place.case.pk])).content.decode()
        said = {"person": place.pk("officer_2"), "reason": "近亲属", "seen": place.case.version}
        assert browser.post(address, said | {"person": place.pk("head")}).status_code == 409
        assert browser.post(address, said).status_code == 302
    assert Recusal.objects.get().person_id == place.pk("officer_2")


def test_what_was_done_before_these_papers_were_made_is_filed_without_them_and_what_is_done_later_is_not():
    place = scene("PG-21", "2026-04-30")
    known = queries.facts_of(place.case)
    old = replace(known, documents=known.documents - DOCUMENT_SINCE.keys())

    def wanting(facts):
        return {one.what for one in lacking(place.case, facts) if one.kind == "document"}

    assert "行政处罚决定信息摘要" not in wanting(old)
    later = tuple(replace(t, at=t.at.replace(year=2027)) if t.step == "PG-15" else t for t in old.taken)
    assert "行政处罚决定信息摘要" in wanting(replace(old, taken=later))
