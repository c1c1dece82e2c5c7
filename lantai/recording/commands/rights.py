"""Whose dossier it is."""

from __future__ import annotations

from lantai.law.people import Actor
from lantai.law.refusals import Refusal, Refused
from lantai.recording.models import Dossier


def _check_own(actor: Actor, dossier: Dossier) -> None:
    if actor.agency_id != dossier.agency_id:
        reason = f"这份案卷属于{dossier.agency.name}，其他机关的人员不能添加或者更正材料"
        raise Refused([Refusal("", (), reason, f"请由{dossier.agency.name}的执法人员办理")])
