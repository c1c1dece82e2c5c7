"""How cases begin: the clue and the investigation; the summary procedure, which begins and ends on the spot."""

from __future__ import annotations

from typing import Any

from lantai.demo.media import attach
from lantai.demo.scene import Course, Scene


def noticed(scene: Scene) -> Course:
    """A clue was registered, and nothing more."""
    yield scene.start()
    scene.open("penalty.ordinary")


def begun(scene: Scene, *, parts: int) -> Course:
    """The first acts of an investigation."""
    course = investigated(scene)
    moment = next(course)
    for _ in range(parts):
        yield moment
        moment = next(course)


def investigated(scene: Scene, *, pictures: int = 0, video: bool = False) -> Course:
    """From the clue to the report of the investigation, with the draft."""
    telling = scene.telling
    yield scene.start()
    scene.open("penalty.ordinary")
    yield scene.later(1, 4)
    seen = telling.fill(telling.matter.found, scene.day)
    scene.step("PG-2", "file", verification=f"经现场核查，{seen}有证据初步证明存在违法行为，属于本机关管辖，建议立案。")
    yield scene.later(0, 2)
    scene.step(
        "PG-3",
        "filed",
        actor=scene.head,
        officers=[a.person_id for a in scene.officers],
        act_ended_on=scene.opens.isoformat(),
        head_opinion="同意立案，由承办人依法全面调查。",
    )
    yield scene.later(1, 3)
    scene.step("PG-4", "site", found=seen, party_words="当事人对检查情况没有异议，表示立即整改。", av=True)
    attach(scene, "PG-4", pictures, video)
    telling.seen_on = scene.day
    yield scene.later(1, 4)
    scene.step(
        "PG-4",
        "interview",
        person_asked=telling.who,
        person_relation="当事人本人" if telling.party["kind"] == "person" else "经营者",
        questions=telling.questions(),
    )
    yield scene.later(2, 9)
    day = scene.day
    scene.draft()
    scene.step(
        "PG-8",
        investigation=f"{telling.clue(scene.opens)}经批准立案后，执法人员进行了现场检查，询问了{telling.who}，收集了{telling.matter.papers}。调查期间没有采取行政强制措施。",
        facts=telling.facts(day),
        nature=f"{telling.matter.act}，违反了{telling.violated}。",
        proposal=f"依照{telling.penalty}，建议适用“{telling.tier}”档次处理。"
        if telling.outcome == "penalty"
        else "建议不予行政处罚或者移送有权机关处理。",
        discretion=telling.discretion_reason(),
    )


def spot(scene: Scene) -> Course:
    """The summary procedure: all on the spot, reported within days."""
    telling = scene.telling
    fine: dict[str, Any] = {"fine": str(telling.fine)} if telling.fine else {}
    kinds = ["fine"] if telling.fine else ["warning"]
    yield scene.start()
    scene.open("penalty.summary")
    yield scene.later(0)
    scene.step("PS-2", facts=telling.facts(scene.day), evidence_summary="现场照片、现场笔录。", av=True)
    attach(scene, "PS-2", 1, False)
    yield scene.later(0)
    scene.step("PS-3", penalty_kinds=kinds, **fine, told=True, form="none", av=True)
    yield scene.later(0)
    scene.step(
        "PS-4",
        penalty_kinds=kinds,
        **fine,
        place=telling.place,
        mode="SV-8",
        served_on=scene.day.isoformat(),
        proofs=["receipt"],
        av=True,
    )
    yield scene.later(1, 3)
    scene.step("PS-6", reported_on=scene.day.isoformat())


def spot_closed(scene: Scene) -> Course:
    """The fine is paid at the bank, and the summary case closed."""
    fine = scene.telling.fine
    yield scene.later(1, 3)
    if fine:
        receipt = f"湘财演示{scene.held.pk:06d}01"
        day = scene.day.isoformat()
        scene.event("payment", kind="fine", amount=str(fine), paid_on=day, receipt_no=receipt, channel="bank")
    scene.step("PS-7", execution_result="当事人已经缴纳罚款并当场改正。" if fine else "当事人已经改正。")
