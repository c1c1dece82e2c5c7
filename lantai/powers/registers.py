"""The three registers that workbooks fill, each with its template, its trial and the command that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lantai.agencies import commands as agency_commands
from lantai.agencies import queries as agencies
from lantai.agencies.models import ImportRun
from lantai.law.people import Actor
from lantai.personnel import queries as personnel
from lantai.personnel.commands import imports as officers
from lantai.powers import queries as powers
from lantai.powers.commands import imports
from lantai.web.workbook.plan import Trial


@dataclass(frozen=True)
class Register:
    """A register: what it is called, what stands in its workbook, and the four doors to it."""

    kind: str
    label: str
    holds: str
    template: Callable[[Actor | None], bytes]
    trial: Callable[[Actor | None, str], Trial]
    confirm: Callable[..., ImportRun]


REGISTERS: dict[str, Register] = {
    r.kind: r
    for r in (
        Register(
            "agencies",
            "执法主体",
            "行政机关、法律法规授权组织、受委托组织",
            agencies.template,
            agencies.trial,
            agency_commands.confirm_agencies,
        ),
        Register(
            "officers",
            "执法人员",
            "人员、执法证、账号和岗位",
            personnel.template,
            personnel.trial,
            officers.confirm_officers,
        ),
        Register(
            "powers", "权责事项", "事项、法律依据、裁量基准", powers.template, powers.trial, imports.confirm_powers
        ),
    )
}
