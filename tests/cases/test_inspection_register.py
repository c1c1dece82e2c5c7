"""检查事项 and 频次上限 as dated rows: who publishes, what ends what, what an agency is asked."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.powers import queries
from lantai.powers.commands.inspecting import publish_matter, set_inspection_cap, withdraw_matter
from lantai.rehearsal.world import REGISTRAR
from tests.scenes import MARKET, built

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return built(MARKET, date(2026, 1, 10))


def test_a_matter_is_published_withdrawn_and_published_again(world):
    power = world.power_for("检查")
    assert queries.inspection_facts(power, date(2026, 3, 1)).matter_from is None
    first = publish_matter(actor=REGISTRAR, power=power, source="清单〔2026〕1号", from_on=date(2026, 2, 1))
    assert queries.inspection_facts(power, date(2026, 1, 31)).matter_from == date(2026, 2, 1)
    with pytest.raises(Conflict):
        publish_matter(actor=REGISTRAR, power=power, source="再次", from_on=date(2026, 3, 1))
    withdraw_matter(actor=REGISTRAR, matter=first, to_on=date(2026, 3, 31))
    with pytest.raises(Malformed, match="停止公布之后"):
        publish_matter(actor=REGISTRAR, power=power, source="再次", from_on=date(2026, 3, 31))
    publish_matter(actor=REGISTRAR, power=power, source="清单〔2026〕2号", from_on=date(2026, 5, 1))
    assert queries.inspection_facts(power, date(2026, 4, 15)).matter_to == date(2026, 3, 31)
    assert queries.inspection_facts(power, date(2026, 5, 2)).matter_source == "清单〔2026〕2号"


def test_only_inspections_are_matters_of_inspection(world):
    with pytest.raises(Refused, match="不是行政检查事项"):
        publish_matter(actor=REGISTRAR, power=world.power_for("处罚"), source="清单", from_on=date(2026, 2, 1))


def test_the_cap_of_the_agency_prevails_and_its_exceptions_are_data(world):
    power, day = world.power_for("检查"), date(2026, 6, 1)
    set_inspection_cap(actor=REGISTRAR, times=4, source="市公告", from_on=date(2026, 1, 1))
    assert queries.inspection_facts(power, day).cap == 4
    set_inspection_cap(
        actor=REGISTRAR, agency=world.agency, times=2, source="局公告", from_on=date(2026, 2, 1), beyond=["complaint"]
    )
    known = queries.inspection_facts(power, day)
    assert (known.cap, known.cap_source, known.beyond) == (2, "局公告", frozenset({"complaint"}))
    assert queries.inspection_facts(power, date(2026, 1, 15)).cap == 4


def test_a_cap_of_nothing_and_an_unknown_exception_are_refused(world):
    with pytest.raises(Malformed, match="一以上"):
        set_inspection_cap(actor=REGISTRAR, times=0, source="公告", from_on=date(2026, 1, 1))
    with pytest.raises(Malformed, match="没有“梦”"):
        set_inspection_cap(actor=REGISTRAR, times=2, source="公告", from_on=date(2026, 1, 1), beyond=["梦"])
    with pytest.raises(Refused):
        set_inspection_cap(
            actor=world.actor("officer", date(2026, 2, 1)), times=2, source="公告", from_on=date(2026, 1, 1)
        )
