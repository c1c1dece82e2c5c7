"""The chart in words: numbered sentences for readers and screen readers, and the table that a lawyer checks and prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lantai.law.conditions import CONDITIONS
from lantai.law.procedure import Av, Procedure, Step
from lantai.law.records import DOCUMENT_CODES, DOCUMENT_WHEN
from lantai.law.released import RELEASED
from lantai.law.sheets.graph import BACK, END, NEXT, OVER, Edge, edges
from lantai.law.sheets.timetable import term_words
from lantai.law.statements import event_label
from lantai.law.statutes import Basis

HEADINGS = ("步骤", "主体", "依据", "前置", "应有记录", "期限")


@dataclass(frozen=True)
class LawyerRow:
    """One row of the printed page (步骤／主体／依据／前置／应有记录／期限)."""

    step: str
    who: str
    basis: str
    before: str
    records: str
    term: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.step, self.who, self.basis, self.before, self.records, self.term)


def numbered_text(procedure: Procedure) -> tuple[str, ...]:
    """The flow chart in sentences, one paragraph a step, numbered in the order of the declaration."""
    drawn = edges(procedure)
    return tuple(
        f"{number}. {''.join(_sentences(procedure, step, drawn))}" for number, step in enumerate(procedure.steps, 1)
    )


def _sentences(procedure: Procedure, step: Step, drawn: tuple[Edge, ...]) -> Iterator[str]:
    yield f"【{step.stage}】{step.label}（{step.id}）"
    yield f"：由{_who(step)}办理"
    if step.officers:
        yield f"，执法人员不少于{_count(step.officers)}人"
    yield "。"
    if step.applies:
        yield f"{_when(step)}。"
    if step.note:
        yield step.note
    yield f"依据：{cited(step.basis)}。"
    if term := term_of_step(procedure, step):
        yield f"期限：{term}。"
    if children := [p.label for p in RELEASED if p.code in step.child]:
        yield f"另行适用的程序：{'、'.join(children)}。"
    if step.av is Av.MUST:
        yield "应当全过程音像记录。"
    if papers := records_of(step):
        yield f"应有记录：{papers}。"
    yield from _ways(procedure, step, drawn)


def _ways(procedure: Procedure, step: Step, drawn: tuple[Edge, ...]) -> Iterator[str]:
    """Where it goes from here: every edge that leaves the step, and the outcomes that none of them names."""
    mine = [edge for edge in drawn if edge.source == step.id]
    named = {code for edge in mine for code in edge.outcomes}
    plain = [outcome.label for outcome in step.outcomes if outcome.code not in named]
    if plain:
        yield f"结果有：{'；'.join(plain)}。"
    for edge in mine:
        said = _said(step, edge)
        if edge.kind == END:
            where = "程序终结" if edge.target == OVER else f"直接{_named(procedure, edge.target)}"
            yield f"{said}{where}。"
        elif edge.kind == BACK:
            where = "修改后重新办理本环节" if edge.target == step.id else f"退回{_named(procedure, edge.target)}"
            yield f"{said}{where}。"
    for said, targets in _next_by_outcome(step, mine).items():
        where = "；".join(_named(procedure, target) for target in targets)
        yield f"{said}其后：{where}。"
    if step.ends:
        yield "本环节办结，程序终结。"


def _said(step: Step, edge: Edge) -> str:
    return f"{quoted(step, edge.outcomes)}的，" if edge.outcomes else ""


def quoted(step: Step, outcomes: tuple[str, ...]) -> str:
    """The labels of some outcomes, each in quotation marks: labels have commas of their own."""
    return "".join(f"“{outcome.label}”" for outcome in step.outcomes if outcome.code in outcomes)


def _next_by_outcome(step: Step, mine: list[Edge]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in mine:
        if edge.kind == NEXT:
            found.setdefault(_said(step, edge), []).append(edge.target)
    return found


def _named(procedure: Procedure, step_id: str) -> str:
    return f"{procedure[step_id].label}（{step_id}）"


def lawyer_table(procedure: Procedure) -> tuple[LawyerRow, ...]:
    """Every step with who takes it, by which articles, after what, with which records and by when."""
    return tuple(
        LawyerRow(
            step=f"{step.id} {step.label}" + (f"（{_when(step)}）" if step.applies else ""),
            who=_who(step) + (f"（不少于{_count(step.officers)}人）" if step.officers else ""),
            basis=cited(step.basis),
            before="；".join(need_words(procedure, need) for need in step.needs) or "—",
            records=records_of(step) or "—",
            term=term_of_step(procedure, step) or "—",
        )
        for step in procedure.steps
    )


def need_words(procedure: Procedure, need: str) -> str:
    """One need in words; many alternatives are joined by 或者."""
    found: dict[str, list[str]] = {}
    for one in need.split("|"):
        if one.startswith("@"):
            found.setdefault(event_label(one[1:]), [])
            continue
        step_id, _, code = one.partition(":")
        outcome = procedure[step_id].outcome(code) if code else None
        outcomes = found.setdefault(_named(procedure, step_id), [])
        if outcome is not None:
            outcomes.append(f"“{outcome.label}”")
    return "或者".join(label + "".join(said) for label, said in found.items())


def term_of_step(procedure: Procedure, step: Step) -> str:
    """The term with its start, its article and its lengthening."""
    term = step.within
    if term is None:
        return ""
    start = need_words(procedure, term.after) if _known(procedure, term.after) else term.after
    source = "本平台规则，参照" if term.policy else ""
    text = f"自{start}起{term_words(term)}内（{source}{term.basis}）"
    for extension in step.extensions:
        by = "、".join(role.label for role in extension.by)
        amount = (
            f"{extension.amount}{'个工作日' if term.counts_working_days else '日'}"
            if extension.amount
            else "，期限由决定确定"
        )
        how = "经集体讨论" if extension.collective else f"经{by}批准"
        text += f"，{how}可以延长{amount}（{extension.basis}）"
    return text


def _known(procedure: Procedure, after: str) -> bool:
    return all(one.startswith("@") or one.partition(":")[0] in procedure for one in after.split("|"))


def records_of(step: Step) -> str:
    """The documents and text records of a step, those of single outcomes and conditions with the word 需要时."""
    always = [DOCUMENT_CODES[code] for code in step.documents if code not in DOCUMENT_WHEN]
    sometimes = [DOCUMENT_CODES[code] for code in step.documents if code in DOCUMENT_WHEN]
    sometimes += [DOCUMENT_CODES[code] for outcome in step.outcomes for code in outcome.documents]
    fixed = list(dict.fromkeys((*always, *step.records)))
    other = [title for title in dict.fromkeys(sometimes) if title not in fixed]
    parts = ["、".join(fixed)] if fixed else []
    if other:
        parts.append(f"视结果：{'、'.join(other)}")
    return "；".join(parts)


def cited(basis: tuple[Basis, ...]) -> str:
    return "、".join(str(one) for one in basis)


def _who(step: Step) -> str:
    return "、".join(role.label for role in step.by)


def _when(step: Step) -> str:
    condition = CONDITIONS[step.applies]
    if condition.owes:
        return f"条件：{condition.label}"
    return condition.label if condition.label.startswith("需要时") else f"需要时办理：{condition.label}"


def _count(number: int) -> str:
    return {1: "一", 2: "两", 3: "三"}.get(number, str(number))
