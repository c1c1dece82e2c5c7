"""待办: what waits for a person, asked of every app below; nothing is stored and nothing is announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from lantai.archive import queries as archive
from lantai.cases import queries as cases
from lantai.cases.models import Case, CaseParty
from lantai.disclosure import queries as disclosure
from lantai.disclosure.queries import ends
from lantai.law import act_review, calendar, released
from lantai.law.people import Actor, Role
from lantai.law.periods import written
from lantai.ledger import clock
from lantai.review import queries as review
from lantai.supervision import queries as supervision

CASEWORKERS = (Role.OFFICER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
OWN_DESKS = {"publish", "file_away"}
"""Steps that publishers and archivists take at desks of their own, as reviewers take every legal review."""
SHOWN = 20


@dataclass(frozen=True)
class Group:
    """One group of to-dos: its heading, where all of it is, how many, and the first rows."""

    title: str
    url: str
    count: int
    rows: list[dict[str, Any]]
    reason: str = ""


def steps_of(roles: frozenset[Role]) -> tuple[str, ...]:
    """The steps that somebody with these posts takes, over all released procedures."""
    found = [
        s.id
        for p in released.RELEASED
        for s in p.steps
        if s.code not in OWN_DESKS and not act_review.is_review(p.code, s.id) and roles.intersection(s.by)
    ]
    return tuple(dict.fromkeys(found))


def waiting_cases(viewer: Actor) -> QuerySet[Case]:
    """Cases that stand at a step which the viewer's posts take: for officers only those they handle."""
    heads = viewer.roles - {Role.OFFICER}
    if viewer.has(Role.OFFICER) and not viewer.has(Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD):
        mine = cases.listed(viewer, mine=True)
        return mine.filter(standing__in=steps_of(viewer.roles)).order_by(*cases.NEAREST_FIRST)
    return cases.waiting_for(viewer, steps_of(frozenset(heads & set(CASEWORKERS))))


def alarm(viewer: Actor) -> tuple[str, str]:
    """What the administrator and the justice bureau must know of the working calendar, and where to go; "" if nothing."""
    year = calendar.missed_year(clock.today())
    if year is None or not cases.keeps_calendar(viewer):
        return "", ""
    said = f"{year}年的节假日安排尚未载入，跨入{year}年的工作日期限只能暂定"
    return f"{said}。国务院办公厅通常在上一年十月底、十一月公布，请核对后载入。", reverse("cases:calendar")


def groups(viewer: Actor) -> list[Group]:
    """Every group of to-dos of the viewer, those with something in them first."""
    on = clock.today()
    made: list[Group] = []
    if viewer.has(*CASEWORKERS):
        url = reverse("office:waiting", args=["cases"])
        made.append(_of_cases("等我办理的案件", waiting_cases(viewer), on, "轮到您办理的案件会列在这里。", url))
    if viewer.has(*review.HANDED_IN_BY):
        reason = "调查终结待拟处理意见、待送法制审核，或者被退回、建议纠正的案件会列在这里。"
        url = reverse("office:waiting", args=["drafts"])
        made.append(_of_cases("等我拟稿或者送审", review.to_hand_in(viewer), on, reason, url))
    if viewer.has(*archive.HANDLERS):
        made.append(_sent_back(viewer))
    if viewer.has(Role.REVIEWER):
        waiting = review.waiting_for(viewer)
        rows = [
            {
                "label": r.case.title,
                "note": f"{r.case.number}　{r.label}　第{r.round}轮",
                "url": reverse("review:review", args=[r.pk]),
                "due": r.due_on,
                "lamp": _near(r.due_on, on),
            }
            for r in waiting[:SHOWN]
        ]
        made.append(Group("等我审核", reverse("review:queue"), waiting.count(), rows, "送审的案件会列在这里。"))
    if viewer.has(Role.PUBLISHER, Role.PUBLICATION_CHECKER):
        made += [_due_for_publication(viewer, on), _results_to_publish(viewer, on), _to_withdraw(viewer, on)]
    if viewer.has(Role.PUBLISHER):
        made.append(_to_mark(viewer, on))
    if viewer.has(Role.ARCHIVIST):
        handed = archive.waiting(viewer)
        rows = [
            {
                "label": h.case.title,
                "note": h.case.number,
                "url": reverse("archive:check", args=[h.pk]),
                "due": None,
                "lamp": "ok",
            }
            for h in handed[:SHOWN]
        ]
        made.append(
            Group("待接收的案卷", reverse("archive:intake"), handed.count(), rows, "承办人移交的案卷会列在这里。")
        )
    if viewer.has(Role.SUPERVISOR):
        url = reverse("supervision:lamps") + "?level=red"
        red = _of_cases("红牌案件", supervision.burning(viewer, "red"), on, "没有红牌。", url)
        for row in red.rows:
            row["lamp"] = "red"  # also where it is an attempt to pass a gate that lights it
        made.append(red)
    for row in (r for g in made for r in g.rows if r["due"] is not None):
        row.setdefault("left", (row["due"] - on).days)
    return sorted(made, key=lambda g: g.count == 0)


def _of_cases(title: str, found: QuerySet[Case], on: date, reason: str, url: str = "") -> Group:
    """A group whose rows are cases; all of them stand in the list of cases, where no other page is named."""
    shown = list(found[:SHOWN])
    said = review.said_of(shown)
    rows = [_row(c, on, said.get(c.pk, "")) for c in shown]
    return Group(title, url or reverse("cases:list"), found.count(), rows, reason)


def _results_to_publish(viewer: Actor, on: date) -> Group:
    """Inspections whose result waits to be published; the step is taken on the page of the case."""
    found = cases.unpublished_results(viewer)
    return _of_cases("待公示的检查结果", found, on, "检查结果告知后会列在这里。")


def _to_withdraw(viewer: Actor, on: date) -> Group:
    """Notices of decisions that no longer stand (行政处罚法第四十八条第二款)."""
    items = disclosure.to_withdraw(viewer)
    rows = [
        {
            "label": i.draft.case.title,
            "note": f"{i.draft.reference}　{i.why}",
            "url": reverse("disclosure:draft", args=[i.draft.pk]),
            "due": i.due.legal_due,
            "lamp": _near(i.due.legal_due, on),
        }
        for i in items[:SHOWN]
    ]
    reason = "决定被变更、撤销、确认违法或者无效的，其公示会列在这里。"
    return Group("应当撤回的公示", reverse("disclosure:queue"), len(items), rows, reason)


def _to_mark(viewer: Actor, on: date) -> Group:
    """Notices of licences that have ended since; publishers alone may mark them."""
    items, url = ends.to_mark(viewer), reverse("disclosure:queue")  # there it is done
    rows = [
        {
            "label": i.draft.case.title,
            "note": f"{i.draft.reference}　{written(i.ending.decided_on)}{i.ending.kind}",
            "url": url,
            "due": i.due.legal_due,
            "lamp": _near(i.due.legal_due, on),
        }
        for i in items[:SHOWN]
    ]
    reason = "许可被撤回、撤销、注销的，其公示会列在这里。"
    return Group("应当标注许可终止的公示", url, len(items), rows, reason)


def _due_for_publication(viewer: Actor, on: date) -> Group:
    items = disclosure.due(viewer)
    rows = [
        {
            "label": i.case.title,
            "note": f"{i.case.number}　{'待审核、发布' if i.draft else '待拟写'}",
            "url": reverse("disclosure:draft", args=[i.draft.pk]) if i.draft else reverse("disclosure:queue"),
            "due": i.due.legal_due,
            "lamp": _near(i.due.legal_due, on),
        }
        for i in items[:SHOWN]
    ]
    return Group("待公示的决定", reverse("disclosure:queue"), len(items), rows, "作出决定后须公示的案件会列在这里。")


def _sent_back(viewer: Actor) -> Group:
    """Files of the viewer that the archive sent back, each with what is wrong."""
    found = archive.returned(viewer).filter(case__in=cases.listed(viewer, mine=True))
    rows = [
        {
            "label": h.case.title,
            "note": f"{h.case.number}　{h.reasons[:60]}",
            "url": reverse("archive:hand_in", args=[h.case_id]),
            "due": None,
            "lamp": "yellow",
        }
        for h in found[:SHOWN]
    ]
    return Group("被退回的归档移交", reverse("archive:intake"), found.count(), rows, "档案管理员退回的案卷会列在这里。")


WORK = {"cases": ("等我办理的案件", waiting_cases), "drafts": ("等我拟稿或者送审", review.to_hand_in)}
"""The work lists: heading, and the cases in them."""


def work(viewer: Actor, which: str, q: str = "", lamp: str = "") -> QuerySet[Case]:
    """One work list, the nearest end of term first, narrowed by words of number, title or party and by lamp."""
    if which not in WORK or not viewer.has(*CASEWORKERS):
        raise Http404
    found = WORK[which][1](viewer)
    if q:
        named = CaseParty.objects.filter(case_id=OuterRef("pk"), name__contains=q)
        found = found.filter(Q(number__contains=q) | Q(title__contains=q) | Exists(named))
    return cases.with_lamp(found, lamp, clock.today()) if lamp in cases.LAMPS else found


def work_key(case: Case) -> int:
    """Where a case stands in a work list: the day of its nearest end of term, the newest of a day first; without, last."""
    return ((case.next_due_on or date.max).toordinal() << 32) + (1 << 32) - 1 - case.pk


def work_page(found: QuerySet[Case], word: str, at: int | None, size: int) -> tuple[list[Case], bool]:
    """``size`` cases of a work list behind (``before``) or in front of (``after``) a key, and whether more follow."""
    if at is None:
        rows = list(found[: size + 1])
        return rows[:size], len(rows) > size
    pk, last = (1 << 32) - 1 - (at & ((1 << 32) - 1)), date.max.toordinal()
    day = date.fromordinal(min(max(at >> 32, 1), last))
    endless, same = Q(next_due_on__isnull=True), Q(next_due_on=day)
    if day == date.max:
        same = endless
    if word == "after":
        ahead = ~endless if day == date.max else Q(next_due_on__lt=day)
        nearest = found.filter(ahead | (same & Q(id__gt=pk))).order_by(F("next_due_on").desc(nulls_first=True), "id")
        rows = list(nearest[: size + 1])
        return rows[:size][::-1], len(rows) > size
    behind = Q(pk__in=()) if day == date.max else Q(next_due_on__gt=day) | endless
    rows = list(found.filter(behind | (same & Q(id__lt=pk)))[: size + 1])
    return rows[:size], len(rows) > size


def work_rows(found: list[Case]) -> list[dict[str, Any]]:
    """Cases of a work list for the page, each with what was last said of it at the review."""
    on, said = clock.today(), review.said_of(found)
    return [_row(c, on, said.get(c.pk, "")) | {"number": c.number, "standing": c.standing_label} for c in found]


def _row(case: Case, on: date, said: str = "") -> dict[str, Any]:
    return {
        "label": case.title,
        "note": "　".join(filter(None, (case.number, case.standing_label, said))),
        "said": said,
        "left": (case.next_due_on - on).days if case.next_due_on else None,
        "url": reverse("cases:case", args=[case.pk]),
        "due": case.next_due_on,
        "lamp": cases.lamp_word(case, on),
    }


def _near(due: date | None, on: date) -> str:
    if due is None:
        return "ok"
    if due < on:
        return "red"
    return "remind" if (due - on).days <= 3 else "ok"
