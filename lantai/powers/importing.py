"""What a workbook would do to the list of powers, their provisions and the discretion standard. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency, Field
from lantai.law.identity import credit_code_error
from lantai.law.released import RELEASED
from lantai.law.statutes_in_force import APL, BY_NAME
from lantai.ledger import clock, store
from lantai.powers.models import DiscretionTier, Power, PowerBasis
from lantai.powers.provisions import NotAProvision, number, title
from lantai.powers.workbook import POWER_FIELDS, POWERS, SHEETS
from lantai.web.workbook.plan import Plan, Wish, headers_of
from lantai.web.workbook.reading import read
from lantai.web.workbook.sheets import Line, Table

Key = tuple[str, str]  # credit code of the agency, code of the power
Part = tuple[Any, ...]
_HEADERS = headers_of(POWERS)
_LABELS: dict[str, Mapping[Any, str]] = {
    "kind": {str(k.value): str(k.label) for k in Power.Kind},
    "field": {str(f.value): str(f.label) for f in Field},
}
_KIND_OF = {p.code: p.kind for p in RELEASED}
_UNITS = (("article", "条"), ("paragraph", "款"), ("item", "项"))


def _key(line: Line) -> Key:
    return line.values.get("agency") or "", line.values.get("code") or ""


def plan(sha256: str) -> Plan:
    """The plan of a kept workbook. Raises Malformed where it cannot be read, Altered where its bytes changed."""
    store.read(sha256)
    tables = read(store.path(sha256), SHEETS)
    table = tables["powers"]
    lines = _lines_once(table)
    bases = _parts(tables.get("bases"), table, lines, _basis)
    tiers = _parts(tables.get("tiers"), table, lines, _tier)
    known = agencies.by_code(line.values.get("agency") or "" for line in table.lines)
    registered = _registered(known)
    wishes = [_wish(table, line, known, registered, bases, tiers) for line in table.lines]
    made = Plan(tables, wishes)
    made.extra = {
        "bases": sum(len(w.parts["bases"] or ()) for w in made.good),
        "tiers": sum(len(w.parts["tiers"] or ()) for w in made.good),
    }
    made.notes = _notes(made)
    return made


def _lines_once(table: Table) -> dict[Key, Line]:
    found: dict[Key, Line] = {}
    for line in table.lines:
        key = _key(line)
        if not all(key):
            continue
        if key in found:
            table.blame(line, "code", f"同一实施主体的事项编码与第 {found[key].row} 行重复")
        else:
            found[key] = line
    return found


def _registered(known: Mapping[str, Agency]) -> dict[Key, Power]:
    """The powers of the agencies named, with provisions and tiers; three statements."""
    codes = {a.pk: code for code, a in known.items()}
    rows = Power.objects.filter(agency_id__in=codes).prefetch_related("bases", "tiers")
    return {(codes[p.agency_id], p.code): p for p in rows}  # type: ignore[attr-defined]


def _parts(
    table: Table | None, powers: Table, lines: Mapping[Key, Line], read_part: Callable[[Table, Line], Part | None]
) -> dict[Key, list[Part]]:
    """What a further sheet says of each power. A fault there stands against the power as well: half is not written."""
    found: dict[Key, list[Part]] = {}
    for line in table.lines if table is not None else ():
        assert table is not None
        key = _key(line)
        part = read_part(table, line)
        if all(key) and key not in lines:
            table.blame(line, "code", f"“{powers.name}”表里没有这一事项")
        if part is not None and part in found.get(key, []):
            table.blame(line, "", "与前面的行重复")
        if not line.problems and part is not None:
            found.setdefault(key, []).append(part)
        elif key in lines:
            powers.blame(lines[key], "", f"“{table.name}”表第 {line.row} 行有问题，须一并改正")
    return found


def _basis(table: Table, line: Line) -> Part | None:
    given = line.values
    numbers = []
    for key, unit in _UNITS:
        try:
            numbers.append(number(given.get(key) or "", unit))
        except NotAProvision as wrong:
            table.blame(line, key, str(wrong))
    if line.problems:
        return None
    return given["role"], title(given["statute"]), *numbers


def _tier(table: Table, line: Line) -> Part | None:
    given = line.values
    low, high = given.get("min_yuan"), given.get("max_yuan")
    if low is not None and high is not None and high < low:
        table.blame(line, "max_yuan", "罚款上限小于下限")
    if line.problems:
        return None
    return given["tier"], given["conditions"], low, high, given.get("source") or ""


def bases_of(power: Power) -> list[Part]:
    return [(b.role, b.statute, b.article, b.paragraph, b.item) for b in power.bases.all()]  # type: ignore[attr-defined]


def tiers_of(power: Power) -> list[Part]:
    return [(t.tier, t.conditions, t.min_yuan, t.max_yuan, t.source) for t in power.tiers.all()]  # type: ignore[attr-defined]


def _wish(
    table: Table,
    line: Line,
    known: Mapping[str, Agency],
    registered: Mapping[Key, Power],
    bases: Mapping[Key, list[Part]],
    tiers: Mapping[Key, list[Part]],
) -> Wish:
    given, key = line.values, _key(line)
    agency, row = known.get(key[0]), registered.get(key)
    if key[0] and (error := credit_code_error(key[0])):
        table.blame(line, "agency", error)
    elif key[0] and agency is None:
        table.blame(line, "agency", f"代码{key[0]}的执法主体没有登记，请先导入执法主体")
    starts = given.get("valid_from") or (row and row.valid_from)
    ends = given.get("valid_to") or (row and row.valid_to)
    if starts and ends and ends < starts:
        table.blame(line, "valid_to", "终止日早于起始日")
    kind = given.get("kind") or (row and row.kind)
    for code in given.get("procedures") or []:
        if _KIND_OF[code] != kind:
            table.blame(line, "procedures", f"该程序不适用于{_LABELS['kind'].get(kind, '这类事项')}")
    wanted = bases.get(key, bases_of(row) if row is not None else [])
    if not line.problems and not has_basis(str(kind), wanted):
        table.blame(line, "", no_basis(str(kind)))
    values = {k: given[k] for k in POWER_FIELDS if given.get(k) not in (None, "", [])}
    wish = Wish(line, given.get("name") or "", values, row)
    wish.parts = {"agency": agency and agency.pk, "code": key[1], "bases": bases.get(key), "tiers": tiers.get(key)}
    if row is not None:
        wish.compare(_HEADERS, _LABELS)
        _compare(wish, "bases", "法律依据", bases_of(row))
        _compare(wish, "tiers", "裁量基准", tiers_of(row))
    return wish


def has_basis(kind: str, bases: list[Part]) -> bool:
    """A penalty needs a provision that allows it, every other power some provision."""
    return any(role == PowerBasis.Role.PENALTY for role, *_ in bases) if kind == Power.Kind.PENALTY else bool(bases)


def no_basis(kind: str) -> str:
    if kind == Power.Kind.PENALTY:
        return f"没有处罚依据：没有依据实施行政处罚的，行政处罚无效（{APL[38]}）"
    return "没有法律依据：职权须有法律、法规或者规章依据"


def _compare(wish: Wish, part: str, label: str, had: list[Part]) -> None:
    wanted = wish.parts[part]
    if wanted is None or Counter(wanted) == Counter(had):
        wish.parts[part] = None
        return
    more, less = Counter(wanted) - Counter(had), Counter(had) - Counter(wanted)
    wish.changes.append((label, f"{len(had)} 条", f"{len(wanted)} 条（新增 {more.total()}，删去 {less.total()}）"))


def _notes(made: Plan) -> list[str]:
    notes = []
    unknown = sorted({b[1] for w in made.good for b in w.parts["bases"] or () if b[1] not in BY_NAME})
    if unknown:
        names = "、".join(f"《{n}》" for n in unknown[:20])
        notes.append(f"平台的法律文本目录里没有：{names}。可以导入，但引用处不能点开条文，请核对名称。")
    idle = [w.line.row for w in made.new if not w.values.get("procedures")]
    if idle:
        notes.append(f"有 {len(idle)} 项没有填写适用程序，导入后只作公开，不能据以立案。")
    today = clock.today()
    over = [w.line.row for w in made.good if w.values.get("valid_to") and w.values["valid_to"] < today]
    if over:
        notes.append(f"有 {len(over)} 项的终止日已过。")
    return notes


def tier_rows(power: Power, parts: list[Part]) -> list[DiscretionTier]:
    return [
        DiscretionTier(power=power, tier=tier, conditions=conditions, min_yuan=low, max_yuan=high, source=source)
        for tier, conditions, low, high, source in parts
    ]


def basis_rows(power: Power, parts: list[Part]) -> list[PowerBasis]:
    return [
        PowerBasis(power=power, role=role, statute=statute, article=article, paragraph=paragraph, item=item)
        for role, statute, article, paragraph, item in parts
    ]
