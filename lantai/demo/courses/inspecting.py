"""How inspections go: planned, approved or not, carried out, told, corrected, handed over, published and filed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lantai.cases.commands.inspecting import hand_over
from lantai.cases.commands.opening import open_case
from lantai.demo.courses.performing import handed_in
from lantai.demo.media import attach
from lantai.demo.scene import MARK, Course, Scene
from lantai.law.inspections import ORDINARY
from lantai.law.people import Role

MATTER = "JC-001"
"""Code of the matter of inspection that every agency of the demonstration has published."""

PASSED = [{"item": "主体资格和证照", "result": "passed"}, {"item": "现场管理", "result": "passed"}]


def registered(scene: Scene, source: str) -> None:
    """The first step; the party is that of the telling."""
    power, telling = scene.team.powers[MATTER], scene.telling
    scene.case = open_case(
        actor=scene.officers[0],
        power=power,
        procedure=ORDINARY,
        title=f"对{telling.party['name']}的{power.name.removeprefix('对')}"[:200],
        source=source,
        clue="按照年度检查计划实施检查。" if source == "plan" else "按照检查方案实施检查。",
        party=telling.party,
        flags={MARK: scene.mark},
        stated={},
        officers=[scene.officers[1].person_id],
        unit=scene.officers[0].unit,
    )


def _plan(scene: Scene, source: str, outcome: str = "planned") -> None:
    said: dict[str, Any] = {"emergency_reason": "举报称现场存在即时的安全风险。"} if outcome == "emergency" else {}
    scene.step(
        "IN-2",
        outcome,
        inspection_kind="single" if source in ("complaint", "monitoring") else "daily",
        inspection_source=source,
        content=f"主体资格和证照\n现场管理\n{scene.telling.matter.duty}",
        plan="两名执法人员到场查看并查阅材料，预计一小时；需要核对实物，不能以书面方式代替。",
        officers=[a.person_id for a in scene.officers],
        **said,
    )


def planned(scene: Scene, *, source: str = "plan") -> Course:
    """Registered and planned: the head has to approve."""
    yield scene.start()
    registered(scene, source)
    yield scene.later(0)
    _plan(scene, source)


def refused(scene: Scene) -> Course:
    """The head does not approve."""
    yield scene.later(1)
    scene.step("IN-3", "refused", actor=scene.head, head_opinion="可以书面核查，不同意入企检查。")
    yield from handed_in(scene)


def entered(scene: Scene) -> Course:
    """Approved, notified and entered."""
    yield scene.later(1)
    scene.step("IN-3", "approved", actor=scene.head, head_opinion="同意检查。")
    yield scene.later(1, 3)
    scene.step("IN-4", delivered_how="on_site", notice_receiver=scene.telling.who)
    yield scene.later(0)
    scene.step("IN-5", **_arrival(scene))


def _arrival(scene: Scene) -> dict[str, Any]:
    return {"place": scene.telling.place, "scan_code": f"HY{scene.day:%Y%m%d}-{scene.random.randint(1, 9999):04d}"}


def emergency(scene: Scene) -> Course:
    """No time to ask before; the approval is made up on the next day."""
    yield scene.start()
    registered(scene, "complaint")
    yield scene.later(0)
    _plan(scene, "complaint", "emergency")
    yield scene.later(0)
    scene.step("IN-4", delivered_how="on_site", notice_receiver=scene.telling.who)
    yield scene.later(0)
    scene.step("IN-5", **_arrival(scene))


def made_up(scene: Scene) -> Course:
    yield scene.later(1)
    scene.step("IN-5-1", "approved", actor=scene.head, head_opinion="情况属实，同意补办。")


def recorded(scene: Scene, *, failed: bool = False, pictures: int = 0) -> Course:
    """The record, item by item."""
    yield scene.later(0)
    telling = scene.telling
    found = telling.fill(telling.matter.found, scene.day)
    rows = [*PASSED, {"item": telling.matter.duty[:60], "result": "failed" if failed else "passed", "note": ""}]
    if failed:
        rows[-1]["note"] = f"涉嫌{telling.matter.act}"
    scene.step(
        "IN-6",
        findings=rows,
        found=found if failed else "证照齐全，现场管理规范，抽查的项目均符合要求。",
        party_words="对检查情况没有异议。",
        signed=True,
    )
    attach(scene, "IN-6", pictures, False)


def told(scene: Scene, outcome: str) -> Course:
    """The result, with the order to correct or the suspicion where there is one."""
    yield scene.later(1, 4)
    telling = scene.telling
    problem = f"涉嫌{telling.matter.act}"
    said: dict[str, Any] = {
        "summary": "共检查3项，没有发现问题。" if outcome == "none" else "共检查3项，1项不符合要求。"
    }
    if outcome != "none":
        said |= {"problems": problem, "violated": telling.violated}
    if outcome == "correct":
        said |= {"correction": telling.matter.correction, "correct_by": (scene.day + timedelta(days=14)).isoformat()}
    scene.step("IN-7", outcome, told_to=telling.who, **said)


def corrected(scene: Scene) -> Course:
    yield scene.later(8, 12)
    scene.step("IN-7-1", "corrected", checked_how="paper", checked="提交的照片和记录表明已经改正，不再入企复查。")


def handed_over(scene: Scene) -> Course:
    """Into a penalty case under the matter of the telling."""
    yield scene.later(1, 3)
    power = scene.team.powers[f"CF-{scene.telling.matter.key}"]
    hand_over(actor=scene.officers[0], case=scene.held, power=power)


def filed(scene: Scene) -> Course:
    """Published and handed to the archive."""
    yield scene.later(1, 6)
    scene.step("IN-8", "published", actor=scene.team.one(Role.PUBLISHER))
    yield from handed_in(scene)
