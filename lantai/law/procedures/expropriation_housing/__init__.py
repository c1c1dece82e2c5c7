"""国有土地上房屋征收, EX-1 to EX-16 (EXPR 8 to 29; ACL 53, 54 for the court). One case is one project.

The government of the city or county decides; its department for expropriation prepares and carries out. The steps of a
household (EX-7, EX-13, EX-8, EX-8-3, EX-9, EX-10) are taken once for each and name it (``household``); named nowhere,
it is the party of the case. Ids are those of the law reference; EX-4-1 to EX-4-4 are the parts of EX-4 and the legal
review, EX-8-1 to EX-8-3 those of EX-8, EX-15 and EX-16 close and file.

What the steps state stands in ``statements.expropriating``. Events: none.
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Milestone, Procedure
from lantai.law.procedures.expropriation_housing.compensate import CLOSE, COMPENSATE
from lantai.law.procedures.expropriation_housing.decide import DECIDE
from lantai.law.procedures.expropriation_housing.prepare import PREPARE

EXPROPRIATION_HOUSING = Procedure(
    code="expropriation.housing",
    label="国有土地上房屋征收",
    version=1,
    in_force=date(2012, 1, 1),
    kind="征收征用",
    steps=(*PREPARE, *DECIDE, *COMPENSATE, *CLOSE),
    milestones=(
        Milestone("方案、征求意见", ("EX-1", "EX-2", "EX-3", "EX-3-1")),
        Milestone("认定、评估风险、资金", ("EX-12", "EX-4", "EX-4-1")),
        Milestone("审核、决定", ("EX-4-3", "EX-4-4", "EX-5")),
        Milestone("调查、评估、选择", ("EX-6", "EX-7", "EX-13")),
        Milestone("补偿、搬迁", ("EX-8", "EX-8-3", "EX-9")),
        Milestone("结案归档", ("EX-11", "EX-15", "EX-16")),
    ),
    note="市、县级人民政府为公共利益的需要征收国有土地上的房屋，先补偿、后搬迁，不得由行政机关强制拆除。",
)
