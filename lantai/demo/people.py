"""Who serves where: the people whom visitors may sign in as, and the staff made up around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from lantai.demo import names
from lantai.demo.city import Seat
from lantai.law.people import ROLE_LABELS, Role

PASSWORD = "lantai-yanshi"  # noqa: S105 - shown on the sign-in page: everything it opens is made up


@dataclass(frozen=True)
class Member:
    """One line of the workbook of officers."""

    seat: str
    name: str
    sex: str
    unit: str
    title: str
    posts: tuple[Role, ...]
    username: str = ""
    certificate: str = ""
    qualification: str = ""
    reviews_since: str = ""

    @property
    def post_words(self) -> str:
        return "、".join(ROLE_LABELS[role] for role in self.posts)


QUALIFIED = "A20164304000"

# seat, name, sex, unit, title, posts, sign-in name, whether shown on the sign-in page
LEADS: tuple[tuple[str, str, str, str, str, tuple[Role, ...], str], ...] = (
    ("market", "张立新", "男", "执法一科", "一级主任科员", (Role.OFFICER,), "zhanglixin"),
    ("market", "李雪梅", "女", "执法一科", "四级主任科员", (Role.OFFICER,), "lixuemei"),
    ("market", "郑文斌", "男", "执法一科", "科长", (Role.UNIT_HEAD, Role.OFFICER), "zhengwenbin"),
    ("market", "王守正", "男", "法规科", "科长", (Role.REVIEWER,), "wangshouzheng"),
    ("market", "赵国栋", "男", "局领导", "局长", (Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD), "zhaoguodong"),
    ("market", "韩晓", "女", "办公室", "二级主任科员", (Role.PUBLISHER,), "hanxiao"),
    ("market", "杨帆", "男", "法规科", "三级主任科员", (Role.PUBLICATION_CHECKER,), "yangfan"),
    ("market", "朱文", "女", "档案室", "馆员", (Role.ARCHIVIST, Role.MEDIA_CUSTODIAN), "zhuwen"),
    ("justice", "周明", "男", "行政执法监督科", "科长", (Role.SUPERVISOR,), "zhouming"),
    ("justice", "佟敏", "女", "行政执法监督科", "二级主任科员", (Role.STATISTICIAN, Role.SUPERVISOR), "tongmin"),
    ("justice", "何志远", "男", "信息中心", "工程师", (Role.SYSTEM_ADMIN,), "hezhiyuan"),
    ("justice", "谢婉", "女", "信息中心", "工程师", (Role.SECURITY_ADMIN,), "xiewan"),
    ("justice", "罗成", "男", "机关纪委", "三级主任科员", (Role.AUDIT_ADMIN,), "luocheng"),
    ("hengyang-market", "陈琳", "女", "执法大队", "二级主任科员", (Role.OFFICER,), "chenlin"),
)
SHOWN = tuple(row[6] for row in LEADS)
ADMINISTRATORS = (Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.SYSTEM_ADMIN)  # the founder appoints the last one last

# unit, title, posts; one of each in every agency that handles cases
_DESKS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("局领导", "局长", (Role.PRINCIPAL_HEAD, Role.AGENCY_HEAD)),
    ("局领导", "副局长", (Role.AGENCY_HEAD,)),
    ("法规科", "科长", (Role.REVIEWER,)),
    ("执法一科", "科长", (Role.UNIT_HEAD, Role.OFFICER)),
    ("办公室", "主任科员", (Role.PUBLISHER,)),
    ("法规科", "主任科员", (Role.PUBLICATION_CHECKER,)),
    ("档案室", "馆员", (Role.ARCHIVIST,)),
)
UNITS = ("执法一科", "执法二科", "执法三科", "执法大队")
TITLES = ("一级主任科员", "二级主任科员", "四级主任科员", "一级科员")


def staff(seats: tuple[Seat, ...], random: Random) -> list[Member]:
    """Everybody, seat by seat; the same seed gives the same people."""
    found: list[Member] = []
    numbers = iter(range(1, 100_000))
    for seat in seats:
        if seat.staff:
            found += _of(seat, random, numbers)
    return found


def _of(seat: Seat, random: Random, numbers: Iterator[int]) -> list[Member]:
    leads = [row for row in LEADS if row[0] == seat.key]
    members = [_lead(row, numbers) for row in leads]
    taken = {role for m in members for role in m.posts}
    heads = sum(Role.AGENCY_HEAD in m.posts for m in members)
    desks = [d for d in _DESKS if seat.cases and not _has(d, taken, heads)]
    if seat.field == "司法行政":
        desks = [_DESKS[2]]
        if not taken & {Role.SUPERVISOR}:
            desks.append(("行政执法监督股", "股长", (Role.SUPERVISOR,)))
    for unit, title, posts in desks:
        members.append(_made(seat, random, numbers, unit, title, posts, f"{seat.key}-{len(members) + 1:02d}"))
    wanted = max(seat.staff, len(members) + 4 if seat.cases else 0)  # four who may investigate beside the desks
    while len(members) < wanted:
        title = random.choice(TITLES)
        handles = seat.cases and sum(Role.OFFICER in m.posts for m in members) < 7
        posts = (Role.OFFICER,) if handles else ()
        unit = UNITS[len(members) % len(UNITS)]
        username = f"{seat.key}-{len(members) + 1:02d}" if posts else ""
        members.append(_made(seat, random, numbers, unit, title, posts, username))
    return members


def _has(desk: tuple[str, str, tuple[Role, ...]], taken: set[Role], heads: int) -> bool:
    """Whether a lead holds this desk already; a second head is always wanted for the discussion."""
    if desk[1] == "副局长":
        return heads > 1
    return desk[2][0] in taken


def _certificate(numbers: Iterator[int]) -> str:
    return names.certificate(next(numbers))


def _lead(row: tuple[str, str, str, str, str, tuple[Role, ...], str], numbers: Iterator[int]) -> Member:
    seat, name, sex, unit, title, posts, username = row
    reviews = Role.REVIEWER in posts
    certified = bool({Role.OFFICER, Role.UNIT_HEAD, Role.REVIEWER, Role.AGENCY_HEAD} & set(posts))
    number = _certificate(numbers)
    return Member(
        seat,
        name,
        sex,
        unit,
        title,
        () if set(posts) & set(ADMINISTRATORS) else posts,
        username,
        number if certified else "",
        QUALIFIED + number[-6:] if reviews else "",
        "2017-06-01" if reviews else "",
    )


def _made(
    seat: Seat, random: Random, numbers: Iterator[int], unit: str, title: str, posts: tuple[Role, ...], username: str
) -> Member:
    name, sex = names.person(random)
    number = _certificate(numbers)
    reviews = Role.REVIEWER in posts
    return Member(
        seat.key,
        name,
        sex,
        unit,
        title,
        posts,
        username,
        number,
        QUALIFIED + number[-6:] if reviews else "",
        "2017-06-01" if reviews else "",
    )
