"""A furnished world for the pages: cases in every state that has a page of its own."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from django.utils import timezone
from PIL import Image

from lantai.accounts.commands import deactivate, issue_link
from lantai.archive import commands as archive
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.steps import start_interval
from lantai.cases.models import Case
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.commands.registers import publish_agency, publish_procedures
from lantai.disclosure.models import PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.law import review as rules
from lantai.law import statements
from lantai.law.people import Actor, Role
from lantai.law.refusals import Refused
from lantai.law.statute_text import parse
from lantai.ledger import clock, store
from lantai.ledger.commands import ask_verification
from lantai.personnel import queries as personnel
from lantai.personnel.commands.certificates import suspend
from lantai.personnel.commands.people import register_person
from lantai.personnel.commands.posts import appoint
from lantai.portal.commands.laws import put_statute
from lantai.powers.commands import figures
from lantai.powers.commands.drawing import draw_at_random, publish_random_plan
from lantai.powers.commands.inspecting import set_inspection_cap
from lantai.recording.commands import filing, keeping
from lantai.rehearsal import inspecting
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import read
from lantai.rehearsal.wording import lawful
from lantai.rehearsal.world import APPOINTER, REGISTRAR, World, credit_code
from lantai.review import commands as review
from lantai.statistics.commands import freeze

STORIES: tuple[tuple[str, str, int, dict[str, Any]], ...] = (
    ("未履行进货查验义务案", "PG-15", 22, {"fine": 8000}),
    ("销售超过保质期食品案", "PG-10", 20, {"fine": 150000}),
    ("虚假宣传案", "PG-3", 24, {}),
    ("无证经营案", "PG-8", 24, {}),
    ("计量器具不合格案", "PG-15", 22, {"fine": 8000}),
    ("标签不符合规定案", "PG-15", 22, {"fine": 8000}),
    ("价格标示不规范案", "PG-15", 22, {"fine": 8000}),
    ("未亮照经营案", "PG-21", 26, {}),
    ("虚假广告案", "PG-21", 26, {}),
)
FAILED = [
    {"item": "食品保质期", "result": "failed", "note": "苏打饼干12袋超过保质期"},
    {"item": "进货记录", "result": "passed"},
]
OTHERS = {
    Role.STATISTICIAN: "佟敏",
    Role.SYSTEM_ADMIN: "何志远",
    Role.SECURITY_ADMIN: "谢婉",
    Role.AUDIT_ADMIN: "罗成",
}
STATUTE = """# 中华人民共和国行政处罚法

1996年3月17日通过

<!-- INFO END -->

## 第一章 总则

第一条 演示条文。

第五十八条 演示条文，有下列情形之一的，应当进行法制审核：

（一）涉及重大公共利益的；

（二）经过听证程序的。
"""


def played(world: World, title: str, step: str, days: int, said: dict[str, Any]) -> Case:
    """A case brought to a step; it began ``days`` ago and came there lawfully."""
    today = timezone.localdate()
    rows: list[dict[str, Any]] = [{"at": (today - timedelta(days=days)).isoformat(), "step": "PG-1"}]
    if step != "PG-1":
        rows.append({"at": (today - timedelta(days=1)).isoformat(), "step": step, "with": said})
    story = read({"scenario": "page", "title": title, "procedure": "penalty.ordinary", "timeline": rows}, "page")
    player = Player(world, story)
    for n, row in enumerate(story.timeline):
        told = player.play(row, story.timeline[n + 1 :])
        assert told.allowed, told.sentences
    assert player.case is not None
    return player.case


def furnish(world: World) -> list[str]:
    """Cases, drafts, reviews, volumes and registers in every state that has a page; addresses to which no link leads."""
    _appoint_the_others(world)
    public, told, filed, reported, drafted, checked, gone, closed, filed_away = [played(world, *s) for s in STORIES]
    _disclose(world, public, drafted, checked, gone)
    _review(world, reported)
    _archive(world, closed, filed_away)
    link = _administrate(world)
    _keep(world, told)
    _attempt_in_vain(world, public)
    suspected, faulty = _inspect(world)
    power = world.powers["处罚"].pk
    paper = IssuedDocument.objects.get(dossier_id=filed_away.dossier_id, kind="penalty_decision")
    return [
        f"/desk/cases/new/form/?power={power}&procedure=penalty.ordinary",
        f"/desk/cases/{filed.pk}/steps/PG-4/?outcome=interview",
        f"/desk/cases/{told.pk}/steps/PG-11/?outcome=made",
        f"/desk/cases/{told.pk}/events/waiver/",
        f"/desk/cases/{told.pk}/handlers/",
        f"/desk/cases/{suspected.pk}/hand-over/",
        f"/desk/cases/{faulty.pk}/",
        f"/desk/cases/{told.pk}/intervals/{told.intervals.get().pk}/",
        f"/desk/documents/of/cases.case:{told.pk}/",
        f"/desk/review/submit/{told.pk}/",
        f"/desk/archive/hand-in/{public.pk}/",
        f"/desk/disclosure/{PublicationDraft.objects.get(case=public).pk}/done/",
        *_people_in_every_state(world),
        f"/c/{paper.check_code}/",
        f"/setup/{link}/",
        "/account/password/",
        "/laws/行政处罚法/58/",
        "/components/",
        "/decisions/?q=没有这样的决定",
        "/no-such-page/",
    ]


def _acting(world: World, word: str) -> Actor:
    return personnel.actor_of(world.people[word])


def _appoint_the_others(world: World) -> None:
    """The posts that a story does not need: statistician and the three administrators."""
    with clock.at(timezone.now() - timedelta(days=28)):
        for role, name in OTHERS.items():
            person = register_person(
                actor=REGISTRAR, agency=world.justice, name=name, unit="信息中心", username=role.value.replace("_", "-")
            )
            appoint(actor=APPOINTER, person=person, role=role)
            world.people[role.value] = person


def _people_in_every_state(world: World) -> list[str]:
    """Somebody without an account, somebody whose account is stopped, certificates in force and suspended."""
    system = _acting(world, "system_admin")
    nobody = register_person(actor=REGISTRAR, agency=world.agency, name="尹新", unit="办公室")
    stopped = world.people["staff"]
    deactivate(actor=system, account=stopped.account, reason="长期借调")
    suspended = world.people["officer_4"].certificates.get()
    suspend(actor=system, certificate=suspended, from_on=timezone.localdate(), reason="逾期未参加年度培训")
    valid = world.people["officer_3"].certificates.get()
    return [
        f"/desk/admin/people/{nobody.pk}/account/",
        f"/desk/admin/people/{stopped.pk}/account/reactivate/",
        f"/desk/admin/people/{valid.person_id}/account/deactivate/",
        f"/desk/admin/people/{valid.person_id}/posts/{valid.person.posts.get().pk}/dismiss/",
        f"/desk/admin/people/certificates/{valid.pk}/suspend/",
        f"/desk/admin/people/certificates/{suspended.pk}/reinstate/",
    ]


def _disclose(world: World, public: Case, drafted: Case, checked: Case, gone: Case) -> None:
    publisher, checker = _acting(world, "publisher"), _acting(world, "checker")
    publish_agency(actor=publisher, agency=world.agency)
    publish_procedures(actor=_acting(world, "supervisor"))
    drafting.draft(actor=publisher, case=drafted)
    drafts = {}
    for case in (public, checked, gone):
        drafts[case.pk] = draft = drafting.draft(actor=publisher, case=case)
        releasing.check(actor=checker, draft=draft, passed=True, opinion="隐去内容准确。")
        draft.refresh_from_db()
        if case is not checked:
            releasing.publish(actor=publisher, draft=draft)
            draft.refresh_from_db()
    releasing.withdraw(
        actor=publisher, draft=drafts[gone.pk], reason="行政复议机关决定撤销该决定", known_on=timezone.localdate()
    )
    put_statute(actor=None, text=parse(STATUTE, "中华人民共和国行政处罚法(2021-01-22).md"))


def _review(world: World, case: Case) -> None:
    """One review answered with a correction and disagreed with, of a draft that waits."""
    officer, reviewer = _acting(world, "officer"), _acting(world, "reviewer")
    fields = lawful(
        statements.draft_words("penalty"),
        {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"},
        timezone.now(),
        {w: world.people[w].pk for w in ("officer", "officer_2")},
    )
    save_draft(actor=officer, case=case, outcome="penalty", fields=fields)
    held = review.accept(actor=reviewer, review=review.submit(actor=officer, case=case, letter="请予审核。"))
    given = {a.code: {"verdict": "ok", "note": ""} for a in rules.ASPECTS}
    given["law"] = {"verdict": "defect", "note": "裁量说理不足。"}
    review.give_opinion(
        actor=reviewer,
        review=held,
        aspects=given,
        opinion="correct",
        opinion_text="建议纠正。",
        problems="补充裁量理由。",
    )
    held.refresh_from_db()
    review.disagree(actor=officer, review=held, reply="裁量理由已经写明。")


def _archive(world: World, closed: Case, filed: Case) -> None:
    for case in (closed, filed):
        made = archive.hand_in(actor=_acting(world, "officer"), case=case, note="")
    for document in IssuedDocument.objects.filter(dossier_id=filed.dossier_id):
        render_document.enqueue(document.pk)
    archive.accept(actor=_acting(world, "archivist"), hand_in=made)


def _administrate(world: World) -> str:
    """What administrators keep: adopted figures, a report, a verification, an account to be set up."""
    system, security = _acting(world, "system_admin"), _acting(world, "security_admin")
    said = {"source": "演示依据", "from_on": timezone.localdate()}
    figures.set_hearing_threshold(
        actor=system, person_yuan=10_000, organisation_yuan=100_000, agency=world.agency, **said
    )
    figures.add_catalogue_row(actor=system, word="reduced", agency=world.agency, **said)
    freeze(actor=_acting(world, "statistician"), agency=world.justice, year=timezone.localdate().year - 1)
    ask_verification(actor=_acting(world, "audit_admin"))
    account = world.people["auxiliary"].account
    assert account is not None
    return str(issue_link(actor=security, account=account))


def _keep(world: World, case: Case) -> None:
    """A photograph, a file of no known kind, a hold, and a span that is not counted."""
    officer = _acting(world, "officer")
    image = io.BytesIO()
    Image.new("RGB", (640, 480), (190, 205, 220)).save(image, "JPEG")
    for name, content in (("现场照片.jpg", image.getvalue()), ("不明文件.bin", b"\x00\x01\x02")):
        filing.add_evidence(
            actor=officer,
            dossier=case.dossier,
            kind="documentary",
            name=name,
            file=store.put_bytes(content),
            file_name=name,
            made_at=timezone.now() - timedelta(hours=1),
            collected_by=[world.people["officer"], world.people["officer_2"]],
        )
    keeping.place_hold(actor=_acting(world, "archivist"), dossier=case.dossier, reason="行政复议受理")
    start_interval(actor=officer, case=case, kind="testing", start=timezone.localdate())


def _inspect(world: World) -> tuple[Case, Case]:
    """Two inspections, one that led to a suspicion and one to an order; a cap; a plan that was drawn and one that was not."""
    today = timezone.localdate()
    made = []
    for outcome in ("penalty", "correct"):
        rows = [
            {"at": (today - timedelta(days=6)).isoformat(), "step": "IN-2", "with": {"inspection_source": "random"}},
            {"at": (today - timedelta(days=4)).isoformat(), "step": "IN-6", "with": {"findings": FAILED}},
            {"at": (today - timedelta(days=2)).isoformat(), "step": "IN-7", "outcome": outcome},
        ]
        story = read({"procedure": "inspection.ordinary", "title": "食品经营双随机抽查", "timeline": rows}, "page")
        inspecting.publish(world, story)
        player = Player(world, story)
        for n, row in enumerate(story.timeline):
            told = player.play(row, story.timeline[n + 1 :])
            assert told.allowed, told.sentences
        assert player.case is not None
        made.append(player.case)
    set_inspection_cap(actor=_acting(world, "system_admin"), times=3, source="演示公告", from_on=today)
    head = _acting(world, "section_head")
    for title in ("第一次抽查", "第二次抽查"):
        plan = publish_random_plan(
            actor=head,
            power=world.power_for("检查"),
            title=f"{today.year}年{title}",
            objects=[
                {"name": f"衡阳演示{n}号商贸有限公司", "code": credit_code("91", n), "risk": "B"} for n in range(1, 9)
            ],
            officers=[world.people[w].pk for w in ("officer", "officer_2", "officer_3")],
            objects_to_draw=2,
            beacon="双色球开奖号码",
        )
        if title == "第一次抽查":
            draw_at_random(actor=head, plan=plan, public_number="03 11 17 22 28 30 + 09")
    return made[0], made[1]


def _attempt_in_vain(world: World, case: Case) -> None:
    try:
        drafting.draft(actor=_acting(world, "head"), case=case)
    except Refused:
        return
    raise AssertionError("the head has drafted a notice")
