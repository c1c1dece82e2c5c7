"""Two people on one case: one wins, the others read what changed, and nothing is half written. On both databases."""

from __future__ import annotations

import itertools
import threading
from datetime import date
from functools import partial

import pytest
from django.test import Client

from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import start_interval, take_step
from lantai.cases.models import Case, CaseInterval, CaseParty, Decision, Draft, ReviewReceipt, TakenStep
from lantai.documents.models import IssuedDocument, NumberRegister
from lantai.law import released, statements
from lantai.law import review as rules
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import sequencer, store, verification
from lantai.ledger.models import Entry
from lantai.recording import commands as recording
from lantai.recording.models import Evidence
from lantai.rehearsal.wording import lawful
from lantai.review import commands as review
from lantai.review.models import Review
from tests.hardening.together import at_once, dirty
from tests.scenes import Scene, at, moment, scene, world

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
MANY = 50
FINE = {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"}


def stated(place: Scene, step: str, day: str, outcome: str = "", **said: object) -> dict[str, object]:
    words = statements.words_of(place.case.procedure, step, outcome)
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(words, said, moment(day), people)


def whole() -> None:
    """The log is complete and every protected row is what was sealed."""
    sequencer.run_once()
    found = verification.run()
    assert found.ok, found.lines()


def test_fifty_who_take_one_step_at_once_are_one_who_takes_it():
    place = scene("PG-1", "2026-03-02")
    case, given = place.case, stated(place, "PG-2", "2026-03-03")
    with at("2026-03-03"):
        one = partial(take_step, actor=place.actor("head"), case=case, step="PG-2", stated=given, seen=case.version)
        told = at_once(*[one] * MANY)
    assert dirty(told) == []
    assert sum(t.won for t in told) == 1
    conflicts = [t.error for t in told if isinstance(t.error, Conflict)]
    assert len(conflicts) == MANY - 1
    assert all("核查" in c.changes[0] and "赵局" in c.changes[0] for c in conflicts)
    assert TakenStep.objects.filter(case=case, step="PG-2").count() == 1
    assert place.case.version == case.version + 1
    assert Entry.objects.filter(verb="cases.take_step").count() == 1
    whole()


def test_fifty_who_decide_at_once_are_one_who_decides():
    place = scene("PG-13", "2026-04-20", said={"fine": "150000"})
    case, given = place.case, stated(place, "PG-14", "2026-04-21", "penalty")
    with at("2026-04-21"):
        one = partial(take_step, actor=place.actor("chief"), case=case, step="PG-14", outcome="penalty", stated=given)
        told = at_once(*[one] * MANY)
    assert dirty(told) == []
    assert sum(t.won for t in told) == 1, [t.error for t in told][:3]
    assert Decision.objects.filter(case=case).count() == 1
    assert IssuedDocument.objects.filter(kind="penalty_decision").count() == 1
    whole()


def test_two_hundred_openings_at_once_leave_numbers_without_gap_or_double():
    place = world()
    day = date(2026, 3, 2)
    first = released.by_code("penalty.ordinary", day).steps[0].id
    people = {w: place.people[w].pk for w in ("officer", "officer_2")}
    said = {
        "actor": place.actor("officer", day),
        "power": place.powers["处罚"],
        "procedure": "penalty.ordinary",
        "source": "inspection",
        "clue": "线索",
        "stated": lawful(statements.words_of("penalty.ordinary", first, ""), {}, moment("2026-03-02"), people),
    }
    turns, count, turn = itertools.count(1), 210, threading.Lock()

    def open_some() -> list[str]:
        made = []
        while True:
            with turn:
                n = next(turns)
            if n > count:
                return made
            name = "" if n % 21 == 0 else f"演示商行{n}"  # one in twenty-one breaks off and gives its number back
            try:
                made.append(open_case(title=f"第{n}案", party={"kind": "organisation", "name": name}, **said).number)
            except Malformed:
                made.append("")

    with at("2026-03-02"):
        told = at_once(*[open_some] * 30)
    assert dirty(told) == []
    numbers = sorted((n for t in told for n in t.result if n), key=lambda n: int(n.split("〕")[1].rstrip("号")))
    assert numbers == [f"衡市监案〔2026〕{n}号" for n in range(1, 201)]
    assert Case.objects.count() == CaseParty.objects.count() == 200
    assert len(set(Case.objects.values_list("dossier", flat=True))) == 200
    for register in NumberRegister.objects.exclude(sign="案"):
        assert IssuedDocument.objects.filter(number__contains=register.sign).count() == register.last
    whole()


def test_of_two_tabs_one_reads_who_did_what():
    place = scene("PG-1", "2026-03-02")
    case, given = place.case, stated(place, "PG-2", "2026-03-03")
    fields = {k: v for k, v in given.items() if v not in (None, "")}

    def press(who: str) -> tuple[int, str]:
        client: Client = place.browser(who)
        answer = client.post(
            f"/desk/cases/{case.pk}/steps/PG-2/", {**fields, "seen": case.version, "outcome": "file", "key": who}
        )
        return answer.status_code, answer.content.decode()

    told = at_once(partial(press, "officer"), partial(press, "section_head"))
    assert dirty(told) == []
    assert sorted(t.result[0] for t in told) == [302, 409], [t.result for t in told]
    (lost,) = [t.result[1] for t in told if t.result[0] == 409]
    assert "核查" in lost and ("张建国" in lost or "郑科长" in lost)
    assert TakenStep.objects.filter(case=case, step="PG-2").count() == 1


def test_one_submission_many_times_at_once_has_one_effect_and_one_answer():
    place = scene("PG-8", "2026-03-10")
    case, officer = place.case, place.actor("officer")
    both = [place.pk("officer"), place.pk("officer_2")]
    file = store.put_bytes(b"photo")
    fields = lawful(statements.draft_words("penalty"), FINE, moment("2026-03-11"), {})
    piece = {"kind": "documentary", "name": "记录", "file": file, "file_name": "1.txt", "made_at": moment("2026-03-10")}
    waiver = {"of_step": "PG-8", "reason": "故障", "approved_by": "赵局"}
    testing = {"kind": "testing", "start": date(2026, 3, 11), "note": "检测"}
    with at("2026-03-11"):
        forms = {
            "interval": partial(start_interval, actor=officer, case=case, **testing),
            "waiver": partial(recording.waive_av, actor=officer, dossier=case.dossier, **waiver),
            "evidence": partial(
                recording.add_evidence, actor=officer, dossier=case.dossier, collected_by=both, **piece
            ),
            "draft": partial(save_draft, actor=officer, case=case, outcome="penalty", fields=fields),
            "submit": partial(review.submit, actor=officer, case=case, letter="请审核"),
        }
        for key, form in forms.items():
            told = at_once(*[partial(form, key=key)] * 8)
            assert [t.error for t in told if t.error] == [], key
            assert len({t.result.pk for t in told}) == 1, key
    assert [model.objects.count() for model in (CaseInterval, Draft, Review, Evidence)] == [1, 1, 1, 1]
    whole()


def test_an_opinion_is_never_given_on_a_draft_that_is_being_rewritten():
    town = world()
    for turn in range(4):
        place = scene("PG-8", "2026-03-10", where=town)
        case, officer, reviewer = place.case, place.actor("officer"), place.actor("reviewer")
        fields = lawful(statements.draft_words("penalty"), FINE, moment("2026-03-11"), {})
        with at("2026-03-11"):
            save_draft(actor=officer, case=case, outcome="penalty", fields=fields)
            held = review.accept(actor=reviewer, review=review.submit(actor=officer, case=case, letter="请审核"))
        said = {
            "aspects": {a.code: {"verdict": "ok", "note": ""} for a in rules.ASPECTS},
            "opinion": "agree",
            "opinion_text": "同意。",
        }
        anew = fields | {"discretion_reason": f"改写{turn}"}
        with at("2026-03-12"):
            opinion, rewritten = told = at_once(
                partial(review.give_opinion, actor=reviewer, review=held, **said),
                partial(save_draft, actor=officer, case=case, outcome="penalty", fields=anew),
            )
        assert dirty(told) == []
        assert rewritten.won, rewritten.error
        assert ReviewReceipt.objects.filter(case=case).count() == int(opinion.won)
        if not opinion.won:
            assert isinstance(opinion.error, Refused)
            assert not TakenStep.objects.filter(case=case, step="PG-9").exists()
        with at("2026-03-13"), pytest.raises(Refused):  # either way the rewritten draft is not reviewed
            take_step(
                actor=place.actor("chief"),
                case=case,
                step="PG-14",
                outcome="penalty",
                stated=stated(place, "PG-14", "2026-03-13", "penalty"),
            )
    whole()
