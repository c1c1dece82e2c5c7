"""Writes of what an agency, a field or the city has adopted: hearing amounts, review catalogue, local settings.

All are dated rows and none is changed: a new row ends the former one of the same place the day before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404

from lantai.agencies.models import Agency, Field
from lantai.law import shipped
from lantai.law.people import Actor, Role
from lantai.law.policy import SWITCHES, Switch
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.review import CATALOGUE_WORDS
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.powers import queries
from lantai.powers.models import Adopted, FigureConfirmation, HearingThreshold, LocalFigure, MajorDecisionRow
from lantai.powers.queries import AMOUNT_WORDS

_ALLOWED = (Role.REVIEWER, Role.SYSTEM_ADMIN)


def _place(actor: Actor, agency: Agency | None, field: str, source: str, from_on: date, to_on: date | None) -> None:
    """Raise where this actor may not adopt here. A legal section adopts for its own agency, the justice bureau for all."""
    if not source.strip():
        raise Malformed("source", "请写明来源（文件名称和文号）")
    if agency is not None and field:
        raise Malformed("field", "执法主体和执法领域只能选一个")
    if field and field not in Field.values:
        raise Malformed("field", "执法领域不在可选的范围内")
    if to_on is not None and to_on < from_on:
        raise Malformed("to_on", "失效之日早于施行之日")
    if actor.has(Role.SYSTEM_ADMIN) or queries.may_sign(actor):
        return
    if agency is None:
        raise Refused(
            [Refusal("", (), "全市或者全领域的标准由司法行政部门录入", "请由司法局法制审核人员或者系统管理员办理")]
        )
    if agency.pk != actor.agency_id:
        raise Http404


def _supersede(rows: list[Any], from_on: date) -> None:
    """End the open rows that a new one replaces. Raises Malformed where the new one begins no later than they."""
    for row in rows:
        if row.from_on >= from_on:
            raise Malformed("from_on", f"已有自{row.from_on.isoformat()}起施行的标准，新的施行之日须在其后")
        row.to_on = from_on - timedelta(days=1)
        put(row)


def _open(model: type[Adopted], agency: Agency | None, field: str, **more: Any) -> list[Any]:
    return list(model._base_manager.filter(agency=agency, field=field, to_on__isnull=True, **more))


@command("powers.set_hearing_threshold", "录入听证数额标准", allowed=_ALLOWED)
def set_hearing_threshold(
    *,
    actor: Actor,
    person_yuan: int,
    organisation_yuan: int,
    source: str,
    from_on: date,
    agency: Agency | None = None,
    field: str = "",
    to_on: date | None = None,
) -> HearingThreshold:
    """Adopt the amounts from which a party may ask for a hearing: of an agency, of a field, or with neither of the city."""
    _place(actor, agency, field, source, from_on, to_on)
    for name, amount in (("person_yuan", person_yuan), ("organisation_yuan", organisation_yuan)):
        if amount < 1:
            raise Malformed(name, "数额须为一元以上的整数")
    _supersede(_open(HearingThreshold, agency, field), from_on)
    return put(
        HearingThreshold(
            agency=agency,
            field=field,
            source=source.strip(),
            from_on=from_on,
            to_on=to_on,
            person_yuan=person_yuan,
            organisation_yuan=organisation_yuan,
        )
    )


@command("powers.add_catalogue_row", "录入法制审核目录", allowed=_ALLOWED)
def add_catalogue_row(
    *,
    actor: Actor,
    word: str,
    source: str,
    from_on: date,
    amount: int | None = None,
    agency: Agency | None = None,
    field: str = "",
    to_on: date | None = None,
) -> MajorDecisionRow:
    """Add a row to the catalogue of decisions that need a legal review.

    ``word`` is one of ``law.review.CATALOGUE_WORDS``, or ``fine_person`` / ``fine_organisation`` with an ``amount``; a
    later amount of the same place replaces the former one.
    """
    _place(actor, agency, field, source, from_on, to_on)
    if word not in CATALOGUE_WORDS and word not in AMOUNT_WORDS:
        raise Malformed("word", "不在目录可选的情形之内")
    if (word in AMOUNT_WORDS) != (amount is not None):
        raise Malformed("amount", "罚款数额标准须填数额，其他情形不填数额")
    if amount is not None and amount < 1:
        raise Malformed("amount", "数额须为一元以上的整数")
    present = _open(MajorDecisionRow, agency, field, word=word)
    if present and word not in AMOUNT_WORDS:
        raise Conflict("目录里已有这一情形")
    _supersede(present, from_on)
    return put(
        MajorDecisionRow(
            agency=agency,
            field=field,
            source=source.strip(),
            from_on=from_on,
            to_on=to_on,
            word=word,
            amount=amount,
        )
    )


@command("powers.set_local_figure", "录入本地设定", allowed=_ALLOWED)
def set_local_figure(
    *,
    actor: Actor,
    name: str,
    value: Any,
    source: str,
    from_on: date,
    agency: Agency | None = None,
    field: str = "",
    to_on: date | None = None,
) -> LocalFigure:
    """Make a choice that no statute makes (``law.policy.SWITCHES``) differently from what is shipped."""
    _place(actor, agency, field, source, from_on, to_on)
    switch = SWITCHES.get(name)
    if switch is None:
        raise Malformed("name", "没有这一设定项")
    if type(value) is not type(switch.default):
        raise Malformed("value", "值的类型与该设定项不符")
    if isinstance(value, str) and not _is_choice(value, switch):
        raise Malformed("value", "不在可选的范围内")
    if isinstance(value, int) and not isinstance(value, bool) and value < 1:
        raise Malformed("value", "须为一以上的整数")
    _supersede(_open(LocalFigure, agency, field, key=name), from_on)
    return put(
        LocalFigure(
            agency=agency, field=field, source=source.strip(), from_on=from_on, to_on=to_on, key=name, value=value
        )
    )


def _is_choice(value: str, switch: Switch) -> bool:
    """Whether a word is one of the choices of a switch; without choices it is a day."""
    if switch.choices:
        return value in switch.choices
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


@command("powers.end_adopted", "终止已录入的标准", allowed=_ALLOWED)
def end_adopted(*, actor: Actor, row: Adopted, to_on: date, source: str) -> Adopted:
    """End a row: ``to_on`` is its last day. What follows is the next farther row or the shipped one."""
    _place(actor, row.agency, row.field, source, row.from_on, to_on)
    if row.to_on is not None:
        raise Conflict("该标准已有失效之日")
    row.to_on = to_on
    return put(row)


@command("powers.confirm_figure", "确认平台自带的数值", allowed=_ALLOWED)
def confirm_figure(*, actor: Actor, name: str, value: str, source: str) -> FigureConfirmation:
    """State that a shipped figure or reading agrees with the text in force. ``value`` is what the page showed.

    For the whole city, so only the justice bureau and the system administrator; an agency enters a row of its own.
    """
    if not queries.may_confirm(actor):
        remedy = "本机关另有标准的，请录入本机关的标准"
        raise Refused([Refusal("", (), "平台自带的数值由系统管理员或者司法行政部门确认", remedy)])
    found = shipped.by_key(name)
    if found is None:
        raise Malformed("name", "没有这一事项")
    if not source.strip():
        raise Malformed("source", "请写明核对的文件名称、文号和条文")
    if value != found.value:
        raise Conflict("页面显示之后，平台自带的内容有了变化，请重新核对")
    if found.key in queries.confirmations():
        raise Conflict("这一事项此前已经确认")
    return put(
        FigureConfirmation(
            key=found.key,
            value=found.value,
            source=source.strip(),
            confirmed_by_id=actor.person_id,
            confirmed_at=clock.now(),
        )
    )
