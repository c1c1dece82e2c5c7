"""The workbooks of the demonstration, and bringing them in by the importer that every city uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from random import Random
from typing import Any

from openpyxl import Workbook

from lantai.accounts.commands import Secret, create_first_administrator, set_password
from lantai.accounts.models import Account
from lantai.agencies import commands as agencies
from lantai.agencies.models import Agency, ImportRun
from lantai.agencies.workbook import AGENCIES
from lantai.demo import coercing, licensing, matters, names
from lantai.demo.city import SEATS, Seat
from lantai.demo.courses.inspecting import MATTER
from lantai.demo.people import ADMINISTRATORS, LEADS, PASSWORD, SHOWN, Member
from lantai.law import released
from lantai.law.people import Actor, Role
from lantai.ledger import store
from lantai.personnel import queries as personnel
from lantai.personnel.commands import imports as officers
from lantai.personnel.commands.posts import appoint
from lantai.personnel.models import Person
from lantai.personnel.workbook import OFFICERS
from lantai.powers.commands.releases import sign_release
from lantai.powers.queries import is_signed
from lantai.powers.registers import REGISTERS
from lantai.powers.workbook import BASES, POWERS, TIERS
from lantai.web.workbook.sheets import Sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STANDARD = "衡阳市行政处罚裁量基准（演示文本）"
Row = dict[str, Any]


def workbook(sheets: Sequence[tuple[Sheet, Iterable[Row]]]) -> bytes:
    """A workbook as an office would send it: the headers of the register, names and numbers as text cells."""
    book = Workbook()
    book.remove(book.active)
    for sheet, rows in sheets:
        page = book.create_sheet(sheet.title)
        page.append([column.header for column in sheet.columns])
        for row in rows:
            page.append([row.get(column.key, "") or None for column in sheet.columns])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def bring_in(actor: Actor, kind: str, content: bytes, name: str) -> ImportRun:
    """Trial, then confirmation, as on the page of imports. Raises Refused with the lines that have problems."""
    held = store.put_bytes(content, XLSX)
    register = REGISTERS[kind]
    trial = register.trial(actor, held.sha256)
    run = agencies.keep_trial(actor=actor, kind=kind, workbook=held, original_name=name, trial=trial)
    return register.confirm(actor=actor, run=run)


def agency_rows(random: Random) -> list[Row]:
    by_key = {seat.key: seat for seat in SEATS}
    return [
        {
            "code": seat.code,
            "name": seat.name,
            "short_name": seat.name.removeprefix("衡阳市") if seat.division == "430400" else seat.name,
            "kind": seat.kind,
            "level": seat.level,
            "division": seat.division,
            "parent": by_key[seat.parent].code if seat.parent else "",
            "field": seat.field,
            "duties": seat.duties,
            "basis": _basis(seat, by_key),
            "address": names.address(random, names_of(seat)),
            "phone": f"0734-{8000000 + random.randint(0, 9999):07d}",
            "hours": "工作日9:00—12:00，13:30—17:00",
            "doc_prefix": seat.prefix,
            "valid_from": date(2019, 3, 1),
        }
        for seat in SEATS
    ]


def names_of(seat: Seat) -> str:
    return seat.name[:3]


def _basis(seat: Seat, by_key: dict[str, Seat]) -> str:
    if seat.kind == "受委托组织":
        return f"受{by_key[seat.parent].name}委托（《中华人民共和国行政处罚法》第二十条）"
    return "《中华人民共和国行政处罚法》第十七条；机构改革方案和“三定”规定"


def officer_rows(members: Iterable[Member], today: date) -> list[Row]:
    codes = {seat.key: seat for seat in SEATS}
    return [
        {
            "agency": codes[m.seat].code,
            "name": m.name,
            "sex": m.sex,
            "unit": m.unit,
            "post_title": m.title,
            "number": m.certificate,
            "valid_from": date(today.year - 4, 11, 1) if m.certificate else None,
            "valid_to": date(today.year + 1, 10, 31) if m.certificate else None,
            "fields": codes[m.seat].field if m.certificate else "",
            "posts": m.post_words,
            "username": m.username,
            "legal_qualification": m.qualification,
            "first_review_on": date.fromisoformat(m.reviews_since) if m.reviews_since else None,
        }
        for m in members
    ]


def power_books() -> tuple[list[Row], list[Row], list[Row]]:
    """Powers, provisions and discretion standards of every agency that handles cases."""
    powers: list[Row] = []
    bases: list[Row] = []
    tiers: list[Row] = []
    for seat in SEATS:
        licensed, founded = licensing.rows(seat)
        powers += licensed
        bases += founded
        if seat.cases:
            key = {"agency": seat.code, "code": MATTER}
            name = f"对{seat.field}领域生产经营活动的行政检查"
            powers.append(
                {
                    **key,
                    "name": name,
                    "kind": "行政检查",
                    "field": seat.field,
                    "procedures": "行政检查",
                    "valid_from": date(2022, 1, 1),
                }
            )
            for article, paragraph in (("61", "2"), ("62", "1")):
                bases.append(
                    {
                        **key,
                        "role": "程序依据",
                        "statute": "中华人民共和国行政许可法",
                        "article": article,
                        "paragraph": paragraph,
                        "item": "",
                    }
                )
        for matter in matters.of_field(seat.field) if seat.cases else ():
            key = {"agency": seat.code, "code": f"CF-{matter.key}"}
            spot = matter.spot is not None
            powers.append(
                {
                    **key,
                    "name": matter.name,
                    "kind": "行政处罚",
                    "field": matter.field,
                    "procedures": "普通程序、简易程序" if spot else "普通程序",
                    "conditions": matter.duty + "。",
                    "valid_from": date(2022, 1, 1),
                }
            )
            for role, provisions in (("违反依据", matter.violated), ("处罚依据", matter.penalty)):
                bases += [
                    {
                        **key,
                        "role": role,
                        "statute": s,
                        "article": str(a),
                        "paragraph": str(p or ""),
                        "item": str(i or ""),
                    }
                    for s, a, p, i in provisions
                ]
            tiers += [
                {**key, "tier": t, "conditions": c, "min_yuan": low, "max_yuan": high, "source": STANDARD}
                for t, c, low, high in matter.tiers
            ]
        if coerces := coercing.powers_of(seat):
            power, provisions = coerces
            field = matters.of_field(seat.field)[0].field
            powers.append({**power, "agency": seat.code, "field": field, "valid_from": date(2022, 1, 1)})
            bases += [
                {"agency": seat.code, "code": power["code"], "role": r, "statute": s, "article": str(a)}
                for r, s, a in provisions
            ]
    return powers, bases, tiers


def found_installation() -> Actor:
    """The founder of the empty installation, who imports the first registers and appoints the administrators."""
    create_first_administrator(actor=None)
    actor = personnel.actor_for(Account.objects.get(is_founder=True))
    assert actor is not None
    return actor


def import_agencies_and_people(founder: Actor, members: list[Member], today: date, random: Random) -> dict[Role, Actor]:
    """Agencies and people, the three administrators, the posts confirmed by the security administrator."""
    bring_in(founder, "agencies", workbook([(AGENCIES, agency_rows(random))]), "衡阳市执法主体名录.xlsx")
    run = bring_in(founder, "officers", workbook([(OFFICERS, officer_rows(members, today))]), "执法人员名录.xlsx")
    appointed = {}
    for role in ADMINISTRATORS:
        username = next(row[6] for row in LEADS if role in row[5])
        person = Person.objects.get(account__username=username)
        appoint(actor=founder, person=person, role=role)
        appointed[role] = personnel.actor_of(person)
    officers.confirm_posts(actor=appointed[Role.SECURITY_ADMIN], run=run)
    return appointed


def import_powers(system: Actor) -> None:
    powers, bases, tiers = power_books()
    bring_in(system, "powers", workbook([(POWERS, powers), (BASES, bases), (TIERS, tiers)]), "衡阳市权责清单.xlsx")


def sign_procedures() -> None:
    """The reviewer of the justice bureau signs every released procedure."""
    agency = Agency.objects.get(division="430400", field="justice")
    signer = personnel.actor_of(Person.objects.get(agency=agency, posts__role=Role.REVIEWER))
    for procedure in released.RELEASED:
        if not is_signed(procedure.code, procedure.digest):
            sign_release(actor=signer, code=procedure.code, version=procedure.version, digest=procedure.digest)


def give_passwords(system: Actor) -> None:
    """One password for the shown accounts; hashed once, for hashing is slow."""
    secret = Secret.of(PASSWORD)
    for account in Account.objects.filter(username__in=SHOWN):
        set_password(actor=system, account=account, password=secret, must_change=False)


def shown_accounts() -> list[dict[str, str]]:
    """What the sign-in page shows of the accounts that visitors may use."""
    agencies_of = {seat.key: seat.name for seat in SEATS}
    return [
        {
            "username": username,
            "password": PASSWORD,
            "name": name,
            "post": "、".join(role.label for role in posts),
            "agency": agencies_of[seat],
        }
        for seat, name, _, _, _, posts, username in LEADS
    ]
