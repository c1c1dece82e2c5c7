"""登记案件: a case begins with the first step of its procedure, under the signed version in force that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from lantai.cases import facts as rows_of
from lantai.cases.commands.people import assign
from lantai.cases.commands.steps import _follow
from lantai.cases.commands.taking import (
    Taking,
    _acting,
    _instant,
    _issue,
    _papers,
    _project,
    _running,
    _shine_above,
    _write_step,
)
from lantai.cases.facts import Rows
from lantai.cases.models import Case, CaseParty, TakenStep
from lantai.documents import numbering
from lantai.documents import queries as documents
from lantai.documents.models import IssuedDocument
from lantai.law import released, statements
from lantai.law.facts import AgencyFacts, CaseFacts
from lantai.law.identity import birth_date_of, credit_code_error, resident_id_error
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure
from lantai.law.procedures.desks import HANDLED_FROM_THE_START
from lantai.law.records import named_documents
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import APL, SEED
from lantai.ledger import plain
from lantai.ledger.act import command, put
from lantai.ledger.journeys import ask, keys_for, next_key
from lantai.personnel import queries as personnel
from lantai.powers import queries as powers
from lantai.powers.models import Power
from lantai.recording.commands import open_dossier
from lantai.recording.models import Dossier, Evidence

MAY_OPEN = (Role.OFFICER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)


@command("cases.open_case", "登记案件", allowed=MAY_OPEN)
def open_case(
    *,
    actor: Actor,
    power: Power,
    procedure: str,
    title: str,
    source: str,
    clue: str,
    party: Mapping[str, Any],
    at: datetime | None = None,
    flags: Mapping[str, Any] | None = None,
    stated: Mapping[str, Any] | None = None,
    officers: Sequence[int] = (),
    unit: str = "",
    parent: Case | None = None,
) -> Case:
    """Open a case of the actor's agency under one of its powers and take the first step. Raises Refused, Malformed."""
    when = _instant(at, None)
    day = local_day(when)
    chosen = _procedure(power, procedure, day)
    signed, rows, key = _look_up(power, chosen, officers, day)
    _usable(actor, power, chosen, day, signed)
    person = _read_party(party, day)
    if parent is not None:
        _beside(actor, parent)
    agency = power.agency
    case = Case(
        id=key,
        agency=agency,
        unit=unit or actor.unit,
        title=_required("title", title, "请填写案由"),
        kind=chosen.kind,
        field=power.field,
        procedure=chosen.code,
        procedure_version=chosen.version,
        procedure_digest=chosen.digest,
        power=power,
        parent=parent,
        source=source,
        clue=clue.strip(),
        flags=dict(flags or {}),
        opened_at=when,
        opened_by_id=actor.person_id,
    )
    rows.cases = [case]
    return _begin(actor, case, chosen, person, rows, day, dict(stated or {}), officers)


def _look_up(power: Power, procedure: Procedure, officers: Sequence[int], day: date) -> tuple[bool, Rows, int]:
    """Whether the procedure is signed, all that a case about to begin rests on, and the key it will have."""
    named = named_documents(procedure.steps[0])
    key, signed, people, cited, *adopted = ask(
        next_key(Case),
        powers.signed(procedure.code, procedure.digest),
        personnel.actors_of(officers, day),
        powers.bases_of(power),
        *powers.adopted_of(power.agency, day),
        *([documents.wording.released_for(power.agency, named, day)] if named else []),
        *keys_for(Dossier, CaseParty, TakenStep, IssuedDocument),
    )
    agency = powers.adopted_by(power.agency, *adopted[:3])
    wordings = adopted[3] if named else []
    return signed, Rows([], people=people, cited=cited, on=day, agency=agency, wordings=wordings), key


def _begin(
    actor: Actor,
    case: Case,
    procedure: Procedure,
    person: CaseParty,
    rows: Rows,
    day: date,
    stated: dict[str, Any],
    officers: Sequence[int],
) -> Case:
    first = procedure.steps[0]
    facts = CaseFacts(
        procedure=procedure.code,
        agency=rows.agency or AgencyFacts(),
        party=rows_of.party_of([person]),
        opened_at=case.opened_at,
        officers=tuple(rows.people.values()),
        flags=case.flags,
        inspection=rows_of.inspection_of(case, [person], day),
    )
    actors = _acting(actor, officers, case.opened_at, rows.people)
    read = statements.read(procedure.code, first.id, "", stated)
    case.dossier = (
        case.parent.dossier
        if case.parent
        else open_dossier(actor=actor, agency=case.agency, title=case.title, opened_on=day)
    )
    if case.parent:  # its measures have their evidence in the same dossier
        rows.found = ask(plain.which_have({Evidence: ("dossier_id = %s", [case.dossier_id])}))[0]
    taking = Taking(actor, case, procedure, first, facts, rows, case.opened_at, "", read, actors)
    case.version = 1
    person.case = case
    rows.parties[case.pk] = [put(person)]
    _write_step(taking, 1)
    papers = _papers(taking)
    _follow(taking)
    if procedure.code.startswith(HANDLED_FROM_THE_START):
        ids = [a.person_id for a in actors if a.has(Role.OFFICER)]
        assign(actor=actor, case=case, officers=ids, on=day)
        taking.facts = replace(taking.facts, officers=tuple(a for a in actors if a.has(Role.OFFICER)))
    _project(case, procedure, taking.facts)
    # whoever opens the next case of the agency waits from here to the end of the command: all that needs no number is done
    case.number = numbering.allot(case.agency, "案", day.year)
    if papers.due:
        papers.ground["case"]["number"] = case.number
    _issue(taking, papers)
    put(case)
    _shine_above(case)
    return case


def _procedure(power: Power, code: str, day: date) -> Procedure:
    try:
        return released.by_code(code, day)
    except KeyError:
        raise Malformed("procedure", "没有这个程序，或者该程序在这一天尚未施行") from None


def _usable(actor: Actor, power: Power, procedure: Procedure, day: date, signed: bool) -> None:
    """The power is the agency's own, in force, and lists the procedure; the procedure was signed off as it stands."""
    refused = []
    if power.agency_id != actor.agency_id:
        refused.append(Refusal("", (APL[17],), "所选权责事项不属于本机关", "请选择本机关的权责事项", field="power"))
    if day < power.valid_from or (power.valid_to is not None and day > power.valid_to):
        refused.append(
            Refusal("", (APL[38, 1],), "所选权责事项在这一天没有效力", "请选择有效的权责事项", field="power")
        )
    if procedure.code not in power.procedures:
        refused.append(
            Refusal("", (APL[17],), f"所选权责事项不适用{procedure.label}", "请选择该事项适用的程序", field="procedure")
        )
    if not signed:
        refused.append(
            Refusal(
                "",
                (SEED.whole,),
                f"{procedure.label}的现行版本尚未经合法性审核签发，不能据以办案",
                "请司法行政机关的法制审核人员在“程序签发”中签发后再办",
                field="procedure",
            )
        )
    if refused:
        raise Refused(refused)


def _beside(actor: Actor, parent: Case) -> None:
    """What runs nested in a case is opened by its own agency and while the case is open. Raises Refused."""
    if parent.agency_id != actor.agency_id:
        raise Refused([Refusal("", (), "主案由其他机关办理", "请由办案机关的人员登录后办理")])
    _running(parent, "主案", "附带办理", "请另行登记案件")


def _required(field: str, text: str, sentence: str) -> str:
    if not text.strip():
        raise Malformed(field, sentence)
    return text.strip()


def _read_party(given: Mapping[str, Any], day: date) -> CaseParty:
    """The party as stated; numbers are checked, never mended. Raises Malformed."""
    kind = str(given.get("kind") or "")
    if kind not in CaseParty.Kind.values:
        raise Malformed("party_kind", "请选择当事人类别")
    code = "".join(str(given.get("code") or "").split()).upper()
    _check_code(kind, code, day)
    said = {word: str(given.get(word) or "") for word in ("name", "legal_representative", "address")}
    if documents.unprintable(said):
        for word, text in said.items():
            if why := documents.unprintable(text):
                raise Malformed(f"party_{word}", why)
    born = given.get("birth_date")
    if kind == CaseParty.Kind.PERSON and code:
        born = birth_date_of(code)
    return CaseParty(
        kind=kind,
        name=_required("party_name", str(given.get("name") or ""), "请填写当事人姓名或者名称"),
        code=code,
        legal_representative=str(given.get("legal_representative") or "").strip(),
        address=str(given.get("address") or "").strip(),
        phone=str(given.get("phone") or "").strip(),
        birth_date=date.fromisoformat(str(born)) if born else None,
    )


def _check_code(kind: str, code: str, day: date) -> None:
    if not code:
        return
    error = resident_id_error(code, day) if kind == CaseParty.Kind.PERSON else credit_code_error(code)
    if error:
        raise Malformed("party_code", error)
