"""Ugly workbooks are read tolerantly and judged strictly; nothing is written before it is confirmed."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from django.http import Http404
from openpyxl import Workbook, load_workbook

from lantai.agencies import commands, queries
from lantai.agencies.models import Agency, ImportRun
from lantai.agencies.tests.conftest import code_of, kept
from lantai.agencies.workbook import AGENCIES, NOTE
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import store
from lantai.ledger.models import Entry
from lantai.web.workbook import writing
from lantai.web.workbook.plan import problems_of

pytestmark = pytest.mark.django_db

HEAD = ["统一社会信用代码", "单位名称", "主体性质", "行政区划代码", "执法领域", "上级机关代码", "机关代字", "起始日"]


def row(number, name, *, kind="行政机关", parent=None, prefix="", start="2019-03-01"):
    return [code_of(number), name, kind, "430400", "市场监管", parent, prefix, start]


def tried(admin, workbook):
    trial = queries.trial(admin, workbook.sha256)
    return commands.keep_trial(actor=admin, kind="agencies", workbook=workbook, original_name="名录.xlsx", trial=trial)


def test_a_trial_counts_and_writes_nothing(admin):
    run = tried(admin, kept(("Sheet1", [HEAD, row(1, "甲局"), row(2, "乙局")])))
    assert run.counts == {"new": 2, "changed": 0, "same": 0, "bad": 0}
    assert not Agency.objects.exists()


def test_confirmation_writes_all_with_those_above_first(admin):
    rows = [
        HEAD,
        row(3, "丙队", kind="受委托组织", parent=code_of(2)),
        row(2, "乙局", parent=code_of(1)),
        row(1, "甲府"),
    ]
    run = commands.confirm_agencies(actor=admin, run=tried(admin, kept(("S", rows))))
    assert run.status == ImportRun.Status.CONFIRMED and run.confirmed_by == admin.person_id
    assert Agency.objects.get(name="丙队").parent.parent.name == "甲府"
    assert Entry.objects.filter(verb="agencies.confirm_agencies").count() == 1


def test_the_table_is_found_below_titles_through_merged_cells_and_past_notes_and_hidden_sheets(admin):
    book = Workbook()
    hidden = book.active
    hidden.title = "旧表"
    hidden.sheet_state = "hidden"
    for values in (HEAD, row(9, "不该读的局")):
        hidden.append(values)
    ws = book.create_sheet("名录")
    ws.append(["衡阳市行政执法主体名录"])
    ws.merge_cells("A1:H1")
    ws.append(["填报单位：市司法局", None, None, None, None, None, None, "2026年"])
    ws.append(
        [" 统一社会\n信用代码 *", "单位名称（全称）", "主体性质", "行政区划", "领域", "委托机关代码", "", "设立日期"]
    )
    ws.append([*row(1, "甲局")[:7], datetime(2019, 3, 1)])
    ws.append([*row(2, "乙局")[:7], "2019年3月1日"])
    ws.merge_cells("E4:E5")
    ws.append([])
    ws.append(["注：本表由各单位填报"])
    ws.merge_cells("A7:H7")
    out = BytesIO()
    book.save(out)
    run = tried(admin, store.put_bytes(out.getvalue()))
    assert run.counts["new"] == 2 and not run.problems
    found = run.found["tables"]["名录"]
    assert found["header_row"] == 3 and found["skipped"] == [7]


def test_a_number_is_never_repaired_by_guess(admin):
    rows = [
        HEAD,
        row(1, "甲局"),
        [114304000061011362, *row(2, "乙局")[1:]],
        ["1.14304E+17", *row(3, "丙局")[1:]],
        [code_of(4)[:9] + " " + code_of(4)[9:], *row(4, "丁局")[1:]],
        [code_of(5).replace(code_of(5)[-1], "0" if code_of(5)[-1] != "0" else "1"), *row(5, "戊局")[1:]],
        ["1143040000610113", *row(6, "己局")[1:]],
    ]
    run = tried(admin, kept(("S", rows)))
    assert run.counts == {"new": 1, "changed": 0, "same": 0, "bad": 5}
    assert [(p["row"], p["column"]) for p in run.problems] == [(n, "A") for n in (3, 4, 5, 6, 7)]
    said = [p["sentence"] for p in run.problems]
    assert (
        "数字格式" in said[0]
        and "科学计数法" in said[1]
        and "空格" in said[2]
        and "校验码" in said[3]
        and "18位" in said[4]
    )


def test_formulas_are_not_evaluated_and_go_back_as_text(admin):
    rows = [HEAD, [*row(1, "甲局")[:1], "=1+1", *row(1, "甲局")[2:]]]
    workbook = kept(("S", rows))
    run = tried(admin, workbook)
    assert run.counts["bad"] == 1 and "公式" in run.problems[0]["sentence"]
    back = writing.with_problems(store.path(workbook.sha256), problems_of(run.problems), run.found["tables"])
    ws = load_workbook(BytesIO(back))["S"]
    assert ws["B2"].value == "=1+1" and ws["B2"].data_type == "s"
    assert ws["I1"].value == "问题" and "公式" in ws["I2"].value and ws["I2"].font.color.rgb.endswith("A61B1B")
    again = queries.trial(admin, store.put_bytes(back).sha256)
    assert again.counts == run.counts


def test_the_problems_stand_beside_a_head_of_two_rows_and_write_over_nothing(admin):
    book = Workbook()
    ws = book.active
    ws.append([*HEAD[:6], "其他", None])
    ws.append([*[None] * 6, *HEAD[6:]])
    for letter in "ABCDEF":
        ws.merge_cells(f"{letter}1:{letter}2")
    ws.merge_cells("G1:H1")
    ws["I1"] = "办公时间"
    ws.merge_cells("I1:I2")
    ws.append([*row(1, ""), "全天"])
    out = BytesIO()
    book.save(out)
    workbook = store.put_bytes(out.getvalue())
    run = tried(admin, workbook)
    back = writing.with_problems(store.path(workbook.sha256), problems_of(run.problems), run.found["tables"])
    ws = load_workbook(BytesIO(back)).active
    assert ws["I3"].value == "全天" and ws["J2"].value == "问题" and "必填" in ws["J3"].value
    assert queries.trial(admin, store.put_bytes(back).sha256).counts == run.counts


@pytest.mark.parametrize("name", ["甲\ue000局", "甲\u200b局", "甲\u202e局"])
def test_a_name_with_signs_that_nobody_sees_or_nobody_else_can_read_is_told(admin, name):
    run = tried(admin, kept(("S", [HEAD, row(1, name), row(2, "㐂𠮷局")])))
    assert run.counts["new"] == 1 and [(p["row"], p["column"]) for p in run.problems] == [(2, "B")]


def test_only_the_good_part_is_written_only_if_so_chosen(admin):
    run = tried(admin, kept(("S", [HEAD, row(1, "甲局"), row(2, "")])))
    with pytest.raises(Refused):
        commands.confirm_agencies(actor=admin, run=run)
    assert not Agency.objects.exists()
    commands.confirm_agencies(actor=admin, run=ImportRun.objects.get(), good_part_only=True)
    assert [a.name for a in Agency.objects.all()] == ["甲局"]


def test_an_agency_below_a_bad_line_is_not_taken_in(admin):
    rows = [HEAD, row(1, "甲局", start="不知道"), row(2, "乙局", parent=code_of(1)), row(3, "丙局", parent=code_of(8))]
    run = tried(admin, kept(("S", rows)))
    assert run.counts["new"] == 0 and run.counts["bad"] == 3
    assert "上级机关" in run.problems[1]["sentence"] and "没有登记" in run.problems[2]["sentence"]


def test_what_stands_twice_or_is_in_use_is_told(admin):
    commands.confirm_agencies(actor=admin, run=tried(admin, kept(("S", [HEAD, row(1, "甲局", prefix="衡甲")]))))
    rows = [HEAD, row(2, "甲局"), row(3, "丙局", prefix="衡甲"), row(4, "丁局"), row(4, "戊局"), row(5, "丁局")]
    run = tried(admin, kept(("S", rows)))
    assert [p["row"] for p in run.problems] == [2, 3, 5, 6]
    assert run.counts["new"] == 1


def test_a_circle_of_superiors_is_told(admin):
    rows = [HEAD, row(1, "甲局", parent=code_of(2)), row(2, "乙局", parent=code_of(1))]
    assert tried(admin, kept(("S", rows))).counts["bad"] == 2


def test_changes_are_shown_old_and_new_and_empty_cells_change_nothing(admin):
    first = [[*HEAD, "电话"], [*row(1, "甲局"), "0734-1"]]
    commands.confirm_agencies(actor=admin, run=tried(admin, kept(("S", first))))
    second = [[*HEAD, "电话"], [*row(1, "甲局（新）", kind="授权"), None]]
    run = tried(admin, kept(("S", second)))
    assert run.differences == [
        {
            "row": 2,
            "label": "甲局（新）",
            "changes": [["名称", "甲局", "甲局（新）"], ["主体性质", "行政机关", "法律法规授权组织"]],
        }
    ]
    commands.confirm_agencies(actor=admin, run=run)
    agency = Agency.objects.get()
    assert (agency.name, agency.kind, agency.phone, agency.version) == ("甲局（新）", "授权", "0734-1", 2)
    again = tried(admin, kept(("S", second)))
    assert again.counts == {"new": 0, "changed": 0, "same": 1, "bad": 0}
    with pytest.raises(Refused):
        commands.confirm_agencies(actor=admin, run=again)


def test_a_register_changed_after_the_trial_stops_the_confirmation(admin):
    commands.confirm_agencies(actor=admin, run=tried(admin, kept(("S", [HEAD, row(1, "甲局")]))))
    run = tried(admin, kept(("S", [HEAD, row(1, "乙局")])))
    agency = Agency.objects.get()
    commands.change(actor=admin, agency=agency, seen=agency.version, changes={"phone": "0734-2"})
    with pytest.raises(Conflict):
        commands.confirm_agencies(actor=admin, run=run)
    assert Agency.objects.get().name == "甲局"


def test_a_run_is_written_once(admin):
    run = tried(admin, kept(("S", [HEAD, row(1, "甲局")])))
    commands.confirm_agencies(actor=admin, run=run)
    with pytest.raises(Conflict):
        commands.confirm_agencies(actor=admin, run=run)
    dropped = commands.drop_run(actor=admin, run=tried(admin, kept(("S", [HEAD, row(2, "乙局")]))))
    with pytest.raises(Conflict):
        commands.confirm_agencies(actor=admin, run=dropped)


def test_bytes_altered_after_the_trial_are_not_written(admin):
    run = tried(admin, kept(("S", [HEAD, row(1, "甲局")])))
    place = store.path(run.sha256)
    place.chmod(0o600)
    place.write_bytes(place.read_bytes() + b"x")
    with pytest.raises(store.Altered):
        commands.confirm_agencies(actor=admin, run=run)
    place.unlink()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no workbook", b"\xd0\xcf\x11\xe0 old", "统一社会信用代码".encode()]
)
def test_what_is_no_workbook_is_refused_in_words(admin, content):
    with pytest.raises(Malformed) as wrong:
        queries.trial(admin, store.put_bytes(content).sha256)
    assert wrong.value.field == "file"


def test_only_administrators_try_and_only_the_system_administrator_keeps_and_confirms(admin, security, stranger):
    workbook = kept(("S", [HEAD, row(1, "甲局")]))
    with pytest.raises(Http404):
        queries.trial(stranger, workbook.sha256)
    run = tried(admin, workbook)
    for viewer in (security, stranger):
        with pytest.raises(Refused):
            commands.confirm_agencies(actor=viewer, run=run)
    with pytest.raises(Http404):
        queries.run(stranger, run.pk)
    assert queries.run(security, run.pk) == run


def test_the_template_can_be_filled_and_read_back(admin):
    book = load_workbook(BytesIO(writing.template((AGENCIES,), NOTE)))
    ws = book["执法主体"]
    assert ws.data_validations.dataValidation and book.sheetnames[1] == "执法主体填写示例"
    headers = [c.value.rstrip("*") for c in ws[1]]
    values = dict(zip(HEAD, row(1, "甲局"), strict=True))
    values |= {"名称": "甲局", "执法领域": "市场监管"}
    for index, header in enumerate(headers, start=1):
        ws.cell(2, index).value = values.get(header)
    out = BytesIO()
    book.save(out)
    trial = queries.trial(admin, store.put_bytes(out.getvalue()).sha256)
    assert trial.counts["new"] == 1 and not trial.problems


def test_the_number_of_statements_does_not_grow_with_the_rows(admin, django_assert_max_num_queries):
    rows = [HEAD, *(row(n, f"第{n}局") for n in range(1, 300))]
    run = tried(admin, kept(("S", rows)))
    with django_assert_max_num_queries(25):
        commands.confirm_agencies(actor=admin, run=run)
    assert Agency.objects.filter(valid_from=date(2019, 3, 1)).count() == 299
