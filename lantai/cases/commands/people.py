"""承办人 and 回避: who works on a case, and who must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lantai.cases import facts as rows_of
from lantai.cases.commands.papers import _issue_of_act
from lantai.cases.commands.taking import Taking, _locked, _own, _running
from lantai.cases.models import Case, Handler, Recusal
from lantai.law import recusals
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day
from lantai.law.procedures.desks import HEADS
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import APL
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.personnel import queries as personnel
from lantai.personnel.models import Person


def _assign(taking: Taking) -> None:
    """The officers whom the step assigns become handlers of the case."""
    if not taking.step.assigns:
        return
    ids = [int(pk) for pk in taking.stated.get("officers") or [a.person_id for a in taking.actors]]
    day = local_day(taking.at)
    assign(actor=taking.actor, case=taking.case, officers=ids, on=day)
    taking.facts = replace(taking.facts, officers=tuple(personnel.actors(ids, day).values()))


@command("cases.assign", "指派承办人")
def assign(*, actor: Actor, case: Case, officers: list[int], on: date) -> Case:
    """Exactly these officers handle the case from a day on; others are relieved the day before."""
    held = {h.person_id: h for h in Handler.objects.filter(case=case, to_on__isnull=True)}
    for pk, handler in held.items():
        if pk not in officers:
            handler.to_on = max(handler.from_on, on)
            put(handler)
    for pk in dict.fromkeys(officers):
        if pk not in held:
            put(Handler(case=case, person_id=pk, from_on=on))
    return case


_AFTERWARDS = "办结以后发现办案人员应当回避的，由作出决定的机关依法改正（《行政处罚法》第七十五条第二款）"


@command("cases.reassign", "变更承办人", allowed=(Role.UNIT_HEAD, *HEADS))
def reassign(*, actor: Actor, case: Case, officers: list[int], reason: str, seen: int | None = None) -> Case:
    """The head of the handling unit changes the handlers of a running case; two at least, with valid certificates."""
    case = _locked(case, seen)
    _own(actor, case)
    _running(case, "本案", "变更承办人", _AFTERWARDS)
    if not reason.strip():
        raise Malformed("reason", "请填写变更承办人的理由")
    today = clock.today()
    known = personnel.actors(officers, today)
    valid = [
        a for a in known.values() if a.agency_id == case.agency_id and a.has(Role.OFFICER) and _certified(a, today)
    ]
    if len(valid) < 2 or len(valid) != len(set(officers)):
        raise Refused(
            [
                Refusal(
                    "G-01",
                    (APL[42, 1],),
                    "承办人须为两名以上在岗且持有效执法证件的执法人员",
                    "请重新选择承办人",
                    field="officers",
                )
            ]
        )
    recused = set(Recusal.objects.filter(case=case).values_list("person_id", flat=True))
    if recused & set(officers):
        raise Refused([Refusal("G-02", (APL[43],), "所选人员中有人已被决定回避", "请另选承办人", field="officers")])
    assign(actor=actor, case=case, officers=officers, on=today)
    return put(case, version=case.version)


def _certified(person: Actor, on: date) -> bool:
    return person.certificate is not None and person.certificate.holds_on(on)


@command("cases.recuse", "决定回避", allowed=HEADS)
def recuse(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    reason: str,
    discussed_on: date | None = None,
    seen: int | None = None,
) -> Recusal:
    """The head decides that somebody withdraws (APL 43); the investigation does not stop meanwhile.

    ``discussed_on``  the day on which the heads discussed the recusal of their chief (SAMR 4).
    """
    case = _locked(case, seen)
    _own(actor, case)
    _running(case, "本案", "决定回避", _AFTERWARDS)
    now = clock.now()
    if not reason.strip():
        raise Malformed("reason", "请填写回避的事由")
    if discussed_on is not None and discussed_on > local_day(now):
        raise Malformed("discussed_on", "讨论的日期不能晚于今天")
    known = Recusal.objects.filter(case=case, person=person).first()
    if known is not None:
        return known
    concerned = personnel.actors([person.pk], local_day(now)).get(person.pk)
    if concerned is None or concerned.agency_id != case.agency_id:
        raise Malformed("person", "回避的人员须是本机关在岗人员，请重新选择")
    if refused := recusals.refusals(rows_of.of(case, local_day(now)).agency, actor, concerned, discussed_on):
        raise Refused(refused)
    for handler in Handler.objects.filter(case=case, person=person, to_on__isnull=True):
        handler.to_on = max(handler.from_on, clock.today())
        put(handler)
    made = put(Recusal(case=case, person=person, reason=reason.strip(), decided_by_id=actor.person_id, decided_at=now))
    decided = recusals.decided(concerned.name, discussed_on)
    told = {"recusal": {"person": concerned.name, "reason": made.reason, "decision": decided}}
    _issue_of_act(actor, case, "recuse", now, told)
    put(case, version=case.version)
    return made


@command("cases.unmask", "查看当事人完整信息")
def unmask(*, actor: Actor, case: Case, purpose: str) -> Case:
    """Somebody looks at the full numbers of the party and says why; the log keeps who, when and why (个人信息保护法第六条)."""
    if case.agency_id not in {actor.agency_id, *actor.scope}:
        raise Refused([Refusal("", (), "这件案件由其他机关办理", "请由办案机关的人员登录后办理")])
    if not purpose.strip():
        raise Malformed("purpose", "请填写查看完整信息的用途")
    return case
