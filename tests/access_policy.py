"""Who may reach which address: one row per prefix, the longest prefix counts. An address without a row fails the suite.

A row says who may reach the page at all; what they see there is decided by ``queries``, and whether they may act by the
law and the commands. ``everybody`` includes people who never signed in.
"""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.people import ADMINISTRATORS, Role

KEEPERS = (*ADMINISTRATORS, Role.REVIEWER, Role.SUPERVISOR)  # of what an agency has adopted
WATCHING = (Role.SUPERVISOR, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
POSTS = tuple(role for role in Role if role not in (Role.PARTY, Role.PLATFORM))


@dataclass(frozen=True)
class Row:
    """``roles`` may reach the addresses below ``prefix``; ``None``: everybody."""

    prefix: str
    roles: tuple[Role, ...] | None
    why: str


POLICY = (
    Row("/", None, "公开页面：公示门户"),
    Row("/login/", None, "登录"),
    Row("/logout/", None, "退出"),
    Row("/setup/", None, "一次性设置链接：凭链接"),
    Row("/account/", None, "本人账号：未登录转到登录页"),
    Row("/components/", None, "组件页：演示或登录后"),
    Row("/desk/", POSTS, "后台：有岗位的人"),
    Row("/desk/supervision/", WATCHING, "执法监督：监督人员、本机关负责人"),
    Row("/desk/statistics/", (Role.STATISTICIAN, *WATCHING), "统计年报：统计人员、监督人员、本机关负责人"),
    Row("/desk/admin/", POSTS, "登记簿：有岗位的人看本机关的，改动由命令把关"),
    Row("/desk/admin/agencies/new/", ADMINISTRATORS, "登记执法主体：三员"),
    Row("/desk/admin/people/new/", ADMINISTRATORS, "登记人员：三员"),
    Row("/desk/admin/integrity/", ADMINISTRATORS, "存证完整性：三员"),
    Row("/desk/admin/powers/imports/", ADMINISTRATORS, "导入：三员"),
    Row(
        "/desk/cases/calendar/",
        (Role.SYSTEM_ADMIN, Role.REVIEWER, Role.SUPERVISOR),
        "工作日历：系统管理员、司法行政部门",
    ),
    Row("/desk/cases/changes/", (Role.SYSTEM_ADMIN, Role.REVIEWER), "程序改版：系统管理员、司法行政部门的法制审核"),
    Row("/desk/admin/powers/catalogue/", KEEPERS, "重大执法决定目录：三员、法制审核、执法监督"),
    Row("/desk/admin/powers/unconfirmed/", KEEPERS, "待确认的数值：三员、法制审核、执法监督"),
    Row("/desk/admin/powers/thresholds/", KEEPERS, "听证标准：三员、法制审核、执法监督"),
    Row("/desk/admin/powers/inspections/", KEEPERS, "检查事项和频次：三员、法制审核、执法监督"),
    Row("/desk/admin/powers/settings/", KEEPERS, "平台选择：三员、法制审核、执法监督"),
)


def row_for(path: str, policy: tuple[Row, ...] = POLICY) -> Row | None:
    """The row that counts for a path, or None. The bare root row covers public addresses only."""
    fitting = [row for row in policy if path.startswith(row.prefix)]
    found = max(fitting, key=lambda row: len(row.prefix), default=None)
    if found is not None and found.prefix == "/" and path.startswith("/desk"):
        return None
    return found
