"""许可 through the real commands and pages: from the window to the public and into the archive."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantai.archive.commands import accept, hand_in
from lantai.archive.facts import lacking
from lantai.cases import queries as cases
from lantai.cases.models import CaseInterval, Decision, ServiceRecord
from lantai.disclosure import queries as disclosure
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.models import PublicationDraft
from lantai.disclosure.queries import ends
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.law import endings
from lantai.law.statements import words_of
from lantai.ledger import sequencer
from lantai.portal.middleware import forget_pages
from lantai.portal.models import LicenceEnding, PublishedNotice
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import World
from tests import scenes
from tests.scenes import BEGAN, MARKET, Scene, at, told

pytestmark = pytest.mark.django_db

GRANT = [
    {"at": "2026-03-02", "step": "LI-1", "with": {"matter": "食品经营许可"}},
    {"at": "2026-03-03", "step": "LI-2"},
    {"at": "2026-03-05", "step": "LI-3", "outcome": "verified", "by": ["officer", "officer"]},
    {"at": "2026-03-10", "step": "LI-8", "with": {"valid_from": "2026-03-10", "valid_to": "2031-03-09"}},
    {"at": "2026-03-12", "step": "LI-9", "with": {"certificate_number": "JY24304000000001"}},
]


def played(timeline: list[dict[str, object]], procedure: str = "licence.ordinary", where: World | None = None) -> Scene:
    party = {"kind": "organisation", "name": "衡阳演示餐饮有限公司"}
    title = "申请食品经营许可"
    story = read(
        {"agency": MARKET, "title": title, "procedure": procedure, "party": party, "timeline": timeline}, "许可"
    )
    return Scene(where, told(where, story)) if where else scenes.played(story, BEGAN)


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


def test_the_receipt_of_a_grant_names_the_decision_and_both_papers_are_served():
    place = played(GRANT)
    made = {d.kind: d for d in IssuedDocument.objects.filter(dossier_id=place.case.dossier_id)}
    decision = made["licence_decision"]
    assert made["service_receipt"].fields["document"] == [f"《{decision.title}》{decision.number}"]
    served = ServiceRecord.objects.filter(case=place.case).values_list("document__kind", flat=True)
    assert list(served.order_by("id")) == ["licence_certificate", "licence_decision"]


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


ENDED = [
    {
        "at": "2026-04-01",
        "step": "LI-12-1",
        "with": {"end_kind": "revoke", "proposed_ground": "fraud", "current_number": "JY24304000000001"},
    },
    {"at": "2026-04-09", "step": "LI-12", "outcome": "revoked", "with": {"ground": "fraud", "ended_on": "2026-04-09"}},
]


def test_the_notice_of_a_revoked_licence_keeps_its_content_and_says_by_which_decision_it_ended(client: Client):
    place = played(GRANT)
    notice = published(place)
    other = played(
        [*GRANT[:4], {"at": "2026-03-12", "step": "LI-9", "with": {"certificate_number": "JY2"}}], where=place.world
    )
    beside, was = published(other), notice.public_content()
    end = played(ENDED, "licence.ending", place.world)
    revocation = published(end, "2026-04-13")
    notice.refresh_from_db()
    assert (notice.public_content(), notice.version) == (was, 1) and not beside.endings.exists()
    [mark] = notice.endings.all()
    assert (mark.kind, mark.reference, mark.ended_on) == ("撤销", revocation.reference, date(2026, 4, 9))
    sequencer.fold()
    sequencer.checkpoint()
    page = client.get(notice.address)
    shown = page.content.decode()
    for word in (
        "2026年4月9日被撤销",
        "以欺骗、贿赂等不正当手段取得",
        "第六十九条第二款",
        revocation.address,
        "2031年3月9日",
    ):
        assert word in shown, word
    assert (
        page.status_code == 200
        and "核验通过" in shown
        and notice.address in client.get(revocation.address).content.decode()
    )
    listed = client.get("/decisions/?q=食品经营").content.decode()
    assert listed.count("许可已撤销") == 1
    with zipfile.ZipFile(io.BytesIO(client.get(f"{notice.address}proof.zip").content)) as bundle:
        assert json.loads(bundle.read("content/ending-1.json"))["reference"] == revocation.reference
        assert json.loads(bundle.read("content/notice.json")) == was

    # who changes the mark in the database is found out; once the revocation falls, the notice says so
    LicenceEnding.objects.update(ground="有效期届满未延续")
    forget_pages()
    assert "核验不通过" in client.get(notice.address).content.decode()
    LicenceEnding.objects.update(ground=mark.ground)
    with at("2026-06-01"):
        held = PublicationDraft.objects.get(case=end.case)
        reason = "撤销决定经行政复议被撤销。"
        releasing.withdraw(actor=end.actor("publisher"), draft=held, reason=reason, known_on=date(2026, 6, 1))
    sequencer.fold()
    sequencer.checkpoint()
    page = client.get(notice.address).content.decode()
    assert "2026年6月1日解除标注" in page and reason in page and "核验通过" in page
    assert "许可已撤销" not in client.get("/decisions/?q=食品经营").content.decode()


def ended(place: Scene) -> PublishedNotice:
    """Published, then ended in its own file."""
    notice = published(place)
    rows = [{"at": "2026-03-20", "step": "LI-12", "outcome": "cancelled", "with": {"ground": "dissolved"}}]
    for row in read({"procedure": "licence.ordinary", "timeline": rows}, "撤回").timeline:
        said = place.player.play(row)
        assert said.ok, said.sentences
    return notice


def test_the_licences_to_be_marked_are_found_with_as_many_statements_for_many_as_for_one():
    place = played(GRANT)
    ended(place)
    publisher = place.actor("publisher")
    with at("2026-03-23"), CaptureQueriesContext(connection) as few:
        [row] = ends.to_mark(publisher)
    assert row.ending == endings.ending(cases.facts_of(place.case))
    assert (row.ending.kind, row.ending.decided_on) == ("注销", date(2026, 3, 20))
    for _ in range(2):
        ended(played(GRANT, where=place.world))
    with at("2026-03-23"), CaptureQueriesContext(connection) as many:
        assert len(ends.to_mark(publisher)) == 3
    assert len(many) == len(few) == 3


def test_a_licence_ended_in_its_own_file_is_marked_from_the_desk_of_publication(client: Client):
    place = played(GRANT)
    notice = ended(place)
    with at("2026-03-23"):
        browser = place.browser("publisher")
        page = browser.get("/desk/disclosure/").content.decode()
        assert "应当标注许可终止的公示" in page and "2026年3月20日注销" in page
        [row] = ends.to_mark(place.actor("publisher"))
        assert row.due.legal_due == date(2026, 3, 31)
        assert browser.post(f"/desk/disclosure/{row.draft.pk}/ended/").status_code == 302
        assert "应当标注许可终止的公示" not in browser.get("/desk/disclosure/").content.decode()
        assert browser.post(f"/desk/disclosure/{row.draft.pk}/ended/").status_code == 409
    shown = client.get(notice.address).content.decode()
    assert "许可已注销" in shown and "法人或者其他组织依法终止" in shown


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
    granted, denied = ({w.code for w in words_of("licence.ordinary", "LI-8", o)} for o in ("granted", "denied"))
    assert {"licence_name", "valid_to"} <= granted - denied and {"denial_reasons"} <= denied - granted  # own forms
