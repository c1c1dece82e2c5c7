"""Whatever a case is about, once it is over it comes to the archive and is kept as a volume with index and pages."""

from __future__ import annotations

import pytest

from lantai.archive import commands, queries
from lantai.archive.models import Volume
from lantai.cases.commands.steps import end_interval, start_interval
from lantai.cases.models import TakenStep
from lantai.documents import tasks as printing
from lantai.law.refusals import Refused
from lantai.ledger import clock
from lantai.rehearsal import inspecting
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import World
from tests.scenes import BEGAN, MARKET, Scene, built, moment, told

pytestmark = pytest.mark.django_db
PARTY = {"kind": "organisation", "name": "衡阳演示食品有限公司"}
INSPECTION = [
    {"at": "2026-03-02", "step": "IN-2", "with": {"inspection_source": "random"}},
    {"at": "2026-03-03", "step": "IN-5"},
    {"at": "2026-03-04", "step": "IN-6", "with": {"findings": [{"item": "食品保质期", "result": "passed"}]}},
    {"at": "2026-03-05", "step": "IN-7", "outcome": "none"},
    {"at": "2026-03-06", "step": "IN-8"},
]
FREEZING = [
    {
        "at": "2026-03-02",
        "step": "CM-1",
        "with": {"basis_level": "law", "amount": "800.00", "involved_amount": "800.00"},
    },
    {"at": "2026-03-02", "step": "CM-6", "with": {"amount": "800.00"}},
    {"at": "2026-03-03", "step": "CM-6-1"},
    {"at": "2026-03-20", "step": "CM-10", "with": {"release_ground": "decided"}},
]


def played(place: World, procedure: str, timeline: list[dict[str, object]]) -> Scene:
    story = read({"procedure": procedure, "party": PARTY, "facts": {}, "timeline": timeline}, "归档")
    if procedure == "inspection.ordinary":
        inspecting.publish(place, story)
    return Scene(place, told(place, story))


def test_an_inspection_and_a_measure_of_its_own_are_filed_as_volumes_when_they_are_over():
    place = built(MARKET, BEGAN)
    visit, freezing = played(place, "inspection.ordinary", INSPECTION), played(place, "coercion.freezing", FREEZING)
    printing.render_waiting(120)
    with clock.at(moment("2026-03-24")):
        officer, archivist = visit.actor("officer"), visit.actor("archivist")
        assert {c.pk for c in queries.ready(officer)} == {visit.case.pk, freezing.case.pk}
        span = start_interval(actor=officer, case=visit.case, kind="testing", start=moment("2026-03-04").date())
        with pytest.raises(Refused) as refused:  # what closing would ask is asked before the file is handed in
            commands.hand_in(actor=officer, case=visit.case)
        assert [r.gate for r in refused.value.refusals] == ["G-16"]
        end_interval(actor=officer, interval=span, end=moment("2026-03-09").date())
        for case in (visit.case, freezing.case):
            held = commands.hand_in(actor=officer, case=case)
            assert not [m for m in held.missing if m["kind"] != "record"], held.missing
            commands.accept(actor=archivist, hand_in=held, explanation="纸质记录齐全。")
        assert not queries.ready(officer).exists()
    for case, title, day in ((visit.case, "行政检查通知书", "2026-03-24"), (freezing.case, "冻结决定书", "2026-03-20")):
        volume = Volume.objects.get(case=case)
        assert case.dossier.sealed_at and case.closed_on.isoformat() == day
        assert volume.pages > 0 and title in volume.items.values_list("title", flat=True)
    filed = TakenStep.objects.get(case=visit.case, step="IN-9")
    assert filed.stated["pages"] == Volume.objects.get(case=visit.case).pages
    assert Volume.objects.get(case=visit.case).retention == "10年" and visit.case.standing == ""
