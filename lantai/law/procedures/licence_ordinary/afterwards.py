"""决定之后: certificate, publication, supervision, withdrawal, revocation, cancellation, filing (LI-9, LI-10, LI-12, LI-13)."""

from __future__ import annotations

from lantai.law.procedure import Outcome, Stage, Step, Term, Unit
from lantai.law.procedures.desks import ARCHIVISTS, HEADS, PUBLISHERS, UNIT
from lantai.law.statutes_in_force import ALL, ARCH, SEED

CERTIFY = Step(
    "LI-9",
    "deliver_licence",
    "颁发、送达许可证件",
    Stage.PERFORM,
    UNIT,
    (ALL[44], ALL[39]),
    needs=("LI-8|LI-11",),
    rests_on=("LI-8", "LI-11"),
    applies="licence_decided",
    outcomes=(
        Outcome("certificate", "颁发、送达许可证件", documents=("licence_certificate",)),
        Outcome("decision_only", "送达决定书，不颁发证件"),
    ),
    documents=("service_receipt",),
    records=("决定书、许可证件送达回证",),
    within=Term(10, "LI-8|LI-11", ALL[44]),
    gates=("G-02", "service", "certificate"),
    repeatable=True,
    note="自作出决定之日起十日内颁发、送达加盖印章的许可证件。",
)
PUBLISH = Step(
    "LI-10",
    "publish",
    "公示",
    Stage.PERFORM,
    PUBLISHERS,
    (ALL[40], SEED.whole),
    needs=("LI-8|LI-11",),
    rests_on=("LI-8", "LI-11"),
    applies="licence_published",
    outcomes=(Outcome("published", "已公示"), Outcome("withheld", "依法不予公示", untimed=True)),
    within=Term(7, "LI-8|LI-11", SEED.whole, Unit.WORKING_DAYS),
    gates=("G-02", "G-15"),
    repeatable=True,
    note="准予许可的决定自作出之日起七个工作日内公开，公众有权查阅；涉及国家秘密、商业秘密、个人隐私的除外。",
)
END = Step(
    "LI-12",
    "end_licence",
    "撤回、撤销、注销",
    Stage.PERFORM,
    HEADS,
    (ALL[8, 2], ALL[69], ALL[70]),
    needs=("LI-9",),
    applies="licence_standing",
    outcomes=(
        Outcome("withdrawn", "撤回", documents=("licence_approval", "licence_withdrawal")),
        Outcome("revoked", "撤销", documents=("licence_approval", "licence_revocation")),
        Outcome("not_revoked", "不予撤销", documents=("licence_approval", "licence_kept")),
        Outcome("cancelled", "注销", documents=("licence_approval", "licence_cancellation")),
    ),
    gates=("G-02", "licence_end", "licence_end_review"),
    note="为公共利益撤回的依法补偿；撤销可能对公共利益造成重大损害的不予撤销；欺骗、贿赂取得的应当撤销；吊销属行政处罚。",
)
FILE = Step(
    "LI-16",
    "file_dossier",
    "归档",
    Stage.CLOSE,
    (*ARCHIVISTS, *UNIT),
    (ARCH[14], SEED.whole),
    needs=(
        "LI-8|LI-11|LI-2:not_needed|LI-2:not_competent|LI-2:false_material|LI-2-1",
        "LI-9",
        "LI-10",
    ),
    records=("卷内文件目录", "备考表"),
    within=Term(
        30,
        "LI-9|LI-2:not_needed|LI-2:not_competent|LI-2:false_material|LI-2-1",
        ARCH[14],
        Unit.CALENDAR_DAYS,
        policy=True,
    ),
    gates=("G-02", "licence_over"),
    ends=True,
    note="一案一卷，申请材料、文书和送达证明齐全，按照顺序立卷归档。",
)

AFTERWARDS = (
    CERTIFY,
    PUBLISH,
    Step(
        "LI-13",
        "supervise",
        "监督检查记录",
        Stage.PERFORM,
        UNIT,
        (ALL[61], ALL[62], ALL[63]),
        needs=("LI-9",),
        applies="licence_standing",
        documents=("licence_supervision_record",),
        gates=("G-02", "licence_supervision"),
        repeatable=True,
        note="监督检查的情况和处理结果由检查人员签字归档，公众有权查阅；不得妨碍正常经营，不得谋取利益。",
    ),
    END,
    FILE,
)
