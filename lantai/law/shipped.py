"""待确认: figures and readings the platform brings along that no text in force fixes, until a person has confirmed them.

Switches and hearing amounts stand in ``policy`` and ``hearing_amounts``; the others are readings of the law that the
program applies everywhere, each with the open question behind it. A confirmation holds for the value that was shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantai.law import hearing_amounts, policy
from lantai.law.money import grouped
from lantai.law.periods import written

SURE = "S"


@dataclass(frozen=True)
class Shipped:
    """One figure or reading: its value in words, where it comes from, why it is not sure.

    ``mark``  M remembered and not compared with the text in force, D decided here where the law is silent.
    """

    key: str
    label: str
    value: str
    source: str
    mark: str = "D"

    @property
    def doubt(self) -> str:
        return _DOUBTS[self.mark]

    @property
    def shown(self) -> str:
        """The value as pages write it. A confirmation holds for ``value``, however that is written."""
        return _written(self.value)


_DOUBTS = {"M": "没有与现行文本核对", "D": "法律没有规定或者各地做法不一，由平台拟定"}

_READINGS = (
    Shipped(
        "reading.rolling",
        "行政处罚法、行政强制法、行政许可法等没有规定顺延的机关期限",
        "最后一日为休息日的顺延到其后第一个工作日，同时提示最后一个工作日",
        "参照《民事诉讼法》第八十五条",
    ),
    Shipped(
        "reading.seven_days_before",
        "听证的七日前通知怎样计算",
        "通知送达之日和听证之日之间有七个完整的工作日",
        "《行政处罚法》第六十四条第一款第二项、第八十五条",
    ),
    Shipped(
        "reading.announcement",
        "公告送达的送达日期",
        "自公告之日起第三十日，遇休息日不顺延；当事人的期限自次日起算",
        "《民事诉讼法》第九十五条",
    ),
    Shipped(
        "reading.serving_start",
        "决定书七日内送达自哪一天起算",
        "自作出决定之日起算，七日为工作日",
        "《行政处罚法》第六十一条、第八十五条",
    ),
    Shipped(
        "reading.night_and_holidays",
        "强制执行的“夜间”和“法定节假日”",
        "夜间为22时至次日6时，节假日包括放假安排中的休息日和周末",
        "《行政强制法》第四十三条",
    ),
    Shipped(
        "reading.three_days_of_transfer",
        "移送涉嫌犯罪案件规定中的“三日”",
        "按自然日计算",
        "《行政执法机关移送涉嫌犯罪案件的规定》",
    ),
    Shipped(
        "reading.provincial_days",
        "湖南省行政程序规定中的“日”",
        "按自然日计算",
        "《湖南省行政程序规定》（2018年、2022年修改文本未核对）",
        "M",
    ),
    Shipped(
        "reading.two_inspectors",
        "日常行政检查的执法人员人数",
        "不少于两人",
        "参照《行政处罚法》第四十二条、第五十五条",
        "M",
    ),
    Shipped(
        "reading.inspection_cap",
        "投诉举报、转办交办、数据监测引发的检查是否受年度频次上限限制",
        "允许，计入次数并报告",
        "国办发〔2024〕54号及解答",
        "M",
    ),
    Shipped(
        "reading.inspection_forms",
        "七种行政检查文书的名称",
        "行政检查审批表等七种",
        "《行政检查文书基本格式文本（试行）》",
        "M",
    ),
    Shipped(
        "reading.retention",
        "案卷保管期限",
        "按案件类别分为永久、30年、10年",
        "《档案法实施条例》第十九条，须报档案主管部门",
    ),
    Shipped(
        "reading.publication",
        "未写明“具有一定社会影响”的处罚决定",
        "七个工作日内办理公示或者登记不予公示的理由",
        "衡阳市三项制度实施方案",
    ),
    Shipped(
        "reading.recordings",
        "应当、视情音像记录的环节",
        "按平台自带的音像记录事项清单",
        "衡阳市三项制度实施方案及各地清单",
    ),
    Shipped("reading.court", "行政诉讼和非诉执行的管辖法院", "按各机关录入的法院", "本地集中管辖的规定未核对", "M"),
)


def shipped() -> tuple[Shipped, ...]:
    """Everything that is shown as 待确认 until somebody confirms it."""
    return (*_hearing(), *(_switch(s) for s in policy.SWITCHES.values() if s.mark != SURE), *_READINGS)


def by_key(key: str) -> Shipped | None:
    return next((s for s in shipped() if s.key == key), None)


def _hearing() -> tuple[Shipped, ...]:
    rows = {"": hearing_amounts.CITY, **hearing_amounts.BY_FIELD}
    return tuple(
        Shipped(
            f"hearing.{field or 'city'}",
            f"听证数额（{_FIELDS[field]}）",
            f"公民{grouped(amounts.person)}，法人或者其他组织{grouped(amounts.organisation)}",
            amounts.source,
            "M",
        )
        for field, amounts in rows.items()
        if not amounts.is_confirmed
    )


_FIELDS = {"": "全市", "market": "市场监督管理"}


def _switch(switch: policy.Switch) -> Shipped:
    return Shipped(
        f"policy.{switch.name}", switch.label, value_words(switch, switch.default), switch.source, switch.mark
    )


def shown(switch: policy.Switch, value: Any) -> str:
    """The value of a switch as pages write it."""
    return _written(value_words(switch, value))


def _written(words: str) -> str:
    """A day is kept as 2018-01-01 and read as 2018年1月1日; other words are written as they are."""
    return written(date.fromisoformat(words)) if _DAY.fullmatch(words) else words


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def value_words(switch: policy.Switch, value: Any) -> str:
    """The value of a switch in the words for which a confirmation holds."""
    if value is True or value is False:
        return "是" if value else "否"
    return switch.choices.get(value, "") if switch.choices else str(value)
