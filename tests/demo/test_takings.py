"""征收、征用 of the demonstration stand in every stage, and nothing of their courses is refused."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time

import pytest

from lantai.cases.models import Case
from lantai.demo import making, takings
from lantai.law.periods import BEIJING
from lantai.ledger import clock

TODAY = date(2026, 10, 14)


@pytest.fixture
def city(db, tmp_path, settings):
    settings.LANTAI_DEMO = True
    settings.DATA = tmp_path
    making.folder().mkdir(parents=True, exist_ok=True)
    with clock.at(datetime.combine(TODAY, time(16), BEIJING)):
        making.make_registers(TODAY, lambda line: None)
        yield


def test_forty_cases_in_all_stages_without_a_refusal(city):
    refused = [line for seat in takings.lacking(TODAY) for line in takings.make(seat, TODAY)]
    assert refused == []
    assert takings.missing(TODAY) == takings.lacking(TODAY) == []
    cases = Case.objects.filter(kind="征收征用")
    assert cases.count() >= 40
    by = Counter(cases.values_list("procedure", "standing"))
    for procedure in ("levy.fee", "requisition.emergency", "expropriation.housing", "expropriation.land"):
        assert len([1 for (code, _) in by if code == procedure]) >= 3, by
