"""Two people act on one case, or the law refuses: what was typed stands on the page that answers, and goes on from there."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from lantai.cases.commands.drafting import save_draft
from lantai.cases.models import CaseEvent, Draft, TakenStep
from lantai.law import statements
from lantai.law.people import Role
from lantai.personnel.commands import people
from lantai.personnel.models import Person
from lantai.rehearsal.wording import lawful
from lantai.review import commands as reviewing
from tests.cast import member
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db

LONG = "办理中写下的一段很长的说明。"


def stated(place: Scene, step: str, day: str, outcome: str = "") -> dict[str, Any]:
    words = statements.words_of(place.case.procedure, step, outcome)
    both = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    said = lawful(words, {}, moment(day), both)
    return {k: v for k, v in said.items() if v not in (None, "")}


def field(page: str, name: str) -> str:
    """What stands in a field of the page that answers."""
    if box := re.search(rf'<textarea[^>]*name="{name}"[^>]*>(.*?)</textarea>', page, re.S):
        return html.unescape(box[1]).strip()
    tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    value = re.search(r'value="([^"]*)"', tag[0]) if tag else None
    return html.unescape(value[1]) if value else ""


def draft_fields(facts: str) -> dict[str, Any]:
    return lawful(statements.draft_words("penalty"), {"fine": "8000", "facts": facts}, moment("2026-03-11"), {})


def major() -> dict[str, Any]:
    return lawful(
        statements.draft_words("penalty"),
        {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"},
        moment("2026-03-11"),
        {},
    )


def test_a_step_that_was_overtaken_keeps_what_was_typed_and_is_taken_when_it_is_sent_again():
    place = scene("PG-1", "2026-03-02")
    address = f"/desk/cases/{place.case.pk}/steps/PG-2/?outcome=file"
    said = stated(place, "PG-2", "2026-03-03", "file")
    said |= {"seen": place.case.version, "outcome": "file", "key": "mine", "note": LONG}
    event = f"/desk/cases/{place.case.pk}/events/jurisdiction_dispute/"
    with at("2026-03-03"):
        first = place.browser("section_head").post(event, {"other_agency": "衡阳县局", "seen": said["seen"]})
        assert first.status_code == 302 and CaseEvent.objects.filter(case=place.case).exists()
        page = place.browser("officer").post(address, said)
        text = page.content.decode()
        assert page.status_code == 409 and "改动了什么" in text and "另有1次登记" in text
        for name, value in said.items():
            if isinstance(value, str) and name not in ("seen", "outcome", "key") and value != "on":
                assert value in html.unescape(text), name
        again = said | {"seen": field(text, "seen"), "key": field(text, "key")}
        assert again["seen"] == str(place.case.version) and again["key"] != "mine"
        assert place.browser("officer").post(address, again).status_code == 302
    assert TakenStep.objects.filter(case=place.case, step="PG-2").count() == 1


def test_of_two_drafts_written_at_once_the_later_sees_the_earlier_beside_his_own():
    place = scene("PG-8", "2026-03-10")
    seen = place.case.version
    with at("2026-03-11"):
        save_draft(
            actor=place.actor("officer_2"), case=place.case, outcome="penalty", fields=draft_fields("同事写的事实。")
        )
        said = draft_fields("我写了很久的事实。") | {"seen": seen, "outcome": "penalty", "key": "mine"}
        address = f"/desk/cases/{place.case.pk}/draft/"
        page = place.browser("officer").post(address, said)
        text = page.content.decode()
        assert page.status_code == 409 and field(text, "facts") == "我写了很久的事实。"
        assert "现在登记的是" in text and "同事写的事实。" in text
        again = said | {"seen": field(text, "seen"), "key": field(text, "key")}
        assert place.browser("officer").post(address, again).status_code == 302
    latest = Draft.objects.filter(case=place.case).latest("number")
    assert latest.fields["facts"] == "我写了很久的事实。"


@pytest.mark.parametrize(
    ("who", "page", "given"),
    [
        ("head", "extension/", {"step": "PG-14", "amount": "3000", "reason": LONG}),
        ("officer", "handlers/", {"officers": ["me"], "reason": LONG}),
        ("officer_3", "events/jurisdiction_dispute/", {"other_agency": "衡阳县局", "note": LONG}),
    ],
)
def test_a_refused_act_of_a_case_keeps_what_was_typed(who, page, given):
    place = scene("PG-3", "2026-03-04")
    given = {k: [place.pk("officer")] if v == ["me"] else v for k, v in given.items()}
    with at("2026-03-05"):
        answer = place.browser(who).post(
            f"/desk/cases/{place.case.pk}/{page}", given | {"seen": place.case.version, "key": "k"}
        )
        data = place.browser(who).post(
            f"/desk/cases/{place.case.pk}/{page}",
            given | {"seen": place.case.version, "key": "k"},
            headers={"Accept": "application/json"},
        )
    assert answer.status_code == 409, answer.content.decode()[-900:]
    assert LONG in answer.content.decode() and "怎么办" in answer.content.decode()
    assert data.status_code == 409 and data.json()["refusals"]


def test_an_opinion_on_a_review_withdrawn_meanwhile_is_not_lost():
    place = scene("PG-8", "2026-03-10")
    with at("2026-03-11"):
        save_draft(
            actor=place.actor("officer"),
            case=place.case,
            outcome="penalty",
            fields=major(),
        )
        review = reviewing.submit(actor=place.actor("officer"), case=place.case, letter="")
        reviewing.accept(actor=place.actor("reviewer"), review=review)
        reviewing.withdraw(actor=place.actor("officer"), review=review, reason="要改")
        said = {f"verdict_{a}": "ok" for a in ("subject", "authority")} | {"opinion": "agree", "opinion_text": LONG}
        page = place.browser("reviewer").get(f"/desk/review/{review.pk}/").content.decode()
        assert "出具审核意见" not in page
        answer = place.browser("reviewer").post(f"/desk/review/{review.pk}/opinion/", said)
    assert answer.status_code in (400, 409) and LONG in answer.content.decode()


def test_who_changes_a_register_after_somebody_else_reads_what_is_registered_now():
    boss = member("钱管理", Role.SYSTEM_ADMIN)
    found = Person.objects.get(pk=boss.person.pk)
    client = boss.browser()
    address = f"/desk/admin/people/{found.pk}/change/"
    people.change_person(actor=boss.actor, person=found, seen=found.version, changes={"unit": "稽查一大队"})
    given = {"name": found.name, "sex": "", "unit": "稽查二大队", "post_title": "", "legal_qualification": ""}
    answer = client.post(address, given | {"seen": found.version - 1, "first_review_on": "", "key": "k"})
    text = answer.content.decode()
    assert answer.status_code == 409 and field(text, "unit") == "稽查二大队" and "稽查一大队" in text
    again = given | {"seen": field(text, "seen"), "first_review_on": "", "key": field(text, "key")}
    assert client.post(address, again).status_code == 302
    assert Person.objects.get(pk=found.pk).unit == "稽查二大队"


def test_where_the_answer_has_no_fields_of_its_own_the_words_are_given_back():
    place = scene("PG-8", "2026-03-10")
    with at("2026-03-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=major())
        review = reviewing.submit(actor=place.actor("officer"), case=place.case, letter="")
        refused = place.browser("head").post(f"/desk/review/{review.pk}/resubmit/", {"letter": LONG})
    assert refused.status_code == 409 and LONG in refused.content.decode()
