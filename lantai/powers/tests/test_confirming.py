"""What no text in force fixes is shown as 待确认 until a person confirms it, with source and in the words then shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lantai.law import policy, shipped
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger.models import Entry
from lantai.powers import queries
from lantai.powers.commands.figures import confirm_figure

pytestmark = pytest.mark.django_db
NAME = "hearing.city"


def confirm(actor, name=NAME, source="湘政发〔2025〕1号第三条", value=None):
    found = shipped.by_key(name)
    return confirm_figure(actor=actor, name=name, value=value or found.value, source=source)


def test_everything_not_read_in_a_source_is_listed_and_nothing_else():
    keys = [s.key for s in shipped.shipped()]
    assert len(keys) == len(set(keys))
    switches = {f"policy.{s.name}" for s in policy.SWITCHES.values() if s.mark != "S"}
    assert switches == {k for k in keys if k.startswith("policy.")}
    assert {"hearing.city", "hearing.market", "reading.announcement"} <= set(keys)
    for one in shipped.shipped():
        assert one.value and one.label and one.source and one.doubt
        assert len(one.value) <= 200 and len(one.key) <= 80


def test_a_confirmation_says_who_when_and_by_what_and_is_sealed(justice_reviewer):
    made = confirm(justice_reviewer)
    assert queries.confirmations()[NAME] == made
    assert (made.confirmed_by.name, made.source) == ("周", "湘政发〔2025〕1号第三条")
    assert Entry.objects.filter(verb="powers.confirm_figure").count() == 1
    rows = queries.unconfirmed(justice_reviewer)
    assert rows[-1] == (shipped.by_key(NAME), made) and rows[0][1] is None
    with pytest.raises(Conflict, match="此前已经确认"):
        confirm(justice_reviewer)


def test_only_for_the_city_only_with_a_source_and_only_what_was_shown(justice_reviewer, own_reviewer):
    with pytest.raises(Refused, match="系统管理员或者司法行政部门"):
        confirm(own_reviewer)
    with pytest.raises(Malformed) as wrong:
        confirm(justice_reviewer, source="  ")
    assert wrong.value.field == "source"
    with pytest.raises(Conflict, match="有了变化"):
        confirm(justice_reviewer, value="公民1元")
    with pytest.raises(Malformed):
        confirm_figure(actor=justice_reviewer, name="没有", value="x", source="x")
    assert queries.confirmations() == {}


def test_another_shipped_value_is_open_again(justice_reviewer, monkeypatch):
    confirm(justice_reviewer, "policy.filing_days")
    changed = replace(policy.SWITCHES["filing_days"], default=60)
    monkeypatch.setitem(policy.SWITCHES, "filing_days", changed)
    assert "policy.filing_days" not in queries.confirmations()
    confirm(justice_reviewer, "policy.filing_days")
    assert queries.confirmations()["policy.filing_days"].value == "60"
