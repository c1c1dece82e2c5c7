"""Writes of posts (岗位): given and taken by the security administrator, never by who registers people."""

from __future__ import annotations

from datetime import date, timedelta

from lantai.law.people import ADMINISTRATORS, ROLE_LABELS, Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.personnel import queries
from lantai.personnel.models import POSTS, Person, Post

_GIVEN = frozenset(value for value, _ in POSTS)


def _refuse(reason: str, remedy: str) -> Refused:
    return Refused([Refusal("", (), reason, remedy)])


@command("personnel.appoint", "任命岗位", allowed=(Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN))
def appoint(*, actor: Actor, person: Person, role: Role, from_on: date | None = None) -> Post:
    """Give a person a post from a day on (today).

    The security administrator appoints. The founder of an empty installation may give the first of each
    administration, the system administrator last: from then on the founder administers no more.
    """
    day = from_on or clock.today()
    if str(role) not in _GIVEN:
        raise Malformed("role", "不是可以任命的岗位")
    if not actor.has(Role.SECURITY_ADMIN):
        _founding(actor, Role(role))
    if actor.person_id == person.pk:
        raise _refuse("不能任命自己", "请由另一名安全管理员任命")
    if person.left_on is not None and person.left_on <= day:
        raise _refuse(f"{person.name}已经离岗", "请核对人员")
    if person.account is None:
        raise _refuse(f"{person.name}还没有账号，到岗也无法办理", "请系统管理员先为其开立账号")
    if day < clock.today():
        raise Malformed("from_on", "任岗之日不能早于今天")
    held = set(Post.objects.filter(person=person).exclude(to_on__lt=day).values_list("role", flat=True))
    if str(role) in held:
        raise Conflict(f"{person.name}已任{ROLE_LABELS[Role(role)]}")
    if role in ADMINISTRATORS and held & {str(r) for r in ADMINISTRATORS}:
        raise _refuse("系统管理员、安全管理员、审计管理员须由三人分别担任", "请另择一人，或者先免去原管理岗位")
    return put(Post(person=person, role=str(role), from_on=day))


def _founding(actor: Actor, role: Role) -> None:
    """Raise Refused unless the founder fills a vacant administration."""
    if actor.person_id != 0 or role not in ADMINISTRATORS:
        raise _refuse("岗位由安全管理员任命，登记人员的人不能同时给岗位", "请由安全管理员登录后办理")
    today = clock.today()
    if queries.administrators_in_post(role, today):
        raise _refuse(f"已有{role.label}", "请由安全管理员办理后续任命")
    others = [r for r in ADMINISTRATORS if r is not role and not queries.administrators_in_post(r, today)]
    if role is Role.SYSTEM_ADMIN and others:
        missing = "、".join(r.label for r in others)
        raise _refuse(f"还没有{missing}", f"请先任命{missing}：系统管理员到岗后，首任管理员即告退出")


@command("personnel.dismiss", "免去岗位", allowed=(Role.SECURITY_ADMIN,))
def dismiss(*, actor: Actor, post: Post, reason: str, to_on: date | None = None) -> Post:
    """End a post. ``to_on`` is its last day; by default it ends at once (yesterday, where it had begun by then)."""
    if not reason.strip():
        raise Malformed("reason", "请填写免去事由")
    today = clock.today()
    if post.to_on is not None and post.to_on < today:
        raise Conflict("该岗位此前已经免去")
    last = to_on or max(today - timedelta(days=1), post.from_on)
    if last < max(post.from_on, today - timedelta(days=1)):
        raise Malformed("to_on", "最后一天不能早于昨天，也不能早于任岗之日")
    if actor.person_id == post.person.pk:
        raise _refuse("不能免去自己的岗位", "请由另一名安全管理员办理")
    post.to_on = last
    return put(post)
