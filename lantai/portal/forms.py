"""The questions of the legal calculator. Everything comes from an address anybody may write, so everything has its bounds."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantai.law import reckoning
from lantai.law.calendar import CALENDAR
from lantai.law.facts import Interval
from lantai.law.money import LITIGATION, RECONSIDERATION, parse_yuan
from lantai.law.periods import BEIJING, STOP_LABELS
from lantai.law.procedure import Term, Unit
from lantai.law.remedies import RECONSIDERATION_FIRST
from lantai.web.forms import DateField, Form

EARLIEST, LATEST = date(2004, 1, 1), date(2099, 12, 31)
PAUSES = (1, 2)
_OWN = (reckoning.OWN, "自己选择法律和期限")
_FIRST_LABELS = {
    "": "其他决定",
    "on_the_spot": "当场作出的行政处罚决定",
    "natural_resources": "侵犯已经取得的自然资源权属的决定",
    "inaction": "行政机关未履行法定职责",
    "disclosure_refused": "申请政府信息公开，不予公开",
    "by_law": "法律、行政法规规定应当先申请复议的其他决定",
}


class Day(DateField):
    """A day between 2004 and 2099."""

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day is not None and not EARLIEST <= day <= LATEST:
            raise ValidationError(f"{self.label}：请填写2004年至2099年之间的日期")
        return day


class Hour(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class Yuan(forms.CharField):
    """An amount as people type it: 8,000, 1.2万."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return parse_yuan(text) if text else None
        except (ValueError, ArithmeticError) as wrong:
            raise ValidationError(f"{self.label}：{wrong}") from None


def _choices() -> list[Any]:
    groups = groupby(reckoning.acts(), key=lambda a: a.group)
    return [_OWN, *((group, [(a.code, a.label) for a in of]) for group, of in groups)]


class TermForm(Form):
    act = forms.ChoiceField(label="事项", choices=_choices)
    statute = forms.ChoiceField(
        label="法律",
        choices=lambda: [("", "请选择"), *((c, f"《{s.short}》") for c, s in reckoning.STATUTES.items())],
        required=False,
        help_text="只在自己选择时填写；几日以内按工作日计算，各法规定不同",
    )
    amount = forms.IntegerField(label="期限", required=False, min_value=1, max_value=reckoning.MOST_DAYS)
    unit = forms.ChoiceField(label="单位", choices=list(reckoning.UNIT_LABELS.items()), required=False)
    start = Day(label="起算的日期", help_text="送达、立案、受理等事情发生的那一天，这一天不计算在内")
    hour = Hour(label="起算的时刻", required=False, help_text="只有以小时计算的期限须填写")
    added = forms.IntegerField(label="经批准延长的日数", required=False, min_value=0, max_value=365)
    for n in PAUSES:
        vars()[f"stop{n}"] = forms.ChoiceField(
            label=f"扣除的期间{n}", choices=[("", "没有"), *STOP_LABELS.items()], required=False
        )
        vars()[f"stop{n}_from"] = Day(label=f"扣除的期间{n}自", required=False)
        vars()[f"stop{n}_to"] = Day(label=f"扣除的期间{n}至", required=False, help_text="不填的，尚未结束")
    del n

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("act") == reckoning.OWN:
            for name in ("statute", "amount"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, f"请填写{self.fields[name].label}")
            unit = reckoning.UNITS.get(given.get("unit") or "days", Unit.DAYS)
            most = reckoning.MOST.get(unit, reckoning.MOST_DAYS)
            if (given.get("amount") or 0) > most:
                self.add_error("amount", f"期限：不超过{most}")
        for n in PAUSES:
            self._check_pause(given, n)
        if not self.errors and self.term.unit is Unit.HOURS and given.get("hour") is None:
            self.add_error("hour", "以小时计算的期限，请填写起算的时刻")
        return given

    def _check_pause(self, given: dict[str, Any], n: int) -> None:
        kind, first, last = given.get(f"stop{n}"), given.get(f"stop{n}_from"), given.get(f"stop{n}_to")
        if kind and first is None and f"stop{n}_from" not in self.errors:
            self.add_error(f"stop{n}_from", "请填写扣除的期间从哪一天开始")
        if not kind and (first or last):
            self.add_error(f"stop{n}", "请选择扣除的是什么期间")
        if first and last and last < first:
            self.add_error(f"stop{n}_to", "扣除的期间：止日早于起日")

    @property
    def act_chosen(self) -> reckoning.Act | None:
        return reckoning.act_of(self.cleaned_data["act"])

    @property
    def term(self) -> Term:
        act = self.act_chosen
        if act is not None:
            return act.term
        given = self.cleaned_data
        return reckoning.own_term(given["statute"], given["amount"], given["unit"] or "days")

    @property
    def began(self) -> date | datetime:
        given = self.cleaned_data
        start: date = given["start"]
        hour: time | None = given["hour"]
        return datetime.combine(start, hour, BEIJING) if hour is not None else start

    @property
    def pauses(self) -> list[Interval]:
        given = self.cleaned_data
        return [
            Interval(given[f"stop{n}"], given[f"stop{n}_from"], given[f"stop{n}_to"])
            for n in PAUSES
            if given.get(f"stop{n}")
        ]

    def reckoned(self) -> reckoning.Reckoning:
        return reckoning.reckon(self.term, self.began, self.pauses, self.cleaned_data["added"] or 0, CALENDAR)


class RemedyForm(Form):
    served = Day(label="收到决定书的日期", help_text="送达回证上的签收日期；公告送达的，自公告之日起满三十日")
    act = forms.ChoiceField(
        label="是什么决定", choices=[(k, _FIRST_LABELS[k]) for k in ("", *RECONSIDERATION_FIRST)], required=False
    )
    told = forms.ChoiceField(
        label="决定书有没有告知救济的途径和期限",
        choices=[("yes", "已经告知"), ("no", "没有告知")],
        initial="yes",
    )


class SurchargeForm(Form):
    fine = Yuan(label="罚款数额（元）", max_length=20)
    due_on = Day(label="应当缴纳的最后一日", help_text="自收到决定书之日起第十五日；准许延期、分期的，为所定的最后一日")
    through = Day(label="计算到哪一天")
    stop = forms.ChoiceField(
        label="其间有没有复议、诉讼",
        choices=[("", "没有"), (RECONSIDERATION, "行政复议"), (LITIGATION, "行政诉讼")],
        required=False,
    )
    stop_from = Day(label="复议、诉讼自", required=False)
    stop_to = Day(label="复议、诉讼至", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("stop_from"), given.get("stop_to")
        if given.get("stop") and first is None and "stop_from" not in self.errors:
            self.add_error("stop_from", "请填写复议、诉讼从哪一天开始")
        if first and last and last < first:
            self.add_error("stop_to", "复议、诉讼：止日早于起日")
        if given.get("fine") == Decimal(0):
            self.add_error("fine", "罚款数额：应当大于零")
        return given

    @property
    def pauses(self) -> list[Interval]:
        given = self.cleaned_data
        return [Interval(given["stop"], given["stop_from"], given["stop_to"])] if given["stop"] else []
