"""The workbook of the list of powers (权责清单): matters, their provisions to the item, and the discretion standard."""

from __future__ import annotations

from lantai.agencies.models import Field
from lantai.law.released import NESTED, RELEASED
from lantai.powers.models import DiscretionTier, Power, PowerBasis
from lantai.web.workbook.sheets import Column, Sheet

_AGENCY = Column(
    "agency",
    "实施主体统一社会信用代码",
    ("统一社会信用代码", "单位代码", "实施主体代码", "执法主体代码", "单位统一社会信用代码"),
    kind="id",
    required=True,
    pattern=r"[0-9A-Z]{18}",
    form="统一社会信用代码应为18位数字或者大写字母",
    longest=18,
    example="114304000061011362",
)
_CODE = Column(
    "code",
    "事项编码",
    ("编码", "权责事项编码", "事项代码"),
    kind="id",
    required=True,
    pattern=r"[0-9A-Za-z._-]{1,40}",
    form="事项编码由1至40个数字、字母、点、横线组成",
    longest=40,
    example="CF-0001",
)
KIND_WORDS = {str(k.label): str(k.value) for k in Power.Kind} | {str(k.value): str(k.value) for k in Power.Kind}
FIELD_WORDS = {str(f.label): str(f.value) for f in Field}
ROLE_WORDS = {str(r.label): str(r.value) for r in PowerBasis.Role} | {
    "违反": "violated",
    "违则": "violated",
    "处罚": "penalty",
    "罚则": "penalty",
    "实施依据": "penalty",
    "程序": "procedure",
}
TIER_WORDS = {str(t.label): str(t.value) for t in DiscretionTier.Tier} | {
    "不予行政处罚": "不予处罚",
    "减轻处罚": "减轻",
    "从轻处罚": "从轻",
    "一般处罚": "一般",
    "从重处罚": "从重",
}
PROCEDURE_WORDS = {
    word: p.code
    for p in RELEASED
    if p.code not in NESTED
    for word in (p.label, p.label.removeprefix("行政处罚"), p.code)
}
"""What may be written for each procedure that a case can be opened with: its name, short or full, or its code."""

POWERS = Sheet(
    "powers",
    "权责事项",
    (
        _AGENCY,
        _CODE,
        Column(
            "name", "事项名称", ("名称", "权责事项名称", "职权名称"), required=True, longest=300, example="对……的处罚"
        ),
        Column(
            "kind",
            "类别",
            ("事项类别", "权力类型", "职权类别"),
            kind="choice",
            required=True,
            choices=KIND_WORDS,
            example="行政处罚",
        ),
        Column("field", "执法领域", ("领域",), kind="choice", required=True, choices=FIELD_WORDS, example="市场监管"),
        Column(
            "procedures", "适用程序", ("程序",), kind="words", choices=PROCEDURE_WORDS, example="普通程序、简易程序"
        ),
        Column("conditions", "适用情形", ("情形", "实施条件"), longest=4000, example="……"),
        Column("valid_from", "起始日", ("施行日期", "生效日期"), kind="date", required=True, example="2024-01-01"),
        Column("valid_to", "终止日", ("失效日期",), kind="date"),
    ),
)
BASES = Sheet(
    "bases",
    "法律依据",
    (
        _AGENCY,
        _CODE,
        Column(
            "role",
            "依据作用",
            ("作用", "依据类型", "依据类别"),
            kind="choice",
            required=True,
            choices=ROLE_WORDS,
            example="处罚依据",
        ),
        Column(
            "statute",
            "法律法规规章",
            ("法律法规名称", "依据名称", "法律名称"),
            required=True,
            longest=120,
            example="食品安全法",
        ),
        Column("article", "条", ("条文", "第几条"), required=True, longest=20, example="124"),
        Column("paragraph", "款", ("第几款",), longest=20, example="1"),
        Column("item", "项", ("第几项",), longest=20, example="1"),
    ),
    optional=True,
)
TIERS = Sheet(
    "tiers",
    "裁量基准",
    (
        _AGENCY,
        _CODE,
        Column("tier", "裁量档次", ("档次",), kind="choice", required=True, choices=TIER_WORDS, example="从轻"),
        Column(
            "conditions", "裁量情形", ("适用情形", "情形"), required=True, longest=2000, example="货值金额不足五百元"
        ),
        Column("min_yuan", "罚款下限", ("下限", "罚款下限（元）"), kind="number", example="5000"),
        Column("max_yuan", "罚款上限", ("上限", "罚款上限（元）"), kind="number", example="20000"),
        Column("source", "来源", ("裁量依据", "文件名称"), longest=200, example="某某裁量基准（2024年）"),
    ),
    optional=True,
)
SHEETS = (POWERS, BASES, TIERS)
NOTE = (
    "三张表用“实施主体统一社会信用代码＋事项编码”对应。工作簿里写了某事项的法律依据或者裁量基准的，"
    "即为该事项的全部依据或者基准；没有写的，不改动。款、项没有的留空。"
)
POWER_FIELDS = ("name", "kind", "field", "procedures", "conditions", "valid_from", "valid_to")
