"""What a workbook would do to the register of agencies. Reads only; ``commands`` writes."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.agencies.models import Agency, Kind, Level
from lantai.agencies.workbook import AGENCIES, LABELS
from lantai.law.identity import DIVISIONS, credit_code_error
from lantai.ledger import store
from lantai.web.workbook.plan import Plan, Wish, headers_of, seen_twice
from lantai.web.workbook.reading import read
from lantai.web.workbook.sheets import Line, Table

_HEADERS = headers_of(AGENCIES) | {"parent_id": "上级或委托机关代码"}
_ONCE = (("code", "统一社会信用代码"), ("name", "名称"), ("doc_prefix", "机关代字"))
AT_ONCE = 5_000  # values asked for in one statement


def by_codes(codes: Iterable[str]) -> dict[str, Agency]:
    """Agencies by credit code; one statement for every 5,000 codes."""
    asked = sorted({c for c in codes if c})
    found: dict[str, Agency] = {}
    for start in range(0, len(asked), AT_ONCE):
        rows = Agency.objects.select_related("parent").filter(code__in=asked[start : start + AT_ONCE])
        found |= {a.code: a for a in rows}
    return found


def plan(sha256: str) -> Plan:
    """The plan of a kept workbook. Raises Malformed where it cannot be read, Altered where its bytes changed."""
    store.read(sha256)
    tables = read(store.path(sha256), (AGENCIES,))
    table = tables["agencies"]
    for key, what in _ONCE:
        seen_twice(table, key, what)
    codes = [line.values.get(key) or "" for line in table.lines for key in ("code", "parent")]
    known = by_codes(codes)
    taken = _taken()
    named = {line.values.get("code") for line in table.lines}
    wishes = [_wish(table, line, known, taken, named) for line in table.lines]
    _blame_circles(table, wishes, known)
    _blame_orphans(table, wishes, known)
    return Plan(tables, wishes)


def _taken() -> dict[str, dict[str, str]]:
    """Names and document prefixes in use, with the code of their holder."""
    rows = Agency.objects.values_list("code", "name", "doc_prefix")
    return {
        "name": {name: code for code, name, _ in rows},
        "doc_prefix": {prefix: code for code, _, prefix in rows if prefix},
    }


def _wish(
    table: Table, line: Line, known: dict[str, Agency], taken: dict[str, dict[str, str]], named: set[str | None]
) -> Wish:
    given = line.values
    code, parent = given.get("code") or "", given.get("parent") or ""
    for key in ("code", "parent"):
        if given.get(key) and (error := credit_code_error(given[key])):
            table.blame(line, key, error)
    if given.get("division") and given["division"] not in DIVISIONS:
        table.blame(line, "division", f"{given['division']}不是本市的行政区划代码")
    for key, what in (("name", "名称"), ("doc_prefix", "机关代字")):
        holder = taken[key].get(given.get(key) or "")
        if holder is not None and holder != code:
            table.blame(line, key, f"{what}已由代码为{holder}的执法主体使用")
    if parent and parent == code:
        table.blame(line, "parent", "上级或委托机关不能是自己")
    elif parent and parent not in known and parent not in named:
        table.blame(line, "parent", f"代码{parent}的机关没有登记，也不在本工作簿里")
    row = known.get(code)
    if given.get("kind") == Kind.DELEGATED and not parent and not (row and row.parent):
        table.blame(line, "parent", "受委托组织须填委托机关代码（《行政处罚法》第二十条）")
    starts = given.get("valid_from") or (row and row.valid_from)
    ends = given.get("valid_to") or (row and row.valid_to)
    if starts and ends and ends < starts:
        table.blame(line, "valid_to", "终止日早于起始日")
    values = {k: v for k, v in given.items() if v not in (None, "") and k != "parent"}
    if row is None:
        values.setdefault("level", Level.DEPARTMENT.value)
        values.setdefault("short_name", values.get("name", "")[:40])
    elif parent in known:
        values["parent_id"] = known[parent].pk
    wish = Wish(line, given.get("name") or code, values, row, parts={"parent": parent})
    if row is not None:
        codes = {a.pk: a.code for a in known.values()}
        wish.compare(_HEADERS, LABELS | {"parent_id": codes})
        if parent and parent not in known:
            wish.changes.append((_HEADERS["parent_id"], row.parent.code if row.parent else "（空）", parent))
    return wish


def _blame_circles(table: Table, wishes: list[Wish], known: dict[str, Agency]) -> None:
    """No agency may stand above itself by way of others."""
    above: dict[str, str] = {}
    code_of = dict(Agency.objects.values_list("pk", "code"))
    for pk, parent in Agency.objects.filter(parent__isnull=False).values_list("pk", "parent_id"):
        above[code_of[pk]] = code_of[parent]
    above |= {w.values["code"]: w.parts["parent"] for w in wishes if w.parts["parent"] and w.values.get("code")}
    for wish in wishes:
        code = start = wish.values.get("code")
        for _ in range(len(above) + 1):
            code = above.get(code or "")
            if code is None:
                break
            if code == start:
                table.blame(wish.line, "parent", "上级关系成了循环")
                break


def _blame_orphans(table: Table, wishes: list[Wish], known: dict[str, Agency]) -> None:
    """An agency below one that cannot be taken in cannot be taken in either."""
    while True:
        coming = {w.values.get("code") for w in wishes if w.is_good}
        orphans = [w for w in wishes if w.is_good and w.parts["parent"] and w.parts["parent"] not in {*known, *coming}]
        if not orphans:
            return
        for wish in orphans:
            table.blame(wish.line, "parent", f"上级机关{wish.parts['parent']}所在的行有问题，须一并改正")


def in_order(new: list[Wish]) -> list[list[Wish]]:
    """New agencies in layers: each stands after the new one above it."""
    codes = {w.values["code"] for w in new}
    layers: list[list[Wish]] = []
    placed: set[str] = set()
    rest = list(new)
    while rest:
        ready = [w for w in rest if w.parts["parent"] not in codes or w.parts["parent"] in placed]
        if not ready:
            break
        layers.append(ready)
        placed |= {w.values["code"] for w in ready}
        rest = [w for w in rest if w.values["code"] not in placed]
    return layers
