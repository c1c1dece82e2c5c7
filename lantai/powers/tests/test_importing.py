"""A workbook of powers with three tables: half a power is never written."""

from __future__ import annotations

import pytest
from django.http import Http404

from lantai.agencies import commands as agencies
from lantai.agencies.models import ImportRun
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.powers import queries
from lantai.powers.commands import imports, registering
from lantai.powers.models import DiscretionTier, Power, PowerBasis
from lantai.powers.tests.conftest import code_of, kept

pytestmark = pytest.mark.django_db
POWERS = ["单位代码", "事项编码", "事项名称", "权力类型", "执法领域", "适用程序", "生效日期"]
BASES = ["单位代码", "事项编码", "作用", "法律名称", "条", "款", "项"]
TIERS = ["单位代码", "事项编码", "档次", "适用情形", "罚款下限（元）", "罚款上限（元）"]


def power(code, name="", *, agency=1, kind="行政处罚", procedures="普通程序、简易程序", start="2024-01-01"):
    return [code_of(agency), code, name or f"对事项{code}的处罚", kind, "市场监管", procedures, start]


def basis(
    code,
    role="处罚依据",
    statute="《中华人民共和国食品安全法》",
    article="第一百二十六条",
    paragraph=1,
    item="",
    *,
    agency=1,
):
    return [code_of(agency), code, role, statute, article, paragraph, item]


def tier(code, word="从轻", low=5000, high=20000):
    return [code_of(1), code, word, f"{word}的情形", low, high]


def tried(admin, powers, bases=None, tiers=()):
    given = bases if bases is not None else [basis(p[1]) for p in powers]
    sheets = [("权责清单", [["衡阳市权责清单"], POWERS, *powers]), ("依据", [BASES, *given])]
    if tiers:
        sheets.append(("裁量", [TIERS, *tiers]))
    workbook = kept(*sheets)
    trial = queries.trial(admin, workbook.sha256)
    return agencies.keep_trial(actor=admin, kind="powers", workbook=workbook, original_name="权责.xlsx", trial=trial)


def test_powers_are_written_with_provisions_and_tiers(admin, bureau):
    bases = [
        basis("CF-1"),
        basis("CF-1", "违则", article=53),
        basis("CF-2", article="124", item="第一项"),
    ]
    run = tried(admin, [power("CF-1"), power("CF-2")], bases, [tier("CF-1"), tier("CF-1", "一般", 20000, 50000)])
    assert run.counts == {"new": 2, "changed": 0, "same": 0, "bad": 0, "bases": 3, "tiers": 2}
    assert not Power.objects.exists()
    imports.confirm_powers(actor=admin, run=run)
    first = Power.objects.get(code="CF-1")
    assert queries.bases(first)["violated"] == ("《食品安全法》第五十三条第一款",)
    assert [t.tier for t in queries.tiers(first)] == ["从轻", "一般"]
    assert first.procedures == ["penalty.ordinary", "penalty.summary"]


def test_a_fault_in_a_further_table_keeps_the_whole_power_back(admin, bureau):
    bases = [
        basis("CF-1"), basis("CF-1", article="五八"),
        basis("CF-2"), basis("CF-9"),
        basis("CF-3", "违则"),
        basis("CF-4"), basis("CF-4"),
        basis("CF-5"),
    ]  # fmt: skip
    run = tried(admin, [power(f"CF-{n}") for n in (1, 2, 3, 4, 5)], bases, [tier("CF-5", low=9, high=1)])
    assert run.counts["new"] == 1
    said = [(p["sheet"], p["row"], p["sentence"]) for p in run.problems]
    assert ("依据", 3, "“五八”不是条的序号，请填数字，例如 58") in said
    assert ("依据", 5, "“权责清单”表里没有这一事项") in said
    assert ("依据", 8, "与前面的行重复") in said
    assert ("裁量", 2, "罚款上限小于下限") in said
    assert any(s == "权责清单" and r == 5 and "第三十八条" in t for s, r, t in said)
    with pytest.raises(Refused):
        imports.confirm_powers(actor=admin, run=run)
    imports.confirm_powers(actor=admin, run=ImportRun.objects.get(), good_part_only=True)
    assert [p.code for p in Power.objects.all()] == ["CF-2"]


def test_codes_agencies_and_procedures_are_judged(admin, bureau):
    powers = [
        power("CF-1"), power("CF-1", "又一次"), power("CF-2", agency=8), power("CF 3"), power(4),
        power("CF-5", procedures="神秘程序"), power("XK-1", kind="许可"), power("CF-6", kind="罚"),
    ]  # fmt: skip
    run = tried(admin, powers, [basis(code) for code in dict.fromkeys(p[1] for p in powers) if isinstance(code, str)])
    assert run.counts["new"] == 1
    told = {(p["row"], p["column"]) for p in run.problems if p["sheet"] == "权责清单"}
    assert {(4, "B"), (5, "A"), (6, "B"), (7, "B"), (8, "F"), (9, "F"), (10, "D")} <= told


def test_a_second_import_changes_only_what_differs(admin, bureau):
    imports.confirm_powers(
        actor=admin, run=tried(admin, [power("CF-1"), power("CF-2")], tiers=[tier("CF-1"), tier("CF-2")])
    )
    same = tried(admin, [power("CF-1"), power("CF-2")], [])
    assert same.counts["same"] == 2
    bases = [basis("CF-1", article=124), basis("CF-1", article=125)]
    run = tried(admin, [power("CF-1", "新名称"), power("CF-2")], [*bases, basis("CF-2")])
    assert run.counts["changed"] == 1 and run.counts["same"] == 1
    assert run.differences[0]["changes"][-1] == ["法律依据", "1 条", "2 条（新增 2，删去 1）"]
    imports.confirm_powers(actor=admin, run=run)
    first = Power.objects.get(code="CF-1")
    assert first.name == "新名称" and PowerBasis.objects.filter(power=first).count() == 2
    assert DiscretionTier.objects.count() == 2


def test_a_register_changed_after_the_trial_stops_the_confirmation(admin, bureau):
    imports.confirm_powers(actor=admin, run=tried(admin, [power("CF-1")]))
    run = tried(admin, [power("CF-1", "新名称")])
    registering.change(actor=admin, power=Power.objects.get(), seen=1, changes={"conditions": "改"})
    with pytest.raises(Conflict):
        imports.confirm_powers(actor=admin, run=run)


def test_unknown_statutes_and_missing_procedures_are_told(admin, bureau):
    run = tried(admin, [power("CF-1", procedures="")], [basis("CF-1", statute="某市规定")])
    assert "《某市规定》" in run.found["notes"][0] and "不能据以立案" in run.found["notes"][1]


def test_only_the_system_administrator_confirms_powers(admin, security, stranger, bureau):
    run = tried(admin, [power("CF-1")])
    for viewer in (security, stranger, None):
        with pytest.raises(Refused):
            imports.confirm_powers(actor=viewer, run=run)
    with pytest.raises(Http404):
        queries.trial(stranger, run.sha256)
    run.kind = "officers"
    with pytest.raises(Malformed):
        imports.confirm_powers(actor=admin, run=run)


def test_the_number_of_statements_does_not_grow_with_the_rows(admin, bureau, django_assert_max_num_queries):
    run = tried(admin, [power(f"CF-{n}") for n in range(300)], tiers=[tier(f"CF-{n}") for n in range(300)])
    with django_assert_max_num_queries(30):
        imports.confirm_powers(actor=admin, run=run)
    assert Power.objects.count() == 300
