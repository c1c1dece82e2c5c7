"""Pages of the portal: kept by version, the same for everybody, each link leading somewhere."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantai.law.procedures.penalty_summary import PENALTY_SUMMARY
from lantai.law.sheets.bpmn import bpmn
from lantai.ledger import clock, sequencer
from lantai.portal.commands import notices, registers, reports
from lantai.portal.tests.conftest import AGENCY, moment

FIXED = [
    "/",
    "/decisions/",
    "/decisions/withdrawn/",
    "/officers/",
    "/agencies/",
    "/reports/",
    "/laws/",
    "/check/",
    "/calculator/",
    "/calculator/remedies/",
    "/calculator/surcharge/",
    "/ledger/",
    "/sitemap/",
    "/accessibility/",
]


@pytest.fixture
def shown(put, officer, publisher):
    registers.put_agency(
        actor=publisher,
        code=AGENCY,
        name="衡阳市市场监督管理局",
        short_name="市市场监管局",
        kind="行政机关",
        division="430400",
        division_name="衡阳市",
        field="市场监管",
    )
    registers.put_power(
        actor=publisher,
        agency_code=AGENCY,
        agency_name="衡阳市市场监督管理局",
        code="P-1",
        name="对未查验供货者许可证的处罚",
        kind="处罚",
        field="市场监管",
        bases=[{"role": "处罚依据", "words": "《食品安全法》第一百二十六条第一款第三项"}],
        tiers=[{"tier": "一般", "conditions": "拒不改正", "range": "5,000—20,000 元", "source": ""}],
        procedures=["penalty.ordinary"],
        valid_from=date(2024, 1, 1),
    )
    registers.put_procedure(
        actor=publisher,
        code="penalty.ordinary",
        number=1,
        label="行政处罚普通程序",
        kind="处罚",
        digest="ab" * 32,
        chart='<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="流程图"></svg>',
        steps=["立案", "决定"],
    )
    reports.put_report(
        actor=publisher,
        agency_code=AGENCY,
        agency_name="衡阳市市场监督管理局",
        year=2025,
        tables=[{"code": "1", "title": "表一", "columns": ["单位", "警告"], "rows": [["市局", 3]], "notes": []}],
        text=["没有其他情况。"],
    )
    sequencer.checkpoint()
    return put(50)


@pytest.mark.parametrize("address", FIXED)
def test_every_fixed_page_stands_on_an_empty_and_on_a_full_installation(db, client, address, request):
    for _ in range(2):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert page.count("<h1") == 1 and "None" not in page and "SiteName" in page
        assert "<style" not in page and " style=" not in page
        own = ['<script src="/static/lantai/check.js" defer>'] if address == "/check/" else []
        assert re.findall("<script[^>]*>", page) == own
        request.getfixturevalue("shown")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("43040012345678", "/officers/43040012345678/"),
        ("４３０４００１２３４５６７８", "/officers/43040012345678/"),
        ("市场监督管理局", f"/agencies/{AGENCY}/"),
        ("查验供货者", f"/powers/{AGENCY}/P-1/"),
    ],
)
def test_one_field_finds_officers_by_number_and_agencies_and_powers_by_name(client, shown, officer, query, address):
    page = client.get("/decisions/", {"q": query}).content.decode()
    assert f'href="{address}"' in page.partition("您要找的也可能是")[2]


def test_nobody_is_found_by_name_among_the_officers(client, shown, officer):
    page = client.get("/decisions/", {"q": officer.name}).content.decode()
    assert officer.certificate not in page


def test_a_power_leads_to_the_decisions_that_name_its_act(client, shown):
    page = client.get(f"/powers/{AGENCY}/P-1/").content.decode()
    (query,) = re.findall(r'href="/decisions/\?q=([^"]+)">查这类决定', page)
    assert unquote(query) == "未查验供货者许可证"


def test_every_link_of_the_portal_leads_to_a_page(client, shown):
    seen, open_links, broken = set(), list(FIXED), []
    while open_links:
        address = open_links.pop()
        if address in seen or address.startswith(("/desk/", "/static/", "/components/", "//")):
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code not in (200, 302):
            broken.append((address, answer.status_code))
        if "html" in answer.headers.get("Content-Type", ""):
            links = re.findall(r'(?:href|src|action)="(/[^"#]*)', answer.content.decode())
            open_links += [link.replace("&amp;", "&") for link in links if len(seen) < 300]
    waiting = f"{shown.address}proof.zip"
    assert [b for b in broken if b[0] != waiting] == []
    assert len(seen) > 30


def test_a_kept_page_is_revalidated_and_falls_with_the_next_version(
    client, put, publisher, django_capture_on_commit_callbacks
):
    notice = put(1)
    sequencer.checkpoint()
    first = client.get(notice.address)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, no-cache" and not first.cookies
    again = client.get(notice.address, headers={"If-None-Match": tag})
    assert again.status_code == 304 and not again.content
    with CaptureQueriesContext(connection) as counted:
        assert client.get(notice.address).content == first.content
    assert len(counted) <= 1  # the version, at most once a second
    with django_capture_on_commit_callbacks(execute=True):
        notices.withdraw_notice(actor=publisher, notice=notice, reason="复议撤销")
    fallen = client.get(notice.address, headers={"If-None-Match": tag})
    assert fallen.status_code == 410 and fallen.headers.get("ETag", "") != tag


def test_a_page_is_the_same_bytes_for_every_visitor(client, shown, django_user_model):
    address = "/decisions/?q=查验"
    first = client.get(address, headers={"Accept-Language": "en", "User-Agent": "甲", "Cookie": "sessionid=x"}).content
    assert client.get(address, headers={"User-Agent": "乙"}).content == first


@pytest.mark.parametrize(
    ("day", "word", "why"),
    [
        ("2023-12-31", "无效", "尚未生效"),
        ("2026-11-25", "有效", "在有效期内"),
        ("2026-11-26", "无效", "已经过期"),
    ],
)
def test_a_certificate_is_valid_on_the_days_it_names_and_no_stored_page_outlives_the_day(
    client, officer, day, word, why
):
    with clock.at(moment("2026-11-25", 23)):
        assert "✓" in client.get("/officers/43040012345678/").content.decode()
    with clock.at(moment(day)):
        page = client.get("/officers/43040012345678/").content.decode()
    assert why in page and ("✓" in page) == (word == "有效") and ("无效：可以拒绝检查" in page) == (word == "无效")


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"suspended": [["2026-11-01", None]]}, "暂扣"), ({"left_on": date(2026, 11, 1)}, "离岗")],
)
def test_a_suspended_or_departed_officer_is_invalid(client, officer, publisher, changed, why):
    registers.put_officer(actor=publisher, certificate=officer.certificate, **changed)
    with clock.at(moment("2026-11-20")):
        page = client.get("/officers/43040012345678/").content.decode()
    assert why in page and "可以拒绝检查" in page and "✓" not in page


def test_an_unknown_certificate_is_invalid_and_nobody_is_found_by_name(client, officer):
    answer = client.get("/officers/99999999999999/")
    assert answer.status_code == 404 and "查无此证" in answer.content.decode()
    assert client.get("/officers/", {"number": "李明"}).status_code == 302
    assert client.get("/officers/李明/").status_code == 404


def test_no_photo_is_given_but_that_of_a_published_officer(client, officer):
    assert client.get("/officers/43040012345678/photo").status_code == 404


def test_a_document_is_checked_by_its_code_and_shows_no_party(client, publisher, put):
    put(9)
    registers.put_mark(
        actor=None,
        code="K7M2P9QX",
        title="行政处罚决定书",
        agency_name="衡阳市市场监督管理局",
        issued_on=date(2026, 11, 10),
        digest="cd" * 32,
        reference="衡市监罚〔2026〕9号",
    )
    assert client.get("/check/", {"code": "k7m2-p9qx"}).headers["Location"] == "/c/K7M2P9QX/"
    page = client.get("/c/K7M2P9QX/").content.decode()
    assert "本平台制作过这份文书" in page and "/decisions/" in page and "甲餐饮" not in page
    unknown = client.get("/c/AAAA2222/")
    assert unknown.status_code == 404 and "没有找到" in unknown.content.decode()
    assert "没有找到" not in client.get("/check/", {"code": "cd" * 32}).content.decode()


def test_an_unchanged_register_row_is_not_written_again(officer, publisher):
    row = {"certificate": "43040012345678", "name": "李明"}
    assert registers.put_officers(actor=publisher, rows=[row]) == 0
    assert registers.put_officers(actor=publisher, rows=[{**row, "unit": "执法二科"}]) == 1


def test_a_report_is_corrected_with_a_reason_only(shown, publisher, client):
    given = {"actor": publisher, "agency_code": AGENCY, "agency_name": "市局", "year": 2025}
    tables = [{"code": "1", "title": "表一", "columns": ["单位", "警告"], "rows": [["市局", 4]], "notes": []}]
    with pytest.raises(Exception, match="更正时请写明理由"):
        reports.put_report(**given, tables=tables)
    reports.put_report(**given, tables=tables, reason="漏计一件")
    page = client.get(f"/reports/2025/{AGENCY}/").content.decode()
    assert "第 2 版：漏计一件" in page
    assert client.get(f"/reports/2025/{AGENCY}/tables.csv").content.decode("utf-8-sig").splitlines()[2] == "市局,4"


def test_the_published_procedure_is_offered_as_a_file_for_other_tools_and_no_other_one(
    shown, client, officer, publisher
):
    """The fixture published another digest than that of the declaration, so there is nothing to download."""
    runs = PENALTY_SUMMARY
    registers.put_procedure(
        actor=publisher,
        code=runs.code,
        number=runs.version,
        label=runs.label,
        kind=runs.kind,
        chart="<svg/>",
        steps=["第一步"],
        digest=runs.digest,
        signed_on=date(2026, 1, 5),
        signed_by="衡阳市司法局",
    )
    address = f"/procedures/{runs.code}/{runs.version}/"
    assert "procedure.bpmn" in client.get(address).content.decode()
    file = client.get(f"{address}procedure.bpmn")
    assert file["Content-Type"] == "application/bpmn+xml; charset=utf-8"
    assert file.content.decode() == bpmn(runs)
    assert client.get(f"{address}procedure.bpmn")["Content-Disposition"] == file["Content-Disposition"]
    assert "procedure.bpmn" not in client.get("/procedures/penalty.ordinary/1/").content.decode()
    assert client.get("/procedures/penalty.ordinary/1/procedure.bpmn").status_code == 404
