"""The workbook of the register of agencies (执法主体名录): its columns, what people call them and what they write."""

from __future__ import annotations

from lantai.agencies.models import Field, Kind, Level
from lantai.web.workbook.sheets import Column, Sheet


def words(choices: type[Kind] | type[Level] | type[Field]) -> dict[str, str]:
    """What may be written for each value: its Chinese label."""
    return {str(c.label): str(c.value) for c in choices}


FIELD_WORDS = words(Field) | {
    "市场监督管理": "market",
    "城市管理和综合执法": "urban",
    "城管": "urban",
    "应急": "emergency",
    "住建": "construction",
}
KIND_WORDS = words(Kind) | {
    "机关": "机关",
    "授权": "授权",
    "授权组织": "授权",
    "受委托": "受委托",
    "委托": "受委托",
    "委托组织": "受委托",
}
LEVEL_WORDS = words(Level) | {"工作部门": "department"}
CODE_FORM = "统一社会信用代码应为18位数字或者大写字母"


def code_column(
    key: str = "code", header: str = "统一社会信用代码", *, required: bool = True, example: str = ""
) -> Column:
    """The credit code of an agency, in whichever register it is named."""
    return Column(
        key,
        header,
        ("信用代码", "单位信用代码", "执法主体代码", "执法主体统一社会信用代码", "所在单位统一社会信用代码")
        if key != "parent"
        else ("上级机关代码", "委托机关代码", "上级或委托机关统一社会信用代码"),
        kind="id",
        required=required,
        pattern=r"[0-9A-Z]{18}",
        form=CODE_FORM,
        longest=18,
        example=example,
    )


AGENCIES = Sheet(
    "agencies",
    "执法主体",
    (
        code_column(example="114304000061011362"),
        Column(
            "name",
            "名称",
            ("单位名称", "执法主体名称", "主体名称", "机关名称"),
            required=True,
            longest=120,
            example="衡阳市某某局",
        ),
        Column("short_name", "简称", ("单位简称",), longest=40, example="市某某局"),
        Column(
            "kind",
            "主体性质",
            ("性质", "主体类型", "执法主体性质"),
            kind="choice",
            required=True,
            choices=KIND_WORDS,
            example="行政机关",
        ),
        Column("level", "层级", ("级别",), kind="choice", choices=LEVEL_WORDS, example="部门"),
        Column(
            "division",
            "行政区划代码",
            ("区划代码", "行政区划"),
            kind="id",
            required=True,
            pattern=r"\d{6}",
            form="行政区划代码应为6位数字",
            longest=6,
            example="430400",
        ),
        code_column("parent", "上级或委托机关代码", required=False),
        Column("field", "执法领域", ("领域",), kind="choice", required=True, choices=FIELD_WORDS, example="市场监管"),
        Column("duties", "职责", ("主要职责",), longest=4000, example="负责……"),
        Column("basis", "设立或授权依据", ("设立依据", "授权依据", "依据"), longest=4000),
        Column("address", "地址", ("办公地址",), example="衡阳市某某路1号"),
        Column("phone", "电话", ("联系电话", "办公电话"), longest=40, example="0734-0000000"),
        Column("hours", "办公时间", longest=120, example="工作日9:00—12:00，13:30—17:00"),
        Column("doc_prefix", "机关代字", ("文号代字",), longest=20, example="衡某监"),
        Column(
            "valid_from",
            "起始日",
            ("成立日期", "启用日期", "设立日期"),
            kind="date",
            required=True,
            example="2019-03-01",
        ),
        Column("valid_to", "终止日", ("撤销日期",), kind="date"),
    ),
)

NOTE = "一行一个执法主体。单元格留空表示不改动已登记的内容。受委托组织须填委托机关代码。"
LABELS: dict[str, dict[str, str]] = {
    "kind": {str(c.value): str(c.label) for c in Kind},
    "level": {str(c.value): str(c.label) for c in Level},
    "field": {str(c.value): str(c.label) for c in Field},
}
