"""How licences go: applied for, accepted or not, examined, tested, heard, decided, delivered, renewed, ended and filed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lantai.archive.commands import hand_in
from lantai.cases.commands.opening import open_case
from lantai.demo import hours
from lantai.demo.matters.licences import LICENCES, POWER, Licence
from lantai.demo.media import attach
from lantai.demo.scene import MARK, Course, Scene, review_at_the_desk
from lantai.law.people import Role

_OPINION = "申请材料齐全，场所、设备和管理制度符合法定条件、标准，建议准予许可。"


def _licence(scene: Scene) -> Licence:
    return LICENCES[scene.telling.seat.key]


def _number(scene: Scene) -> str:
    return f"{_licence(scene).letters}4304{scene.day:%Y%m}{scene.held.pk:06d}"


def _begin(scene: Scene, procedure: str, source: str, title: str, clue: str, stated: dict[str, Any]) -> None:
    first = "LI-1" if procedure == "licence.ordinary" else "LI-12-1"
    scene.case = open_case(
        actor=scene.officers[0],
        power=scene.team.powers[POWER],
        procedure=procedure,
        title=title[:200],
        source=source,
        clue=clue,
        party=scene.telling.party,
        flags={MARK: scene.mark},
        stated=scene._stated(procedure, first, "", stated),
        unit=scene.officers[0].unit,
    )


def applied(scene: Scene, *, kind: str = "new") -> Course:
    """The application is received at the window."""
    yield scene.start()
    licence, party = _licence(scene), scene.telling.party["name"]
    said: dict[str, Any] = {
        "application_kind": kind,
        "matter": licence.name,
        "materials": licence.materials,
        "received_on": scene.day.isoformat(),
    }
    if kind == "renewal":
        until = scene.day + timedelta(days=48)
        said |= {
            "valid_to": until.isoformat(),
            "lead_days": 30,
            "current_number": f"{licence.letters}4304000{scene.opens:%m%d}",
        }
    what = "延续" if kind == "renewal" else ""
    title = f"{party}申请{what}{licence.name}"
    clue = f"{party}申请{what}{licence.name}，地点为{scene.telling.place}，内容为：{licence.content}。"
    _begin(scene, "licence.ordinary", "application", title, clue, said)


def accepted(scene: Scene) -> Course:
    yield scene.later(0, 2)
    scene.step("LI-2", "accepted")


def supplemented(scene: Scene, *, still: bool = False) -> Course:
    """Told once what is missing; ``still`` while it is awaited."""
    yield scene.later(1, 2)
    missing = _licence(scene).materials.splitlines()[-1]
    scene.step("LI-2", "supplement", missing=f"{missing}（没有加盖申请人印章，请补充）")
    if still:
        return
    yield scene.later(2, 6)
    scene.event("materials_completed", note="补正材料已经收齐。")
    yield scene.later(0)
    scene.step("LI-2", "accepted", completed_on=scene.day.isoformat())


def silent(scene: Scene) -> Course:
    """Nothing was told within five days: it counts as accepted, and is examined."""
    yield scene.later(6, 7)
    scene.step("LI-3", "on_paper", opinion_text=_OPINION)


def acknowledged(scene: Scene) -> Course:
    """The notice of what silence had accepted, made late."""
    yield scene.later(0)
    scene.step("LI-2", "accepted")


def elsewhere(scene: Scene) -> Course:
    yield scene.later(0)
    scene.step(
        "LI-2",
        "not_competent",
        told_to="申请人住所地的县级行政主管部门",
        reasons="申请事项依法由县级行政主管部门受理。",
    )


def withdrawn(scene: Scene) -> Course:
    yield scene.later(2, 5)
    scene.step("LI-2-1", closed_ground="withdrawn", closed_reason="申请人因经营计划调整，书面撤回申请。")


def examined(scene: Scene, **found: Any) -> Course:
    """Two members of staff see for themselves."""
    yield scene.later(1, 3)
    scene.step(
        "LI-3",
        "verified",
        opinion_text=_OPINION,
        verified_place=scene.telling.place,
        verified_facts="现场布局、设备与申请材料一致，管理制度已经建立，人员配备符合要求。",
        **found,
    )


def tested(scene: Scene, *, still: bool = False) -> Course:
    """Testing, its time told in writing and not counted."""
    yield scene.later(0, 1)
    until = hours.after(scene.day, 8)
    scene.step(
        "LI-6",
        "testing",
        special_matter="场所、设备的检验、检测",
        special_body="衡阳市检验检测中心（演示）",
        needed_until=until.isoformat(),
        told_in_writing=True,
    )
    if still:
        return
    yield scene.later(5, 7)
    scene.step(
        "LI-6",
        "result",
        resumes_clock="testing",
        special_result="检验、检测结果符合技术标准。",
        standards="现行国家标准",
    )


def heard(scene: Scene) -> Course:
    """It concerns a neighbour: told, asked, heard in public, decided by the minutes."""
    yield from examined(scene, third_party=True, major_interest=True)
    yield scene.later(1)
    scene.step("LI-4", interested_party="相邻住户周某某", interest="拟设场所与其住宅相邻，担心噪声和油烟影响。")
    yield scene.later(1)
    scene.step(
        "LI-4-1",
        "made",
        applicant_words="已经安装隔声和净化设施。",
        interested_words="要求举行听证。",
        words_reply="依法告知听证权利。",
    )
    scene.step("LI-5-1", "right", hearing_matter="许可事项对相邻住户的影响", interested_party="相邻住户周某某")
    yield scene.later(2)
    scene.step("LI-5-2", "asked", asked_by="相邻住户周某某")
    yield scene.later(1)
    chair, on = scene.team.one(Role.REVIEWER), hours.after(scene.day, 9)
    scene.step(
        "LI-5-3",
        actor=chair,
        hearing_on=on.isoformat(),
        hearing_time="09:30",
        place="本机关二楼会议室",
        chair=chair.person_id,
    )
    yield scene.on(on)
    attach(scene, "LI-5", 0, True)
    scene.step(
        "LI-5",
        actor=chair,
        place="本机关二楼会议室",
        chair=chair.person_id,
        examiner_presented="核查记录证明隔声、净化设施已经安装并正常运行。",
        parties_presented="利害关系人查看整改照片后表示认可，没有新的证据。",
        av=True,
    )


def extended(scene: Scene) -> Course:
    """Lengthened by the head, with the reasons told."""
    yield scene.later(12, 13)
    scene.step(
        "LI-8-1", actor=scene.head, days=10, extension_reason="需要征求有关部门对场所条件的意见。", reasons_told=True
    )
    yield scene.later(3, 8)


def granted(scene: Scene) -> Course:
    yield scene.later(1, 3)
    licence, day = _licence(scene), scene.day
    until = {"valid_to": _years(day, licence.years)} if licence.years else {}
    scene.step(
        "LI-8",
        "granted",
        actor=scene.head,
        licence_name=licence.certificate,
        licence_class="ordinary",
        licence_content=licence.content,
        valid_from=day.isoformat(),
        head_opinion="同意。",
        **until,
    )


def _years(day: Any, years: int) -> str:
    return str((day.replace(year=day.year + years, day=min(day.day, 28)) - timedelta(days=1)).isoformat())


def denied(scene: Scene) -> Course:
    yield scene.later(1, 3)
    scene.step(
        "LI-8",
        "denied",
        actor=scene.head,
        denial_reasons="现场核查发现场所面积、设备与申请的范围不相适应，不符合法定条件。",
        remedies_told=True,
        head_opinion="同意。",
    )


def renewed(scene: Scene) -> Course:
    yield scene.later(1, 3)
    licence = _licence(scene)
    scene.step(
        "LI-11",
        "renewed",
        actor=scene.head,
        licence_content=licence.content,
        valid_from=(scene.day + timedelta(days=40)).isoformat(),
        valid_to=_years(scene.day + timedelta(days=40), licence.years or 3),
        head_opinion="同意延续。",
    )


def delivered(scene: Scene) -> Course:
    yield scene.later(1, 3)
    scene.step("LI-9", "certificate", certificate_number=_number(scene))


def told(scene: Scene) -> Course:
    """The refusal is served."""
    yield scene.later(1, 2)
    scene.step("LI-9", "decision_only")


def revoked(scene: Scene) -> Course:
    """A licence got by false papers: told, reviewed, revoked, served."""
    yield from _proposed(scene, "revoke", "fraud", "核查发现申请时提交的场地使用证明系伪造。")
    yield scene.later(2, 4)
    scene.step("LI-12-2", "none", told_reasons="申请时提交的场地使用证明系伪造，拟撤销该许可。")
    yield scene.later(5, 6)
    text = "事实清楚，证据充分，程序合法，同意撤销。"
    review_at_the_desk(scene.held, scene.officers[0], scene.team.one(Role.REVIEWER), text)
    yield from _over(scene, "revoked", "fraud", "以伪造的场地使用证明取得许可，属于以欺骗手段取得。")


def cancelled(scene: Scene) -> Course:
    """The holder has ceased to be."""
    yield from _proposed(scene, "cancel", "dissolved", "被许可人已经办理注销登记。")
    yield from _over(scene, "cancelled", "dissolved", "被许可人已经依法终止，应当注销许可。")


def _proposed(scene: Scene, kind: str, ground: str, reasons: str) -> Course:
    yield scene.start()
    licence, party = _licence(scene), scene.telling.party["name"]
    what = {"revoke": "撤销", "cancel": "注销"}[kind]
    said = {
        "end_kind": kind,
        "licence_name": licence.certificate,
        "current_number": f"{licence.letters}4304{scene.opens:%Y%m}000001",
        "proposed_ground": ground,
        "proposed_reasons": reasons,
    }
    _begin(scene, "licence.ending", "ex_officio", f"{what}{party}的{licence.name}", reasons, said)


def _over(scene: Scene, outcome: str, ground: str, reasons: str) -> Course:
    yield scene.later(1, 3)
    scene.step(
        "LI-12",
        outcome,
        actor=scene.head,
        ground=ground,
        end_reasons=reasons,
        ended_on=scene.day.isoformat(),
        head_opinion="同意。",
    )
    yield scene.later(1, 2)
    scene.step("LI-12-3", certificate_returned="许可证件已经收回。")


def filed(scene: Scene) -> Course:
    yield scene.later(2, 6)
    hand_in(actor=scene.officers[0], case=scene.held, note="卷内材料齐全，请接收。")
