"""撤回、撤销、注销 of a licence whose file is closed, LI-12 (ALL 8, 69, 70): proposed, told, reviewed, decided, served, shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lantai.law.procedure import Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import REVIEWERS, UNIT
from lantai.law.procedures.licence_ordinary.afterwards import END, FILE, PUBLISH
from lantai.law.statutes_in_force import ALL, SEED

_DECIDED = "LI-12"

LICENCE_ENDING = Procedure(
    code="licence.ending",
    label="行政许可的撤回、撤销、注销",
    version=1,
    in_force=date(2019, 4, 23),
    kind="许可",
    steps=(
        Step(
            "LI-12-1",
            "propose_ending",
            "提出撤回、撤销、注销",
            Stage.START,
            UNIT,
            (ALL[8, 2], ALL[69], ALL[70]),
            applies="licence_end_open",
            documents=("licence_ending_report",),
            gates=("G-02",),
            repeatable=True,
            note="依据利害关系人的请求或者依职权提出，写明许可证件、情形和证据。",
        ),
        Step(
            "LI-12-2",
            "hear_holder",
            "告知被许可人、听取意见",
            Stage.INVESTIGATE,
            UNIT,
            (ALL[7], ALL[36]),
            needs=("LI-12-1",),
            rests_on=("LI-12-1",),
            applies="licence_taken_away",
            outcomes=(Outcome("made", "提出意见"), Outcome("none", "没有意见")),
            documents=("licence_ending_notice",),
            gates=("G-02", "service"),
            note="拟撤回、撤销的，决定前告知被许可人理由和依据，听取陈述和申辩。",
        ),
        Step(
            "LR",
            "review_legality",
            "法制审核",
            Stage.DECIDE,
            REVIEWERS,
            (SEED.whole,),
            needs=("LI-12-2",),
            rests_on=("LI-12-2",),
            applies="licence_taken_away",
            outcomes=(Outcome("agree", "同意"), Outcome("correct", "建议纠正", unfinished=True)),
            documents=("licence_review_opinion",),
            gates=("G-02", "licence_reviewer"),
            repeatable=True,
            note="拟撤回、撤销的，在决定前由未承办的人员进行法制审核。",
        ),
        replace(
            END,
            stage=Stage.DECIDE,
            needs=("LI-12-1", "LI-12-2"),
            applies="",
            gates=(*END.gates, "licence_end_proposed"),
        ),
        Step(
            "LI-12-3",
            "serve_ending",
            "送达决定书、收回证件",
            Stage.PERFORM,
            UNIT,
            (ALL[44], ALL[7]),
            needs=(_DECIDED,),
            rests_on=(_DECIDED,),
            documents=("service_receipt",),
            records=("决定书送达回证",),
            within=Term(10, _DECIDED, ALL[44], policy=True),
            gates=("G-02", "service"),
            repeatable=True,
            note="送达决定书，收回许可证件或者公告作废。",
        ),
        replace(
            PUBLISH,
            label="更新公示状态",
            needs=(_DECIDED,),
            rests_on=(_DECIDED,),
            applies="licence_ended",
            within=Term(7, _DECIDED, SEED.whole, Unit.WORKING_DAYS, policy=True),
            note="许可被撤回、撤销、注销的，七个工作日内更新公示的状态。",
        ),
        replace(
            FILE,
            needs=(_DECIDED, "LI-12-3", "LI-10"),
            within=replace(FILE.within, after="LI-12-3") if FILE.within else None,
            gates=("G-02",),
        ),
    ),
    milestones=(
        Milestone("提出", ("LI-12-1",)),
        Milestone("听取意见", ("LI-12-2",)),
        Milestone("审核", ("LR",)),
        Milestone("决定", (_DECIDED,)),
        Milestone("送达", ("LI-12-3",)),
        Milestone("公示", ("LI-10",)),
        Milestone("归档", ("LI-16",)),
    ),
    note="撤回、撤销、注销是三种不同的结果；吊销许可证件属于行政处罚，依照行政处罚程序办理。",
)
