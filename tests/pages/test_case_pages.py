"""The pages of a case: who sees them, what a step asks, what a refusal says, and that a preview leaves nothing."""

from __future__ import annotations

import html
import re

import pytest
from django.template import Context, Template

from lantai.cases.forms import WordsForm
from lantai.cases.models import Case, Decision, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import statements
from lantai.law.statements import words_of
from lantai.ledger.models import Entry
from lantai.rehearsal.wording import lawful
from tests.scenes import at, moment, scene, world

pytestmark = pytest.mark.django_db

TABS = ("", "terms/", "papers/", "history/")


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("who", ["officer", "section_head", "head", "reviewer", "archivist", "supervisor"])
def test_every_tab_renders_for_every_post(tab, who):
    place = scene("PG-10", "2026-03-20", said={"fine": "8000"})
    with at("2026-03-21"):
        page = place.browser(who).get(f"/desk/cases/{place.case.pk}/{tab}")
    assert page.status_code == 200
    assert "None" not in page.content.decode()


@pytest.mark.parametrize("tab", [*TABS, "draft/", "steps/PG-3/", "extension/", "handlers/", "intervals/"])
def test_another_agencys_case_is_not_there(tab):
    place = scene("PG-1", "2026-03-02")
    missing = place.browser("justice_bureau_same_level").get(f"/desk/cases/{place.case.pk}/{tab}")
    assert missing.status_code == 404


def test_every_step_of_the_procedure_has_a_page():
    place = scene("PG-8", "2026-03-10")
    browser = place.browser("officer")
    with at("2026-03-11"):
        for step in place.player.procedure.steps:
            for outcome in ("", *(o.code for o in step.outcomes)):
                page = browser.get(f"/desk/cases/{place.case.pk}/steps/{step.id}/?outcome={outcome}")
                assert page.status_code == 200, (step.id, outcome)
                assert "None" not in page.content.decode(), (step.id, outcome)


def test_evidence_is_added_from_the_case_with_its_step_and_handlers_known_and_the_case_comes_back():
    place = scene("PG-8", "2026-03-10")
    case = f"/desk/cases/{place.case.pk}/"
    with at("2026-03-11"):
        page = place.browser("officer").get(case).content.decode()
        link = html.unescape(re.search(r'href="([^"]*/add/[^"]*)"', page)[1])
        form = place.browser("officer").get(link).content.decode()
        assert "/add/" not in place.browser("archivist").get(case).content.decode()
    assert f"step={place.case.standing}&" in link
    assert f'name="next" value="{case}"' in form
    handlers = [handler.person_id for handler in place.case.handlers.all()]
    assert len(handlers) == 2
    for pk in handlers:
        assert f'value="{pk}" selected' in form


def test_a_case_is_opened_through_the_pages():
    place = world()
    browser = scene("PG-1", "2026-03-02", where=place).browser("officer")
    power = place.powers["处罚"].pk
    said = {
        "title": "销售过期食品案",
        "source": "report",
        "clue": "接举报",
        "party_kind": "organisation",
        "party_name": "衡阳演示食品有限公司",
        "party_code": "",
        "key": "one",
    }
    address = f"/desk/cases/new/form/?power={power}&procedure=penalty.ordinary"
    with at("2026-03-03"):
        assert browser.get("/desk/cases/new/").status_code == 200
        assert browser.get(address).status_code == 200
        unfit = browser.get(f"/desk/cases/new/form/?power={power}&procedure=licence.ordinary")
        assert unfit.status_code == 400 and "不适用" in unfit.content.decode()
        wrong = browser.post(address, said | {"party_code": "91430407MA4Q7XYE7X"})
        assert wrong.status_code == 400
        data = browser.post(
            address, said | {"party_code": "91430407MA4Q7XYE7X"}, headers={"Accept": "application/json"}
        )
        assert data.status_code == 400 and data.json()["field"] == "party_code" and "校验码" in data.json()["sentence"]
        assert browser.post(address, said).status_code == 302
        assert browser.post(address, said).status_code == 302
    assert Case.objects.filter(title="销售过期食品案").count() == 1


def test_a_refused_step_answers_409_with_article_and_remedy_on_page_and_as_data():
    place = scene("PG-1", "2026-03-02")
    browser = place.browser("head")
    said = {"seen": place.case.version, "outcome": "filed", "suspected": "第五十三条", "has_evidence": "on"}
    said |= {"has_penalty_basis": "on", "has_jurisdiction": "on", "within_limitation": "on"}
    said |= {"officers": [place.pk("officer"), place.pk("officer_2")]}
    address = f"/desk/cases/{place.case.pk}/steps/PG-3/"
    with at("2026-03-03"):
        page = browser.post(address, said)
        data = browser.post(address, said, headers={"Accept": "application/json"})
    assert page.status_code == 409
    assert "《行政处罚法》" in page.content.decode()
    assert "请先办理" in page.content.decode()
    assert "现在不能办理" in page.content.decode() and ">第五十三条</textarea>" in page.content.decode().replace(
        "\n", ""
    )
    assert data.status_code == 409
    assert all(r["basis"] and r["remedy"] for r in data.json()["refusals"])


@pytest.mark.parametrize(("fine", "told"), [("8000", False), ("150000", True)])
def test_the_notice_knows_whether_the_right_to_a_hearing_is_told(fine, told):
    place = scene("PG-9", "2026-03-17", said={"fine": fine})
    with at("2026-03-18"):
        page = place.browser("officer").get(f"/desk/cases/{place.case.pk}/steps/PG-10/").content.decode()
    (box,) = re.findall(r'<input[^>]*name="hearing_right"[^>]*>', page)
    assert ("checked" in box) == told


def test_a_refused_draft_keeps_what_was_typed():
    place = scene("PG-8", "2026-03-10")
    said = lawful(
        statements.draft_words("penalty"), {"fine": "8000", "facts": "写了很久的事实。"}, moment("2026-03-11"), {}
    )
    said |= {"seen": place.case.version, "outcome": "penalty"}
    with at("2026-03-11"):
        page = place.browser("officer_3").post(f"/desk/cases/{place.case.pk}/draft/", said)
    assert page.status_code == 409 and "写了很久的事实。" in page.content.decode()
    assert "现在不能办理" in page.content.decode() and not place.case.drafts.filter(number__gt=1).exists()


def test_an_old_page_answers_409_and_says_what_changed():
    place = scene("PG-1", "2026-03-02")
    old = place.case.version
    later = scene("PG-3", "2026-03-04", where=place.world)
    with at("2026-03-05"):
        page = later.browser("officer").post(
            f"/desk/cases/{later.case.pk}/steps/PG-8/", {"seen": old, "facts": "事实", "opinion": "penalty"}
        )
    assert page.status_code in (400, 409)


def test_a_preview_shows_the_document_and_leaves_nothing():
    place = scene("PG-11", "2026-04-10", said={"fine": "8000"})
    scene_before = (TakenStep.objects.count(), IssuedDocument.objects.count(), Entry.objects.count())
    browser = place.browser("head")
    said = {"seen": place.case.version, "outcome": "penalty", "preview": "1"}
    with at("2026-04-11"):
        page = browser.post(f"/desk/cases/{place.case.pk}/steps/PG-14/", said)
    assert page.status_code == 200
    assert "行政处罚决定书" in page.content.decode()
    assert "衡市监罚〔2026〕1号" in page.content.decode()
    assert (TakenStep.objects.count(), IssuedDocument.objects.count(), Entry.objects.count()) == scene_before
    assert not Decision.objects.exists()


def test_the_head_decides_with_the_draft_and_the_opinions_before_him():
    place = scene("PG-11", "2026-04-10", said={"fine": "8000"})
    browser = place.browser("head")
    address = f"/desk/cases/{place.case.pk}/steps/PG-14/?outcome=penalty"
    with at("2026-04-11"):
        page = browser.get(address).content.decode()
        assert "证据采信理由" in page
        assert "审核意见" in page
        done = browser.post(address, {"seen": place.case.version, "outcome": "penalty"})
        assert done.status_code == 302
    assert Decision.objects.get(case=place.case).fine == 8000


def test_the_list_shows_what_was_asked_for():
    place = scene("PG-3", "2026-03-04")
    browser = place.browser("officer")
    assert place.case.title in browser.get("/desk/cases/?q=供货者").content.decode()
    assert place.case.title not in browser.get("/desk/cases/?q=没有这样的案件").content.decode()
    assert place.case.title in browser.get("/desk/cases/?standing=PG-4").content.decode()
    assert place.case.title not in browser.get("/desk/cases/?standing=PG-14").content.decode()


def test_a_draft_is_written_through_the_page_and_missing_reasons_are_named_at_their_field():
    place = scene("PG-8", "2026-03-10")
    browser = place.browser("officer")
    address = f"/desk/cases/{place.case.pk}/draft/?outcome=penalty"
    said = {
        "seen": place.case.version,
        "outcome": "penalty",
        "penalty_kinds": ["warning"],
        "tier": "从轻",
        "facts": "事实",
    }
    with at("2026-03-11"):
        page = browser.post(address, said)
    assert page.status_code == 400
    assert "请填写证据采信理由" in page.content.decode()


def test_only_what_may_stay_empty_is_said_to_be_optional():
    denied = WordsForm(words=words_of("licence.ordinary", "LI-8", "denied"))
    page = Template("{% for said in form %}{% field said %}{% endfor %}").render(Context({"form": denied}))
    labels = {text.strip() for text in re.findall(r"<(?:label|legend)[^>]*>(.*?)</(?:label|legend)>", page, re.DOTALL)}
    assert "不予许可的理由" in labels  # G-13 refuses a denial without its reasons
    granted = WordsForm(words=words_of("licence.ordinary", "LI-8", "granted"))
    page = Template("{% for said in form %}{% field said %}{% endfor %}").render(Context({"form": granted}))
    assert '有效期至<span class="optional">（可不填）</span>' in page
    received = WordsForm(words=words_of("penalty.ordinary", "PG-15", ""))
    page = Template("{% for said in form %}{% field said %}{% endfor %}").render(Context({"form": received}))
    assert "（视前面的选择）" in page  # what the mode of service asks for


def test_an_amount_that_is_known_stands_in_its_field_as_people_write_it():
    place = scene("PG-9", "2026-03-17", said={"fine": "8000"})
    with at("2026-03-18"):
        page = place.browser("officer").get(f"/desk/cases/{place.case.pk}/draft/").content.decode()
    (box,) = re.findall(r'<input[^>]*name="fine"[^>]*>', page)
    assert 'value="8000"' in box and ".00" not in box


def test_before_a_case_is_opened_the_cases_against_the_same_party_are_looked_up_and_nothing_is_written():
    place = scene("PG-3", "2026-03-04")
    name = place.case.parties.get().name
    address = f"/desk/cases/new/form/?power={place.case.power_id}&procedure=penalty.ordinary"
    typed = {"title": "又一起", "clue": "写了一半的线索", "party_name": name, "find": "party"}
    with at("2026-03-05"):
        browser = place.browser("officer")
        found = browser.post(address, typed).content.decode()
        nobody = browser.post(address, typed | {"party_name": "别的公司"}).content.decode()
        code = place.case.parties.get().code
        by_code = browser.post(address, typed | {"party_name": "写错的名称", "party_code": f" {code}"}).content.decode()
        plain = browser.get(address).content.decode()
    assert place.case.number in found and "正在办理" in found and "写了一半的线索" in found and "错误：" not in found
    assert place.case.number not in nobody and "没有查到同一当事人的案件" in nobody
    assert (place.case.number in by_code) == bool(code)
    assert "同一当事人在本机关" not in plain and Case.objects.count() == 1
