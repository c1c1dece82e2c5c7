"""From the decision to the public notice: drawn, masked, read by a second person, published, corrected, withdrawn."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from lantai.cases.models import CaseEvent
from lantai.disclosure import queries
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.disclosure.tests import scene
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock, sequencer
from lantai.ledger.models import RefusedAttempt
from lantai.portal.models import PublishedNotice

ID_NUMBER = scene.resident_id("1985-03-12")
PLANTED = {
    "identity": ID_NUMBER,
    "identity in full-width": "".join(
        chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in scene.resident_id("1990-07-01", 13)
    ),
    "identity broken": f"{scene.resident_id('1979-11-30', 14)[:6]} {scene.resident_id('1979-11-30', 14)[6:14]} {scene.resident_id('1979-11-30', 14)[14:]}",
    "mobile": "13907341234",
    "mobile broken": "139-0734-5678",
    "landline": "0734-8123456",
    "bank card": "6222021234567890128",
    "address": "衡阳市石鼓区青草桥社区某小区3栋502室",
    "email": "someone@example.com",
    "plate": "湘D·A1B23",
}
TEXT = (
    f"经查，证人周收件（身份证号{PLANTED['identity']}，另一号码{PLANTED['identity in full-width']}，"
    f"旧件{PLANTED['identity broken']}）反映，联系电话{PLANTED['mobile']}、{PLANTED['mobile broken']}，"
    f"座机{PLANTED['landline']}，收款卡{PLANTED['bank card']}，住址：{PLANTED['address']}，邮箱{PLANTED['email']}，"
    f"车辆{PLANTED['plate']}。法定代表人欧阳建设对上述事实没有异议。"
)


def publish(at: scene.Bureau, case, on: str = "2026-09-29") -> PublicationDraft:
    with clock.at(scene.moment(on, 14)):
        made = drafting.draft(actor=at["han"], case=case)
        releasing.check(actor=at["yang"], draft=made, passed=True)
        return releasing.publish(actor=at["han"], draft=made)


@pytest.fixture
def rich(at):
    """A decision of social influence, so that its text goes public, full of planted personal data."""
    return scene.decided(at, facts=TEXT, flags={"safety": True})


def squeezed(text: str) -> str:
    folded = text.translate({c: c - 0xFEE0 for c in range(0xFF10, 0xFF1A)})
    return re.sub(r"[\s\-·]|<[^>]+>", "", folded)


def test_no_planted_identifier_reaches_any_public_output(at, rich, client):
    draft = publish(at, rich)
    sequencer.checkpoint()
    notice = draft.notice
    assert notice.sections, "the text itself is public here"
    outputs = {a: client.get(a).content.decode() for a in ("/", "/decisions/", notice.address, "/sitemap/")}
    bundle = zipfile.ZipFile(io.BytesIO(client.get(f"{notice.address}proof.zip").content))
    outputs |= {name: bundle.read(name).decode() for name in bundle.namelist()}
    outputs["row"] = f"{notice.body}{notice.sections}{notice.search_text}{notice.title}"
    for where, said in outputs.items():
        for kind, words in {
            **PLANTED,
            "witness": "周收件",
            "representative": "欧阳建设",
            "phone of the party": "13807340001",
        }.items():
            assert squeezed(words) not in squeezed(said), f"{kind} in {where}"
    page = outputs[notice.address]
    assert "已隐去公民身份号码，《个人信息保护法》第二十八条" in page
    assert "衡阳演示餐饮有限公司" in page and "张立新" in page
    for query in ("周收件", "欧阳建设", "13907341234", ID_NUMBER):
        assert "没有找到" in client.get("/decisions/", {"q": query}).content.decode()


def test_the_public_text_is_the_served_text_but_for_the_marked_spans(at, rich):
    draft = publish(at, rich)
    document = queries.material(at["han"], rich).decision.document
    served = "".join(str(v) if isinstance(v, str) else "".join(map(str, v)) for v in document.fields.values())
    pieces = [p for s in draft.notice.sections for paragraph in s["paragraphs"] for p in paragraph]
    shown = [
        p["text"]
        for p in pieces
        if "text" in p and len(p["text"]) > 12 and "：" not in p["text"][:14] and "；" not in p["text"]
    ]
    assert shown and all(text in served for text in shown)
    assert len([p for p in pieces if "hidden" in p]) == len([m for m in draft.live_masks if m["where"].startswith("s")])


def test_a_decision_without_social_influence_shows_its_summary_only(at, client):
    draft = publish(at, scene.decided(at))
    assert draft.notice.sections == []
    page = client.get(draft.notice.address).content.decode()
    assert "罚款" in page and "决定书内容" not in page and "周收件" not in page


def test_a_natural_person_appears_as_surname_only_and_without_number(at, client):
    citizen = {
        "kind": "person",
        "name": "刘建国",
        "code": ID_NUMBER,
        "address": "衡阳市石鼓区演示路3号",
        "phone": "13907341234",
    }
    draft = publish(
        at,
        scene.decided(
            at,
            party=citizen,
            facts="当事人刘建国在衡阳市石鼓区演示路3号无证经营。",
            flags={"safety": True},
            fine="5000",
        ),
    )
    said = f"{draft.notice.public_content()}"
    assert draft.notice.party_name == "刘某" and "刘建国" not in said and ID_NUMBER not in said and "石鼓区" not in said


def test_the_first_step_after_publication_is_taken_in_the_case(at):
    case = scene.decided(at)
    publish(at, case)
    step = case.steps.order_by("-seq").first()
    assert (step.step, step.outcome) == ("PG-16", "published")
    assert step.stated["published_on"] == "2026-09-29" and {"code": "APL-48"} in step.stated["basis_codes"]


def test_the_draft_is_checked_by_another_person_only(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["both"], case=case)
        with pytest.raises(Refused, match="不能审核自己的稿件"):
            releasing.check(actor=at["both"], draft=made, passed=True)
        with pytest.raises(Refused, match="待审核，不能再这样办理"):
            releasing.publish(actor=at["both"], draft=made)
        with pytest.raises(Refused, match="公示审核人"):
            releasing.check(actor=at["han"], draft=made, passed=True)
    assert not PublishedNotice.objects.exists()
    with pytest.raises(IntegrityError):  # the database says so too
        PublicationDraft.objects.filter(pk=made.pk).update(checked_by_id=made.drafted_by_id)


def test_whoever_edits_a_draft_no_longer_checks_it_and_takes_the_check_away(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        checked = releasing.check(actor=at["yang"], draft=made, passed=True)
        assert checked.checked_at and checked.state == "checked"
        edited = drafting.edit_mask(actor=at["yang"], draft=made, words="演示", reason="商号尚在争议")
        assert edited.state == "drafted" and edited.checked_by is None
        with pytest.raises(Refused, match="不能审核自己的稿件"):
            releasing.check(actor=at["yang"], draft=made, passed=True)


def test_a_return_needs_its_reason_and_is_kept(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        with pytest.raises(Malformed):
            releasing.check(actor=at["yang"], draft=made, passed=False)
        releasing.check(actor=at["yang"], draft=made, passed=False, opinion="商号写错")
    assert PublicationAct.objects.filter(kind="return", reason="商号写错", by__name="杨核").exists()


def test_identity_numbers_are_never_shown_again_and_other_masks_only_with_a_reason(at, rich):
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=rich)
        by_kind = {m["kind"]: m["id"] for m in made.masks}
        with pytest.raises(Refused) as refused:
            drafting.lift_mask(actor=at["han"], draft=made, mask=by_kind["resident_id"], reason="查询方便")
        assert refused.value.refusals[0].gate == "G-15"
        with pytest.raises(Malformed):
            drafting.lift_mask(actor=at["han"], draft=made, mask=by_kind["address"], reason=" ")
        lifted = drafting.lift_mask(actor=at["han"], draft=made, mask=by_kind["address"], reason="系经营场所")
        releasing.check(actor=at["yang"], draft=lifted, passed=True)
        done = releasing.publish(actor=at["han"], draft=lifted)
    assert PLANTED["address"] in str(done.notice.sections)
    assert PublicationAct.objects.filter(kind="lift", reason__contains="系经营场所").exists()


def test_a_protected_number_that_slipped_through_is_refused_by_g15(at, rich):
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=rich)
        tampered = [m for m in made.masks if m["kind"] != "resident_id"]
        PublicationDraft.objects.filter(pk=made.pk).update(masks=tampered)
        with pytest.raises(Refused, match="公民身份号码") as refused:
            releasing.check(actor=at["yang"], draft=made, passed=True)
    assert {r.gate for r in refused.value.refusals} == {"G-15"}
    assert RefusedAttempt.objects.filter(verb="disclosure.check").exists()


def test_a_decision_about_a_minor_becomes_public_nowhere(at):
    young = {"kind": "person", "name": "陈小军", "birth_date": "2010-05-01"}
    case = scene.decided(at, party=young, facts="当事人陈小军违法。", fine="1000", tier="从轻")
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        assert not any(r["publish"] for r in made.rulings)
        with pytest.raises(Refused, match="不满十八周岁"):
            releasing.check(actor=at["yang"], draft=made, passed=True)
        done = drafting.withhold(actor=at["han"], draft=made, ground="minor", reason="当事人十六周岁")
    assert done.state == "withheld" and "《未成年人保护法》第一百零三条" in done.withheld_basis
    step = case.steps.order_by("-seq").first()
    assert (step.step, step.outcome) == ("PG-16", "withheld")
    assert not PublishedNotice.objects.exists() and queries.due(at["han"]) == []


@pytest.mark.parametrize(("known", "asked"), [({}, True), ({"birth_date": "1985-03-12"}, False)])
def test_where_the_age_of_a_person_is_unknown_the_second_person_is_asked_to_look(at, known, asked):
    case = scene.decided(at, party={"kind": "person", "name": "陈小军", **known}, fine="1000", tier="从轻")
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        told = [words for label, words, _, _ in queries.doubtful(at["yang"], made) if label == "未成年人"]
    assert told == (["陈某"] if asked else [])


def test_a_trade_secret_is_withheld_by_the_rule(at):
    case = scene.decided(at, flags={"protected": ["trade_secret"]})
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        with pytest.raises(Refused, match="商业秘密"):
            releasing.check(actor=at["yang"], draft=made, passed=True)


def test_a_draft_of_a_decision_that_changed_meanwhile_is_not_published(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        releasing.check(actor=at["yang"], draft=made, passed=True)
        PublicationDraft.objects.filter(pk=made.pk).update(source_digest="0" * 64)
        with pytest.raises(Conflict, match="重新拟稿"):
            releasing.publish(actor=at["han"], draft=made)
        redrawn = drafting.redraw(actor=at["han"], draft=made)
        assert redrawn.state == "drafted" and not queries.is_changed(redrawn, case.decision)


def test_publishing_an_older_sight_of_the_draft_is_a_conflict(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        seen = releasing.check(actor=at["yang"], draft=made, passed=True).version
        edited = drafting.edit_mask(actor=at["han"], draft=made, words="餐饮", reason="试")
        releasing.check(actor=at["yang"], draft=edited, passed=True)
        with pytest.raises(Conflict):
            releasing.publish(actor=at["han"], draft=made, seen=seen)


def test_the_same_form_sent_twice_has_one_effect(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")):
        first = drafting.draft(actor=at["han"], case=case, key="k1")
        assert drafting.draft(actor=at["han"], case=case, key="k1") == first
        with pytest.raises(Refused, match="已有公示稿"):
            drafting.draft(actor=at["han"], case=case, key="k2")


def test_a_correction_is_drawn_anew_checked_by_another_and_keeps_its_place(at, client):
    case = scene.decided(at)
    draft = publish(at, case)
    with clock.at(scene.moment("2026-10-12")):
        again = releasing.correct(actor=at["han"], draft=draft, reason="商号应当隐去", known_on=date(2026, 10, 10))
        assert again.correction_due_on == date(2026, 10, 16)
        edited = drafting.edit_mask(actor=at["han"], draft=again, words="供货者", reason="第三方")
        assert client.get(draft.notice.address).status_code == 200  # what is public stays so meanwhile
        releasing.check(actor=at["yang"], draft=edited, passed=True)
        done = releasing.publish(actor=at["han"], draft=edited)
        page = client.get(draft.notice.address).content.decode()
    assert done.notice.address == draft.notice.address and "已更正" in page and "商号应当隐去" in page
    assert PublishedNotice.objects.count() == 1 and case.steps.filter(step="PG-16").count() == 1
    act = PublicationAct.objects.get(kind="corrected")
    assert act.due_on == date(2026, 10, 16) and not act.is_late


@pytest.mark.parametrize(("on", "late"), [("2026-11-05", False), ("2026-11-06", True)])
def test_a_withdrawal_has_three_working_days_and_leaves_a_tombstone(at, client, on, late):
    draft = publish(at, scene.decided(at))
    with clock.at(scene.moment(on)):
        done = releasing.withdraw(
            actor=at["han"], draft=draft, reason="行政复议机关决定撤销该决定", known_on=date(2026, 11, 2)
        )
        answer = client.get(done.notice.address)
    act = PublicationAct.objects.get(kind="withdraw")
    assert (act.due_on, act.is_late) == (date(2026, 11, 5), late)
    assert answer.status_code == 410 and "行政复议机关决定撤销该决定" in answer.content.decode()
    assert "演示餐饮" not in answer.content.decode()


def test_a_public_reason_may_not_carry_personal_data(at):
    draft = publish(at, scene.decided(at))
    with clock.at(scene.moment("2026-11-02")):
        with pytest.raises(Refused, match="电话号码"):
            releasing.withdraw(
                actor=at["han"], draft=draft, reason="来电13907341234反映有误", known_on=date(2026, 11, 2)
            )
        with pytest.raises(Malformed):
            releasing.withdraw(actor=at["han"], draft=draft, reason="", known_on=date(2026, 11, 2))
        with pytest.raises(Malformed):
            releasing.withdraw(actor=at["han"], draft=draft, reason="复议撤销", known_on=date(2026, 11, 3))


@pytest.mark.parametrize(
    ("outcome", "due"), [("penalty", date(2026, 10, 13)), ("no_penalty_minor", date(2026, 10, 30))]
)
def test_the_clock_runs_across_national_day_in_working_days(at, outcome, due):
    """Decided on Monday 28 September 2026: seven working days (twenty for a decision not to punish)."""
    case = scene.decided(at, on="2026-09-28", outcome=outcome)
    with clock.at(scene.moment("2026-09-28", 15)):
        waiting = queries.due(at["han"])
    assert [(w.case, w.due.legal_due) for w in waiting] == [(case, due)]
    with clock.at(scene.moment(due.isoformat())):
        assert queries.due(at["han"])[0].left == 0 and queries.late(at["han"]) == []
    following = date.fromordinal(due.toordinal() + 1).isoformat()
    with clock.at(scene.moment(following)):
        assert queries.late(at["han"])[0].left == -1


def test_a_late_publication_is_recorded_as_late(at):
    publish(at, scene.decided(at), on="2026-10-20")
    assert PublicationAct.objects.get(kind="publish").is_late


def test_a_stranger_sees_no_draft_and_cannot_act(at):
    case = scene.decided(at)
    other = scene.bureau(2)
    with clock.at(scene.moment("2026-09-29")):
        made = drafting.draft(actor=at["han"], case=case)
        assert queries.due(other["han"]) == [] and not queries.visible_to(other["han"]).exists()
        with pytest.raises(Http404):
            queries.get(other["han"], made.pk)
        with pytest.raises(Http404):
            drafting.draft(actor=other["han"], case=case)
        for act in (
            lambda: releasing.check(actor=other["yang"], draft=made, passed=True),
            lambda: drafting.edit_mask(actor=other["han"], draft=made, words="演示", reason="试"),
        ):
            with pytest.raises(Refused, match="由其他机关公示"):
                act()
    assert not queries.visible_to(None).exists() and queries.due(None) == []


def test_only_posts_of_publication_act(at):
    case = scene.decided(at)
    with clock.at(scene.moment("2026-09-29")), pytest.raises(Refused):
        drafting.draft(actor=at["zhao"], case=case)
    assert Role.PUBLISHER not in at["zhao"].roles


def test_the_queue_takes_the_same_statements_however_many_wait(at):
    counts = []
    for n in (1, 3):
        for _ in range(n):
            scene.decided(at)
        with clock.at(scene.moment("2026-09-29")), CaptureQueriesContext(connection) as counted:
            queries.due(at["han"])
        counts.append(len(counted))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("kind", "stated", "waits"),
    [
        ("decision_revoked", {"known_on": "2026-11-02"}, True),
        ("reconsideration_decided", {"result": "changed", "received_on": "2026-11-02"}, True),
        ("suit_decided", {"result": "void", "received_on": "2026-11-02"}, True),
        ("suit_decided", {"result": "upheld", "received_on": "2026-11-02"}, False),
    ],
)
def test_the_notice_of_a_decision_that_fell_waits_to_be_withdrawn_for_three_working_days(at, kind, stated, waits):
    case = scene.decided(at)
    draft = publish(at, case)
    with clock.at(scene.moment("2026-11-04")):
        told = CaseEvent(case=case, kind=kind, at=scene.moment("2026-11-02"), recorded_at=clock.now(), stated=stated)
        CaseEvent.objects.bulk_create([told])
        found = queries.to_withdraw(at["han"])
        assert [(w.draft.pk, w.due.legal_due, w.left) for w in found] == (
            [(draft.pk, date(2026, 11, 5), 1)] if waits else []
        )
    with clock.at(scene.moment("2026-11-06")):
        assert [w.is_late for w in queries.to_withdraw(at["han"])] == ([True] if waits else [])
        if waits:
            releasing.withdraw(actor=at["han"], draft=draft, reason="该决定已被撤销", known_on=date(2026, 11, 2))
        assert queries.to_withdraw(at["han"]) == []
