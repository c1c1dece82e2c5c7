"""What a workbook would do to the register of persons, certificates, accounts and posts. Reads only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lantai.accounts import queries as accounts
from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency
from lantai.law.identity import certificate_error, credit_code_error, resident_id_error, sex_of
from lantai.law.people import ADMINISTRATORS, Role
from lantai.ledger import clock, store
from lantai.personnel.models import Certificate, Person, Post
from lantai.personnel.workbook import OFFICERS, PERSON_FIELDS
from lantai.web.workbook.plan import Plan, Wish, headers_of, said, seen_twice
from lantai.web.workbook.reading import read
from lantai.web.workbook.sheets import Line, Table

_HEADERS = headers_of(OFFICERS)
AT_ONCE = 5_000
SHOWN_POSTS = 50
_ADMINISTRATIONS = {r.value for r in ADMINISTRATORS}


@dataclass
class _Known:
    """The part of the register that a workbook touches; at most six statements for every 5,000 lines."""

    agencies: dict[str, Agency]
    certificates: dict[str, Certificate]
    persons: dict[str, Person]  # by sign-in name
    taken: set[str]  # sign-in names of accounts
    posts: dict[int, set[str]]  # held or to come, by person


def _asked(table: Table, key: str) -> list[list[str]]:
    values = sorted({line.values[key] for line in table.lines if line.values.get(key)})
    return [values[n : n + AT_ONCE] for n in range(0, len(values), AT_ONCE)]


def _known(table: Table) -> _Known:
    known = _Known({}, {}, {}, set(), {})
    for codes in _asked(table, "agency"):
        known.agencies |= agencies.by_code(codes)
    for numbers in _asked(table, "number"):
        rows = Certificate.objects.select_related("person__account").filter(number__in=numbers)
        known.certificates |= {c.number: c for c in rows}
    for names in _asked(table, "username"):
        rows_ = Person.objects.select_related("account").filter(account__username__in=names)
        known.persons |= {p.account.username: p for p in rows_ if p.account}
        known.taken |= accounts.taken(set(names))
    met = {c.person.pk: c.person for c in known.certificates.values()} | {p.pk: p for p in known.persons.values()}
    ids = sorted(met)
    today = clock.today()
    for start in range(0, len(ids), AT_ONCE):
        held = Post.objects.filter(person_id__in=ids[start : start + AT_ONCE]).exclude(to_on__lt=today)
        for person, role in held.values_list("person_id", "role"):
            known.posts.setdefault(person, set()).add(role)
    return known


def plan(sha256: str) -> Plan:
    """The plan of a kept workbook. Raises Malformed where it cannot be read, Altered where its bytes changed."""
    store.read(sha256)
    tables = read(store.path(sha256), (OFFICERS,))
    table = tables["officers"]
    for key, what in (("number", "执法证号"), ("username", "登录名"), ("resident_id", "公民身份号码")):
        seen_twice(table, key, what)
    known = _known(table)
    today = clock.today()
    wishes = [_wish(table, line, known, today) for line in table.lines]
    made = Plan(tables, wishes)
    made.extra = {
        "accounts": sum(1 for w in made.good if w.parts["account"]),
        "certificates": sum(1 for w in made.good if w.parts["certificate"]),
        "posts": sum(len(w.parts["posts"]) for w in made.good),
    }
    roles = Counter(role for w in made.good for role in w.parts["posts"])
    made.more["posts"] = [[Role(role).label, count] for role, count in sorted(roles.items())]
    if any(line.values.get("resident_id") for line in table.lines):
        made.notes.append("公民身份号码只用于核对，没有登记；上传的工作簿本身会作为导入凭证留存，建议不填这一列。")
    expired = [w.line.row for w in made.good if w.parts["expires"] and w.parts["expires"] < today]
    if expired:
        rows = "、".join(map(str, expired[:20]))
        made.notes.append(f"有 {len(expired)} 人的执法证已经过期，导入后不能执法（第 {rows} 行）。")
    return made


def _blame_form(table: Table, line: Line, today: date) -> None:
    """What is wrong with a line whatever the register says."""
    given = line.values
    if given.get("agency") and (error := credit_code_error(given["agency"])):
        table.blame(line, "agency", error)
    if given.get("number") and (error := certificate_error(given["number"])):
        table.blame(line, "number", error)
    if number := given.get("resident_id"):
        if error := resident_id_error(number, today):
            table.blame(line, "resident_id", error)
        elif given.get("sex") and sex_of(number) != given["sex"]:
            table.blame(line, "resident_id", "公民身份号码与性别不一致")
    if not given.get("number") and not given.get("username") and not line.problems:
        table.blame(line, "", "执法证号和登录名至少填一项，否则无法认定是谁")
    starts, ends = given.get("valid_from"), given.get("valid_to")
    if starts and ends and ends < starts:
        table.blame(line, "valid_to", "有效期止早于有效期起")


def _person_of(table: Table, line: Line, known: _Known) -> Person | None:
    """The registered person meant by certificate number or sign-in name; both must mean the same one."""
    certificate = known.certificates.get(line.values.get("number") or "")
    holder = certificate.person if certificate else None
    username = line.values.get("username") or ""
    owner = known.persons.get(username)
    if holder is not None and owner is not None and holder.pk != owner.pk:
        table.blame(line, "username", f"登录名{username}是{owner.name}的，而该执法证是{holder.name}的")
    elif owner is None and username in known.taken:
        table.blame(line, "username", f"登录名{username}已被使用")
    elif holder is not None and owner is None and username and holder.account is not None:
        table.blame(line, "username", f"该人员的登录名是{holder.account.username}，登录名不能更换")
    return holder or owner


def _wish(table: Table, line: Line, known: _Known, today: date) -> Wish:
    _blame_form(table, line, today)
    given = line.values
    agency = known.agencies.get(given.get("agency") or "")
    if given.get("agency") and agency is None:
        table.blame(line, "agency", f"代码{given['agency']}的执法主体没有登记，请先导入执法主体")
    elif agency is not None and agency.valid_to is not None and agency.valid_to < today:
        table.blame(line, "agency", f"“{agency.name}”已经注销")
    row = _person_of(table, line, known)
    if row is not None and agency is not None and row.agency_id != agency.pk:  # type: ignore[attr-defined]
        table.blame(line, "agency", "该人员登记在其他单位；调动的，请先在原单位办理离岗，再以新的登录名和执法证登记")
    if row is not None and row.left_on is not None and row.left_on <= today:
        table.blame(line, "", "该人员已经离岗")
    values = {k: given[k] for k in PERSON_FIELDS if given.get(k) not in (None, "")}
    wish = Wish(line, given.get("name") or "", values, row)
    if row is not None:
        wish.compare(_HEADERS)
    username = given.get("username") or ""
    account = "" if username in known.persons else username
    wish.parts = {
        "agency": agency.pk if agency else None,
        "account": account,
        "certificate": _certificate(table, line, known, wish),
        "expires": given.get("valid_to"),
        "posts": _posts(table, line, known, row),
    }
    if row is not None and account:
        wish.changes.append(("登录名", "（空）", account))
    if row is not None and wish.parts["posts"]:
        held = [Role(r).label for r in sorted(known.posts.get(row.pk, ()))]
        wish.changes.append(("岗位", said(held), "另增" + said([Role(r).label for r in wish.parts["posts"]])))
    return wish


def _certificate(table: Table, line: Line, known: _Known, wish: Wish) -> dict[str, object]:
    """What is to be written of the certificate; empty where nothing is."""
    given = line.values
    number = given.get("number") or ""
    stated = {k: given[k] for k in ("valid_from", "valid_to") if given.get(k)}
    if given.get("fields"):
        stated["fields"] = sorted(given["fields"])
    if not number:
        if stated and not line.problems:
            table.blame(line, "number", "填了证件有效期或者领域，却没有执法证号")
        return {}
    row = known.certificates.get(number)
    if row is None:
        for key in ("valid_from", "valid_to"):
            if not given.get(key) and not line.problems:
                table.blame(line, key, "新登记的执法证须填有效期")
        if wish.row is not None:
            wish.changes.append(("执法证号", "（新证）", number))
        return {"number": number, "pk": None, **stated}
    changes = {k: v for k, v in stated.items() if getattr(row, k) != v}
    if max(changes.get("valid_from", row.valid_from), row.valid_from) > changes.get("valid_to", row.valid_to):
        table.blame(line, "valid_to", "有效期止早于有效期起")
    wish.changes += [(_HEADERS[k], said(getattr(row, k)), said(v)) for k, v in changes.items()]
    return {"number": number, "pk": row.pk, "version": row.version, **changes} if changes else {}


def _posts(table: Table, line: Line, known: _Known, row: Person | None) -> list[str]:
    """The posts that are new. Nobody comes to hold two of the three administrations."""
    held = known.posts.get(row.pk, set()) if row is not None else set()
    wanted = list(dict.fromkeys(line.values.get("posts") or []))
    if len(_ADMINISTRATIONS & (held | set(wanted))) > 1:
        table.blame(line, "posts", "系统管理员、安全管理员、审计管理员须由三人分别担任")
    if wanted and not line.values.get("username") and not (row and row.account) and not line.problems:
        table.blame(line, "username", "填了岗位，须有登录名才能到岗办理")
    return [role for role in wanted if role not in held]
