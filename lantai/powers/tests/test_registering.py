"""No power without a provision; citations are written as the law writes them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.http import Http404

from lantai.law.discretion import Tier
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.law.statutes_in_force import FOOD
from lantai.ledger import clock
from lantai.ledger.models import Entry
from lantai.powers import queries
from lantai.powers.commands import registering
from lantai.powers.models import DiscretionTier, Power, PowerBasis
from lantai.powers.provisions import NotAProvision, number, title
from lantai.powers.tests.conftest import BASES, power

pytestmark = pytest.mark.django_db


def test_a_power_is_registered_with_its_provisions_and_discretion_standard(admin, bureau):
    made = power(admin, bureau)
    assert queries.bases(made) == {
        "violated": ("《食品安全法》第五十三条第一款",),
        "penalty": ("《食品安全法》第一百二十六条第一款第三项",),
        "procedure": (),
    }
    tiers = queries.tiers(made)
    assert [t.tier for t in tiers] == [Tier.LIGHTER, Tier.ORDINARY]
    assert tiers[0].holds(Decimal(5_000)) and tiers[0].holds(Decimal(10_000)) and not tiers[0].holds(Decimal(10_001))
    assert queries.cited(PowerBasis.objects.get(role="penalty")) == FOOD[126, 1, 3]
    assert Entry.objects.get(verb="powers.register").subject == f"powers.power:{made.pk}"


def test_a_local_statute_is_cited_by_its_name(admin, bureau):
    made = power(admin, bureau, bases=[*BASES, ("procedure", "某市规定", 12, 0, 2)])
    assert queries.bases(made)["procedure"] == ("《某市规定》第十二条第二项",)
    assert queries.cited(PowerBasis.objects.get(role="procedure")) is None


@pytest.mark.parametrize("bases", [[], [("violated", "食品安全法", 53, 1, 0)]])
def test_a_penalty_without_a_provision_that_allows_it_is_refused(admin, bureau, bases):
    with pytest.raises(Refused) as refused:
        power(admin, bureau, bases=bases)
    assert "《行政处罚法》第三十八条" in str(refused.value)
    assert not Power.objects.exists()


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM_ADMIN])
def test_only_the_system_administrator_registers_powers(bureau, role):
    with pytest.raises(Refused):
        power(Actor(5, "某", bureau.pk, "某局", frozenset({role})), bureau)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind": "其他"}, "kind"),
        ({"field": "space"}, "field"),
        ({"procedures": ["licence.ordinary"]}, "procedures"),
        ({"kind": "许可"}, "procedures"),
        ({"valid_to": date(2023, 1, 1)}, "valid_to"),
        ({"bases": [*BASES, BASES[0]]}, "bases"),
        ({"bases": [("penalty", "食品安全法", 0, 0, 0)]}, "bases"),
        ({"tiers": [("从轻", "情形", 10, 5, "")]}, "tiers"),
        ({"tiers": [("更轻", "情形", 1, 5, "")]}, "tiers"),
    ],
)
def test_what_no_power_can_be_is_refused(admin, bureau, changes, field):
    with pytest.raises(Malformed) as wrong:
        power(admin, bureau, **changes)
    assert wrong.value.field == field
    assert not Power.objects.exists() and not PowerBasis.objects.exists()


def test_a_code_stands_once_in_an_agency_and_may_stand_in_another(admin, bureau, justice):
    power(admin, bureau)
    with pytest.raises(Malformed):
        power(admin, bureau)
    power(admin, justice)


def test_a_change_replaces_the_provisions_and_is_not_made_twice_at_once(admin, bureau):
    made = power(admin, bureau)
    registering.change(
        actor=admin,
        power=made,
        seen=1,
        changes={"name": "新名"},
        bases=[("penalty", "食品安全法", 124, 1, 1)],
        tiers=[],
    )
    fresh = Power.objects.get()
    assert queries.bases(fresh)["penalty"] == ("《食品安全法》第一百二十四条第一款第一项",)
    assert not DiscretionTier.objects.exists() and fresh.version == 2
    with pytest.raises(Conflict):
        registering.change(actor=admin, power=fresh, seen=1, changes={"name": "又一名"})
    with pytest.raises(Malformed):
        registering.change(actor=admin, power=Power.objects.get(), seen=2, changes={"code": "CF-9"})


def test_only_powers_in_force_of_the_own_agency_are_usable(admin, bureau, justice):
    own = power(admin, bureau)
    power(admin, bureau, "CF-2", valid_to=date(2025, 1, 1))
    power(admin, bureau, "CF-3", valid_from=date(2030, 1, 1))
    power(admin, bureau, "XK-1", kind="许可", procedures=[])
    power(admin, justice)
    officer = Actor(5, "张", bureau.pk, "某局", frozenset({Role.OFFICER}), scope=frozenset({justice.pk}))
    with clock.at(datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        assert list(queries.usable(officer, "处罚")) == [own]
        assert queries.usable(officer).count() == 2
        assert not queries.usable(None).exists()
        assert queries.public().count() == 3


def test_a_stranger_meets_no_power_of_another_agency(admin, bureau, stranger):
    made = power(admin, bureau)
    assert queries.get(admin, made.pk) == made
    for viewer in (stranger, None):
        with pytest.raises(Http404):
            queries.get(viewer, made.pk)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("58", "条", 58),
        ("第58条", "条", 58),
        ("五十八", "条", 58),
        ("第一百二十四条", "条", 124),
        ("第二款", "款", 2),
        ("", "项", 0),
    ],
)
def test_numbers_of_articles_are_read_as_people_write_them(text, unit, value):
    assert number(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit"), [("第二款", "条"), ("五八", "条"), ("1-3", "条"), ("0", "条"), ("第133条之一", "条")]
)
def test_what_is_no_number_of_an_article_is_not_guessed(text, unit):
    with pytest.raises(NotAProvision):
        number(text, unit)


def test_statutes_are_named_as_they_are_cited():
    assert title("《中华人民共和国食品安全法》") == title("食品安全法") == "食品安全法"
    assert title("《某市规定》") == "某市规定"
