"""Writes of persons: registered, changed, photographed, gone. Accounts are opened with them or later."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lantai.accounts import commands as accounts
from lantai.agencies.models import Agency
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.models import StoredObject
from lantai.personnel.models import Person, Sex

PHOTO_BYTES = 5 * 1024**2
PHOTO_TYPES = frozenset({"image/jpeg", "image/png"})
_CHANGEABLE = frozenset({"name", "sex", "unit", "post_title", "legal_qualification", "first_review_on"})


def _check(person: Person) -> None:
    """Raise Malformed for what no person can have."""
    if not person.name:
        raise Malformed("name", "请填写姓名")
    if person.sex and person.sex not in Sex.values:
        raise Malformed("sex", "性别填男或者女")
    if person.first_review_on is not None and person.first_review_on > clock.today():
        raise Malformed("first_review_on", "首次从事法制审核的日期不能在今天之后")


@command("personnel.register_person", "登记人员", allowed=(Role.SYSTEM_ADMIN,))
def register_person(
    *,
    actor: Actor | None,
    agency: Agency,
    name: str,
    sex: str = "",
    unit: str = "",
    post_title: str = "",
    legal_qualification: str = "",
    first_review_on: date | None = None,
    username: str = "",
) -> Person:
    """Enter a person of an agency; with ``username`` an account is opened, usable after its one-time link."""
    if not agency.exists_on(clock.today()):
        raise Malformed("agency", f"“{agency.name}”今天不是在册的执法主体")
    person = Person(
        agency=agency,
        name=name.strip(),
        sex=sex,
        unit=unit.strip(),
        post_title=post_title.strip(),
        legal_qualification=legal_qualification.strip(),
        first_review_on=first_review_on,
    )
    _check(person)
    if username:
        person.account = accounts.open_account(actor=actor, username=username, name=person.name)
    return put(person)


@command("personnel.change_person", "变更人员登记", allowed=(Role.SYSTEM_ADMIN,))
def change_person(*, actor: Actor | None, person: Person, seen: int, changes: dict[str, Any]) -> Person:
    """Change the registered particulars. ``seen`` is the version of the page; Conflict if it has changed since."""
    if unknown := set(changes) - _CHANGEABLE:
        raise Malformed(min(unknown), "这一项不能变更")
    for name, value in changes.items():
        setattr(person, name, value.strip() if isinstance(value, str) else value)
    _check(person)
    return put(person, version=seen)


@command("personnel.open_account", "为人员开立账号", allowed=(Role.SYSTEM_ADMIN,))
def open_account(*, actor: Actor | None, person: Person, username: str) -> Person:
    """Open an account for a person who has none; usable after its one-time link."""
    if person.account is not None:
        raise Conflict("该人员已有账号")
    _in_office(person)
    person.account = accounts.open_account(actor=actor, username=username, name=person.name)
    return put(person, version=person.version)


@command("personnel.record_photo", "登记照片", allowed=(Role.SYSTEM_ADMIN,))
def record_photo(*, actor: Actor | None, person: Person, photo: StoredObject) -> Person:
    """The portrait for the card and the public page: JPEG or PNG by content, at most 5 MB."""
    if photo.media_type not in PHOTO_TYPES:
        raise Malformed("photo", "照片须是 JPEG 或者 PNG 图片（按文件内容判断）")
    if photo.size > PHOTO_BYTES:
        raise Malformed("photo", "照片不能超过 5 MB")
    person.photo_sha256 = photo.sha256
    return put(person, version=person.version)


@command("personnel.leave", "办理离岗", allowed=(Role.SYSTEM_ADMIN,))
def leave(*, actor: Actor | None, person: Person, on: date, reason: str) -> Person:
    """A person leaves: ``on`` is the first day on which the person holds no post any more.

    All posts end the day before, and an account still open ends at once if the day has come.
    """
    _in_office(person)
    if not reason.strip():
        raise Malformed("reason", "请填写离岗事由")
    if actor is not None and actor.person_id == person.pk:
        raise Malformed("person", "不能给自己办理离岗，请由另一名系统管理员办理")
    last = on - timedelta(days=1)
    for post in person.posts.exclude(to_on__lte=last):
        post.to_on = max(last, post.from_on)
        put(post)
    if person.account is not None and person.account.is_active and on <= clock.today():
        accounts.deactivate(actor=actor, account=person.account, reason=f"离岗：{reason}")
    person.left_on = on
    return put(person, version=person.version)


def _in_office(person: Person) -> None:
    if person.left_on is not None and person.left_on <= clock.today():
        raise Conflict("该人员已经离岗")
