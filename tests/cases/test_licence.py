"""许可 through the real commands and pages: from the window to the public and into the archive."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from lantai.archive.commands import accept, hand_in
from lantai.archive.facts import lacking
from lantai.cases import queries as cases
from lantai.cases.models import CaseInterval, Decision
from lantai.disclosure import queries as disclosure
from lantai.disclosure.commands import drafting, releasing
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.law.statements import words_of
from lantai.portal.models import PublishedNotice
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import build
from tests.scenes import BEGAN, MARKET, Scene, at

pytestmark = pytest.mark.django_db

GRANT = [
    {"at": "2026-03-02", "step": "LI-1", "with": {"matter": "食品经营许可"}},
    {"at": "2026-03-03", "step": "LI-2"},
    {"at": "2026-03-05", "step": "LI-3", "outcome": "verified", "by": ["officer", "officer"]},
    {"at": "2026-03-10", "step": "LI-8", "with": {"valid_from": "2026-03-10", "valid_to": "2031-03-09"}},
    {"at": "2026-03-12", "step": "LI-9", "with": {"certificate_number": "JY24304000000001"}},
]


def played(timeline: list[dict[str, object]], procedure: str = "licence.ordinary") -> Scene:
    party = {"kind": "organisation", "name": "衡阳演示餐饮有限公司"}
    title = "申请食品经营许可"
    story = read(
        {"agency": MARKET, "title": title, "procedure": procedure, "party": party, "timeline": timeline}, "许可"
    )
    world = build(MARKET, BEGAN)
    player = Player(world, story)
    for place, row in enumerate(story.timeline):
        said = player.play(row, story.timeline[place + 1 :])
        assert said.ok, said.faults
    return Scene(world, player)


def published(place: Scene, day: str = "2026-03-13") -> PublishedNotice:
    with at(day):
        held = drafting.draft(actor=place.actor("publisher"), case=place.case)
        held = releasing.check(actor=place.actor("checker"), draft=held, passed=True)
        held = releasing.publish(actor=place.actor("publisher"), draft=held)
    assert held.notice is not None
    return held.notice


def test_a_grant_is_a_decision_with_its_documents_and_is_due_for_publication_in_seven_working_days():
    place = played(GRANT)
    decided = Decision.objects.get(case=place.case)
    assert (decided.outcome, decided.document.title) == ("granted", "准予行政许可决定书")
    assert decided.conclusion.startswith("准予衡阳演示餐饮有限公司食品经营行政许可，许可内容：")
    issued = list(IssuedDocument.objects.filter(dossier_id=place.case.dossier_id).values_list("kind", flat=True))
    assert {"licence_application", "acceptance_notice", "verification_record", "licence_certificate"} <= set(issued)
    assert place.case.parties.get().name == "衡阳演示餐饮有限公司"
    with at("2026-03-13"):
        [waiting] = disclosure.due(place.actor("publisher"))
    assert waiting.due_on == date(2026, 3, 19)


def test_the_public_reads_what_is_granted_to_whom_and_until_when(client: Client):
    notice = published(played(GRANT))
    assert (notice.kind, notice.body["licence_number"]) == ("许可", "JY24304000000001")
    page = client.get(notice.address).content.decode()
    for word in ("行政许可决定", "食品经营许可证", "JY24304000000001", "普通", "2026年3月10日", "2031年3月9日"):
        assert word in page
    assert "《行政许可法》第三十八条第一款" in page
    assert "违法" not in page and "None" not in page
    assert notice.shown_until == date(2032, 3, 9)


def test_a_published_licence_is_filed_whole():
    place = played(GRANT)
    published(place)
    with at("2026-03-20"):
        for document in IssuedDocument.objects.filter(dossier_id=place.case.dossier_id):
            render_document.func(document.pk)
        assert [one.sentence for one in lacking(place.case, cases.facts_of(place.case))] == []
        held = hand_in(actor=place.actor("officer"), case=place.case)
        accept(actor=place.actor("archivist"), hand_in=held)
    assert place.case.closed_on == date(2026, 3, 20)
    assert place.case.standing == ""


def test_a_denial_is_served_and_not_published():
    place = played([*GRANT[:3], {"at": "2026-03-10", "step": "LI-8", "outcome": "denied"}])
    assert Decision.objects.get(case=place.case).document.title == "不予行政许可决定书"
    with at("2026-03-13"):
        assert disclosure.due(place.actor("publisher")) == []


def test_a_revoked_licence_is_told_to_the_public():
    place = played(
        [
            {"at": "2026-04-01", "step": "LI-12-1", "with": {"end_kind": "revoke", "proposed_ground": "fraud"}},
            {"at": "2026-04-09", "step": "LI-12", "outcome": "revoked", "with": {"ground": "fraud"}},
        ],
        "licence.ending",
    )
    notice = published(place, "2026-04-13")
    assert "撤销衡阳演示餐饮有限公司取得的" in notice.conclusion


def test_the_time_told_in_writing_is_not_counted_and_ends_by_itself_or_by_the_result():
    told = {"outcome": "testing", "needed_until": "2026-03-13", "told_in_writing": True}
    played(
        [
            *GRANT[:2],
            {"at": "2026-03-05", "step": "LI-6", "with": told},
            {"at": "2026-03-11", "step": "LI-6", "with": {"outcome": "result", "resumes_clock": "testing"}},
            {"at": "2026-03-12", "step": "LI-6", "with": {"outcome": "testing", "needed_until": "2026-03-13"}},
        ]
    )
    spans = list(CaseInterval.objects.order_by("id").values_list("start", "end", "told_in_writing"))
    assert spans == [
        (date(2026, 3, 5), date(2026, 3, 11), True),
        (date(2026, 3, 12), date(2026, 3, 13), False),
    ]


def test_a_licence_is_applied_for_at_the_window_and_decided_on_the_pages():
    place = played(GRANT[:1])
    browser, power = place.browser("officer"), place.world.power_for("许可")
    with at("2026-03-02"):
        address = f"/desk/cases/new/form/?power={power.pk}&procedure=licence.ordinary"
        page = browser.get(address).content.decode()
        assert "申请人姓名或者名称" in page and "案由" not in page
        sent = browser.post(
            address,
            {
                "title": "申请食品经营许可",
                "source": "application",
                "clue": "在演示路2号从事餐饮服务",
                "party_kind": "organisation",
                "party_name": "衡阳第二演示餐饮有限公司",
                "matter": "食品经营许可",
                "materials": "申请书",
                "application_kind": "new",
                "only_relevant": "on",
            },
        )
    assert sent.status_code == 302, sent.content.decode()
    case = place.case.__class__.objects.order_by("-id").first()
    assert case.parties.get().name == "衡阳第二演示餐饮有限公司"
    with at("2026-03-02"):
        answer = browser.get(f"/desk/cases/{case.pk}/")
        assert answer.status_code == 200, answer.headers
        shown = answer.content.decode()
        assert "受理或者不予受理" in shown and "None" not in shown
        browser.post(
            f"/desk/cases/{case.pk}/steps/LI-2/", {"outcome": "supplement", "missing": "平面图", "seen": case.version}
        )
        case.refresh_from_db()
        again = {"outcome": "supplement", "missing": "健康证明", "seen": case.version}
        refused = browser.post(f"/desk/cases/{case.pk}/steps/LI-2/", again)
    assert refused.status_code == 409 and "G-13" in refused.content.decode()


def test_every_word_of_a_licence_has_a_name_for_the_page():
    codes = [w.label for step in ("LI-1", "LI-2", "LI-8") for w in words_of("licence.ordinary", step)]
    assert all(codes) and len(codes) > 20
