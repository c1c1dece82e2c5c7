"""What lights the lamps: terms and defects from real rows, each with its rule, its article and its case."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from lantai.cases.commands.steps import note_event, take_step
from lantai.cases.models import Decision, Instalment
from lantai.cases.tasks import recorded_meanwhile
from lantai.documents.models import IssuedDocument
from lantai.law import statements
from lantai.law.refusals import Refused
from lantai.ledger import clock
from lantai.office import queries as office
from lantai.personnel.models import Certificate
from lantai.recording.commands import waive_av
from lantai.rehearsal.wording import lawful
from lantai.supervision import queries as supervision
from tests.scenes import at, moment, scene

pytestmark = pytest.mark.django_db


def rows(place, day, level="any"):
    viewer = place.actor("supervisor")
    with at(day):
        return supervision.lamp_rows(list(supervision.burning(viewer, level)), clock.today(), viewer)


def shown(place, day):
    return {one.rule: one for row in rows(place, day) for one in row.lit}


def attempt(place, day):
    """One officer alone tries to investigate."""
    with at(day), pytest.raises(Refused):
        take_step(actor=place.actor("officer"), case=place.case, step="PG-4", stated=words_of("PG-4", "", day))


def words_of(step, outcome, day):
    return lawful(statements.words_of("penalty.ordinary", step, outcome), {}, moment(day), {})


def test_a_term_that_has_passed_names_its_rule_and_links_its_article():
    place = scene("PG-3", "2026-03-04")
    assert shown(place, "2026-06-10")["超过法定期限"].bases == ("《行政处罚法》第六十条",)
    with at("2026-06-10"):
        page = place.browser("supervisor").get("/desk/supervision/lamps/").content.decode()
    assert "超过法定期限" in page
    assert 'href="/laws/%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%E6%B3%95/60/"' in page


def test_a_duty_of_the_plan_of_the_city_links_the_plan_as_a_whole():
    place = scene("PG-15", "2026-03-20")
    assert shown(place, "2026-04-10")["逾期公示"].word == "red"
    with at("2026-04-10"):
        page = place.browser("supervisor").get("/desk/supervision/lamps/").content.decode()
    assert ">《衡阳市全面推行行政执法三项制度实施方案》</a>" in page


def test_an_attempt_to_pass_a_gate_is_red_until_the_case_goes_on_as_the_law_provides():
    place = scene("PG-3", "2026-03-04")
    attempt(place, "2026-03-11")
    (row,) = rows(place, "2026-03-12", "red")
    assert row.case == place.case and row.word == "red"
    told = row.lit[0]
    assert told.rule == "曾试图越过法定关口（G-01）" and told.bases == ("《行政处罚法》第四十二条第一款",)
    assert "张建国" in told.sentence and "执法人员不足2人" in told.sentence
    with at("2026-03-12"):
        (counted,) = [r for r in supervision.board(place.actor("supervisor")) if r.agency_id == place.case.agency_id]
        (group,) = [g for g in office.groups(place.actor("supervisor")) if g.title == "红牌案件"]
    assert (counted.red, counted.attempts) == (1, 1)
    assert [row["lamp"] for row in group.rows] == ["red"]
    assert rows(place, "2026-04-20", "red") == [], "thirty days later it stands in the list of attempts only"
    with at("2026-03-13"):
        take_step(
            actor=place.actor("officer"),
            case=place.case,
            step="PG-4",
            stated=words_of("PG-4", "", "2026-03-13"),
            with_officers=[place.pk("officer_2")],
        )
    assert rows(place, "2026-03-14", "red") == []


def test_a_missing_document_shows_yellow_until_it_is_on_file():
    place = scene("PG-3", "2026-03-04")
    paper = IssuedDocument.objects.get(subject=f"cases.case:{place.case.pk}", kind="filing_approval")
    IssuedDocument.objects.filter(pk=paper.pk).update(kind="case_transfer")
    go_on(place, "2026-03-05")
    (row,) = rows(place, "2026-03-06", "yellow")
    assert [s.rule for s in row.lit] == ["应有的文书缺失"]
    assert "立案审批表" in row.lit[0].sentence and row.lit[0].bases
    IssuedDocument.objects.filter(pk=paper.pk).update(kind="filing_approval")
    go_on(place, "2026-03-09")
    assert rows(place, "2026-03-10") == []


def test_the_lamp_of_a_missing_recording_goes_out_when_it_is_filed_though_nothing_is_done_in_the_case():
    place = scene("PG-15", "2026-03-20", said={"mode": "SV-2", "witness": "王邻居"})
    with at("2026-03-23"):
        assert "应当音像记录的环节办结超过 24 小时，未见音像资料" in shown(place, "2026-03-23")
        call_command("reckon_terms")
        assert "应当音像记录的环节办结超过 24 小时，未见音像资料" in shown(place, "2026-03-23")
        waive_av(
            actor=place.actor("officer"),
            dossier=place.case.dossier,
            of_step="PG-15",
            reason="执法记录仪突发故障",
            approved_by="赵局",
        )
        call_command("reckon_terms")
        assert "应当音像记录的环节办结超过 24 小时，未见音像资料" not in shown(place, "2026-03-23")
        assert recorded_meanwhile() == []


def grant(place, day, amounts):
    """The fine of 8,000 yuan may be paid on the first of the months that follow."""
    plan = [{"due_on": f"2026-{month:02}-01", "amount": amount} for month, amount in enumerate(amounts, 5)]
    words = statements.words_of("penalty.ordinary", "PG-18", "instalments")
    with at(day):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-18",
            outcome="instalments",
            stated=lawful(words, {"plan": plan, "hardship": "停业三个月"}, moment(day), {}),
        )


def test_a_new_plan_takes_the_place_of_the_old_one_and_what_is_due_and_not_paid_is_shown_in_blue():
    place = scene("PG-15", "2026-03-20", said={"fine": "8000"})
    fine = Decision.objects.get(case=place.case).fine
    grant(place, "2026-03-23", [str(fine / 2), str(fine / 2)])
    grant(place, "2026-03-24", [str(fine / 4), str(fine / 4), str(fine / 2)])
    kept = list(Instalment.objects.filter(case=place.case).values_list("number", "due_on__month", "amount"))
    assert kept == [(1, 5, fine / 4), (2, 6, fine / 4), (3, 7, fine / 2)]
    lit = [one for row in rows(place, "2026-05-02") for one in row.lit if "第1期" in one.what]
    assert [(one.word, one.rule) for one in lit] == [("remind", "当事人的期限已过，应当处理")]
    assert lit[0].bases[0] == "《行政处罚法》第六十六条第二款"
    assert not [one for row in rows(place, "2026-04-30") for one in row.lit if "第1期" in one.what]


def go_on(place, day):
    """Something is noted in the case, so that it is looked at again."""
    with at(day):
        note_event(actor=place.actor("officer"), case=place.case, kind="draft_changed")


def test_who_acted_with_a_certificate_that_turns_out_to_have_expired_shows_red():
    place = scene("PG-4", "2026-03-05")
    Certificate.objects.filter(person_id=place.pk("officer")).update(valid_to=date(2026, 3, 4))
    go_on(place, "2026-03-09")
    (row,) = rows(place, "2026-03-10", "red")
    assert [s.rule for s in row.lit] == ["执法时执法证件已失效或者暂扣"]
    assert "张建国" in row.lit[0].sentence and row.lit[0].bases == ("《行政处罚法》第四十二条第一款",)


def test_the_board_counts_a_case_with_several_lamps_once_and_under_its_gravest():
    place = scene("PG-3", "2026-03-04")
    attempt(place, "2026-06-10")
    with at("2026-06-11"):
        viewer = place.actor("supervisor")
        (counted,) = [r for r in supervision.board(viewer) if r.agency_id == place.case.agency_id]
        numbers = [supervision.burning(viewer, level, counted.agency_id).count() for level in ("red", "yellow", "blue")]
    assert (counted.red, counted.yellow, counted.blue) == (1, 0, 0) == tuple(numbers)
    (row,) = rows(place, "2026-06-11")
    assert [s.word for s in row.lit] == sorted((s.word for s in row.lit), key=["red", "yellow", "remind"].index)
    assert len({s.rule for s in row.lit}) > 1
