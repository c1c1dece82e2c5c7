"""Filters of the supervisor's lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from lantai.law.gates import GATES
from lantai.supervision.queries import LEVELS, AgencyLamps


def _agency(value: str) -> int | None:
    return int(value) if value else None


class LampFilter(forms.Form):
    level = forms.ChoiceField(label="指示灯", required=False, choices=[("", "全部"), *LEVELS])
    agency = forms.TypedChoiceField(label="机关", required=False, coerce=_agency, empty_value=None)

    def __init__(self, data: Mapping[str, Any], *, agencies: Sequence[AgencyLamps]) -> None:
        super().__init__(data)
        self.fields["agency"].choices = [("", "全部"), *((str(a.agency_id), a.name) for a in agencies)]  # type: ignore[attr-defined]


class AttemptFilter(forms.Form):
    gate = forms.ChoiceField(
        label="关口",
        required=False,
        choices=[("", "全部"), *((g.id, f"{g.id}　{g.label}") for g in GATES.values() if g.id.startswith("G-"))],
    )
