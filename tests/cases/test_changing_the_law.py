"""A new version of a procedure is rehearsed over the running cases; the real move is the rehearsal, sealed with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404
from django.urls import get_resolver

from lantai.cases import changes, queries
from lantai.cases.commands.moving import move_all_to_version, move_to_version
from lantai.cases.models import Case, CaseEvent
from lantai.law import released
from lantai.law.people import Role
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.law.transition import ASK, MOVE
from lantai.ledger.models import Entry
from lantai.powers.commands.releases import sign_release
from tests.cast import AgencyFactory, Member, member
from tests.scenes import at, scene, world

pytestmark = pytest.mark.django_db


def second_version():
    """A check of the report before the notice, and sixty days instead of ninety."""
    steps = []
    for step in PENALTY_ORDINARY.steps:
        if step.id == "PG-14":
            step = replace(step, within=replace(step.within, amount=60))
        if step.id == "PG-10":
            step = replace(step, needs=(*step.needs, "PG-8-1"))
        steps.append(step)
        if step.id == "PG-8":
            steps.append(replace(step, id="PG-8-1", code="check_report", label="复核报告", needs=("PG-8",)))
    return replace(PENALTY_ORDINARY, version=2, in_force=date(2026, 3, 1), steps=tuple(steps))


@pytest.fixture
def new(monkeypatch):
    get_resolver().url_patterns  # noqa: B018 - a module first imported under the changed law would keep it for good
    made = second_version()
    monkeypatch.setattr(released, "RELEASED", (*released.RELEASED, made))
    return made


@pytest.fixture
def justice() -> Member:
    return member("周法制", Role.REVIEWER, agency=AgencyFactory(name="衡阳市某司法局", field="justice"))


def cases_in_three_stages(monkeypatch):
    """Opened while only the first version ran."""
    everything = released.RELEASED
    monkeypatch.setattr(released, "RELEASED", tuple(p for p in everything if p.version == 1))
    place = world()
    found = [scene(step, "2026-03-12", where=place) for step in ("PG-3", "PG-8", "PG-10")]
    monkeypatch.setattr(released, "RELEASED", everything)
    return found


def sign(justice, new):
    sign_release(actor=justice.actor, code=new.code, version=new.version, digest=new.digest)


def test_the_real_move_is_the_rehearsal(new, justice, monkeypatch):
    places = cases_in_three_stages(monkeypatch)
    with at("2026-03-13"):
        before = {c.pk: (c.version, c.standing, c.next_due_on) for c in Case.objects.all()}
        tried = {r.case_id: r for r in changes.rehearse(justice.actor, new)}
        assert {c.pk: (c.version, c.standing, c.next_due_on) for c in Case.objects.all()} == before
        early, reported, told = (tried[p.case.pk].transition for p in places)
        assert (early.place_after, early.added, early.missing) == ("PG-4", ("PG-8-1",), ())
        assert (reported.place_after, told.place_after, told.missing) == ("PG-8-1", "PG-8-1", ("PG-8-1",))
        assert {t.step for t in told.terms} == {"PG-14"}
        sign(justice, new)
        for place in places:
            row = tried[place.case.pk]
            moved = move_to_version(
                actor=justice.actor, case=place.case, version=2, reason="修订后的规定施行", seen=row.seen
            )
            again = Case.objects.get(pk=moved.pk)
            assert (again.procedure_version, again.procedure_digest) == (2, new.digest)
            assert again.standing == row.transition.place_after
            states = {s.step.id: s for s in queries.states(place.actor("officer"), again)}
            for term in row.transition.terms:
                assert states[term.step].due.legal_due == term.after
            first = next(i for i, s in states.items() if s.state in ("open", "blocked"))
            assert first == row.transition.place_after
        assert not list(changes.rehearse(justice.actor, new))


def test_a_move_is_sealed_with_its_reason_and_keeps_every_step(new, justice, monkeypatch):
    place = cases_in_three_stages(monkeypatch)[1]
    with at("2026-03-13"):
        sign(justice, new)
        steps = list(place.case.steps.values_list("step", flat=True))
        move_to_version(actor=justice.actor, case=place.case, version=2, reason="修订后的规定施行")
        event = CaseEvent.objects.get(case=place.case, kind="procedure_changed")
        assert (event.stated["from"], event.stated["to"], event.stated["reason"]) == (1, 2, "修订后的规定施行")
        assert list(place.case.steps.values_list("step", flat=True)) == steps
        assert Entry.objects.filter(verb="cases.move_to_version").count() == 1
        with pytest.raises(Refused, match="已经按这一版本办理"):
            move_to_version(actor=justice.actor, case=place.case, version=2, reason="再来一次")


def test_nothing_moves_without_reason_signature_right_or_if_the_case_has_changed(new, justice, monkeypatch):
    place = cases_in_three_stages(monkeypatch)[0]
    case = place.case
    with at("2026-03-13"):
        with pytest.raises(Refused, match="尚未经司法行政部门签发"):
            move_to_version(actor=justice.actor, case=case, version=2, reason="修订")
        sign(justice, new)
        with pytest.raises(Malformed) as wrong:
            move_to_version(actor=justice.actor, case=case, version=2, reason="  ")
        assert wrong.value.field == "reason"
        with pytest.raises(Malformed):
            move_to_version(actor=justice.actor, case=case, version=9, reason="修订")
        with pytest.raises(Conflict):
            move_to_version(actor=justice.actor, case=case, version=2, reason="修订", seen=case.version - 1)
        for word in ("officer", "reviewer", "head"):
            with pytest.raises(Refused):
                move_to_version(actor=place.actor(word), case=case, version=2, reason="修订")
            with pytest.raises(Http404):
                list(changes.rehearse(place.actor(word), new))
    assert Case.objects.get(pk=case.pk).procedure_version == 1


def test_a_version_that_is_only_proposed_can_be_rehearsed_and_not_run(justice, monkeypatch):
    place = scene("PG-8", "2026-03-12")
    monkeypatch.setattr(released, "PROPOSED", (second_version(),))
    with at("2026-03-13"):
        (change,) = changes.changes(justice.actor)
        assert (change.is_released, change.open) == (False, 1)
        (row,) = changes.rehearse(justice.actor, change.procedure)
        assert row.transition.place_after == "PG-8-1"
        with pytest.raises(Malformed):
            move_to_version(actor=justice.actor, case=place.case, version=2, reason="修订")


def test_what_lacks_nothing_moves_together_and_the_rest_stays(new, justice, monkeypatch):
    places = cases_in_three_stages(monkeypatch)
    longer = replace(new, steps=tuple(replace(s, within=PENALTY_ORDINARY[s.id].within) if s.id == "PG-14" else s for s in new.steps))  # fmt: skip
    monkeypatch.setattr(released, "RELEASED", (*(p for p in released.RELEASED if p is not new), longer))
    with at("2026-03-13"):
        sign(justice, longer)
        strategies = [r.transition.strategy for r in changes.rehearse(justice.actor, longer)]
        assert sorted(strategies) == [ASK, MOVE, MOVE]
        ids = [p.case.pk for p in places]
        assert move_all_to_version(actor=justice.actor, code=longer.code, version=2, cases=ids, reason="修订") == 2
        assert [p.case.procedure_version for p in places] == [2, 2, 1]


def test_the_pages_rehearse_and_move_for_those_who_answer_for_the_procedures(new, justice, monkeypatch):
    places = cases_in_three_stages(monkeypatch)
    with at("2026-03-13"):
        sign(justice, new)
        browser = justice.browser()
        assert "第 2 版" in browser.get("/desk/cases/changes/").content.decode()
        page = browser.get("/desk/cases/changes/penalty.ordinary/2/").content.decode()
        for place in places:
            assert place.case.number in page
            assert place.case.title not in page
        assert "移入前须人工核对" in page and "作出决定：" in page
        table = b"".join(browser.get("/desk/cases/changes/penalty.ordinary/2/table.csv").streaming_content).decode()
        assert len(table.splitlines()) == 4
        address = f"/desk/cases/changes/penalty.ordinary/2/move/{places[2].case.pk}/"
        assert browser.post(address, {"reason": "", "key": "k1"}).status_code == 400
        assert browser.post(address, {"reason": "修订", "key": "k2"}).status_code == 302
        assert places[2].case.procedure_version == 2
        assert browser.post(address, {"reason": "修订", "key": "k3"}).status_code == 404
        for address in ("/desk/cases/changes/", "/desk/cases/changes/penalty.ordinary/2/"):
            assert places[0].browser("officer").get(address).status_code == 404
        assert browser.get("/desk/cases/changes/penalty.ordinary/1/").status_code == 404
