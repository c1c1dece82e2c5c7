"""The legal calculator: the due day and how it was counted, from an address alone; what is no question is a 400."""

from __future__ import annotations

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.django_db
TERM = {"act": "own", "statute": "APL", "amount": "7", "unit": "days", "start": "2026-02-11"}
REMEDY = {"served": "2025-10-13", "act": "", "told": "yes"}
SURCHARGE = {"fine": "8,000", "due_on": "2025-10-28", "through": "2025-11-07", "stop": ""}


def text(response):
    return response.content.decode()


def test_a_term_of_ones_own_is_counted_with_every_day_off_named(client):
    page = text(client.get("/calculator/", TERM))
    assert "2026年2月27日" in page
    assert "2026年2月15日至2026年2月23日，春节假期" in page
    assert "2026年2月14日，调休上班日，是工作日" in page
    assert f"/laws/{quote('行政处罚法')}/85/" in page


def test_a_term_of_a_procedure_is_counted_with_its_stops_and_its_extension(client):
    asked = {"act": "penalty.ordinary/PG-14", "start": "2025-07-03", "added": "30"}
    asked |= {"stop1": "testing", "stop1_from": "2025-07-10", "stop1_to": "2025-07-19"}
    page = text(client.get("/calculator/", asked))
    assert "2025年11月10日" in page
    assert "检测、检验、检疫、鉴定期间2025年7月10日至2025年7月19日不计算在内" in page
    assert "经批准延长30日" in page


def test_a_year_that_nobody_knows_is_said_instead_of_a_day(client):
    page = text(client.get("/calculator/", TERM | {"start": "2098-12-28"}))
    assert "现在还不能确定" in page
    assert "2098 年的节假日安排尚未公布" in page


def test_hours_are_counted_to_the_minute(client):
    asked = {"act": "coercion.sealing_seizure/CM-2", "start": "2026-10-01", "hour": "15:40"}
    assert "2026年10月2日 15:40" in text(client.get("/calculator/", asked))
    assert client.get("/calculator/", asked | {"hour": ""}).status_code == 400


def test_remedies_say_which_comes_first(client):
    page = text(client.get("/calculator/remedies/", REMEDY))
    assert "2025年12月12日以前" in page and "2026年4月13日以前" in page
    first = text(client.get("/calculator/remedies/", REMEDY | {"act": "on_the_spot"}))
    assert "应当先申请行政复议" in first and "2026年4月13日" not in first
    assert "2026年10月13日以前" in text(client.get("/calculator/remedies/", REMEDY | {"told": "no"}))


def test_the_surcharge_stops_during_reconsideration_and_at_the_fine(client):
    assert "加处罚款 2,400 元" in text(client.get("/calculator/surcharge/", SURCHARGE))
    stopped = SURCHARGE | {"stop": "reconsideration", "stop_from": "2025-10-30", "stop_to": "2025-11-03"}
    assert "加处罚款 1,200 元" in text(client.get("/calculator/surcharge/", stopped))
    assert "加处罚款 8,000 元" in text(client.get("/calculator/surcharge/", SURCHARGE | {"through": "2026-06-01"}))


@pytest.mark.parametrize(
    ("address", "good", "field", "value"),
    [
        ("/calculator/", TERM, "act", "penalty.ordinary/PG-99"),
        ("/calculator/", TERM, "act", "<script>alert(1)</script>"),
        ("/calculator/", TERM, "statute", "XXX"),
        ("/calculator/", TERM, "statute", ""),
        ("/calculator/", TERM, "amount", "-1"),
        ("/calculator/", TERM, "amount", "9" * 5000),
        ("/calculator/", TERM, "amount", "七"),
        ("/calculator/", TERM | {"unit": "years"}, "amount", "3000"),
        ("/calculator/", TERM, "unit", "weeks"),
        ("/calculator/", TERM, "start", "2026-02-30"),
        ("/calculator/", TERM, "start", "9999-12-31"),
        ("/calculator/", TERM, "start", "0001-01-01"),
        ("/calculator/", TERM, "start", "\0"),
        ("/calculator/", TERM, "hour", "25:00"),
        ("/calculator/", TERM, "added", "100000"),
        ("/calculator/", TERM | {"stop1_from": "2026-02-12"}, "stop1", "holiday"),
        ("/calculator/", TERM | {"stop1": "testing", "stop1_from": "2026-02-12"}, "stop1_to", "2026-02-11"),
        ("/calculator/", TERM | {"stop2": "testing"}, "stop2_from", ""),
        ("/calculator/remedies/", REMEDY, "served", ""),
        ("/calculator/remedies/", REMEDY, "act", "murder"),
        ("/calculator/remedies/", REMEDY, "told", "maybe"),
        ("/calculator/surcharge/", SURCHARGE, "fine", "NaN"),
        ("/calculator/surcharge/", SURCHARGE, "fine", "1e999999"),
        ("/calculator/surcharge/", SURCHARGE, "fine", "-5"),
        ("/calculator/surcharge/", SURCHARGE, "fine", "0"),
        ("/calculator/surcharge/", SURCHARGE | {"stop": "litigation"}, "stop_from", ""),
    ],
)
def test_what_is_no_question_is_answered_at_its_field(client, address, good, field, value):
    response = client.get(address, good | {field: value})
    assert response.status_code == 400
    page = text(response)
    assert f'id="id_{field}_error"' in page
    assert "<script>" not in page
    assert 'id="answer"' not in page


def test_the_empty_page_is_kept_and_an_answer_is_not(client):
    empty = client.get("/calculator/?utm_source=x")
    assert empty.status_code == 200
    assert client.get("/calculator/?utm_source=x", headers={"if-none-match": empty["ETag"]}).status_code == 304
    answer = client.get("/calculator/", TERM)
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer


def test_the_home_page_and_the_site_map_lead_there(client):
    for address in ("/", "/sitemap/"):
        assert 'href="/calculator/"' in text(client.get(address))
    for tab in ("/calculator/", "/calculator/remedies/", "/calculator/surcharge/"):
        assert client.get(tab).status_code == 200
        assert client.post(tab).status_code == 405
