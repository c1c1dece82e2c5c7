"""Persons who act (行政执法人员 and the desks behind them), as the law sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """A post (岗位) that a person holds in an agency. The three administrators are never one person (三员分立)."""

    OFFICER = "officer"
    UNIT_HEAD = "unit_head"
    REVIEWER = "reviewer"
    AGENCY_HEAD = "agency_head"
    PRINCIPAL_HEAD = "principal_head"
    PUBLISHER = "publisher"
    PUBLICATION_CHECKER = "publication_checker"
    ARCHIVIST = "archivist"
    MEDIA_CUSTODIAN = "media_custodian"
    SUPERVISOR = "supervisor"
    STATISTICIAN = "statistician"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"
    PARTY = "party"  # 当事人: states, asks, pays; never signs in here
    PLATFORM = "platform"  # 平台: what the clock or the database does by itself

    @property
    def label(self) -> str:
        return ROLE_LABELS[self]


ROLE_LABELS = {
    Role.OFFICER: "执法人员",
    Role.UNIT_HEAD: "承办机构负责人",
    Role.REVIEWER: "法制审核人员",
    Role.AGENCY_HEAD: "行政机关负责人",
    Role.PRINCIPAL_HEAD: "主要负责人",
    Role.PUBLISHER: "公示承办人",
    Role.PUBLICATION_CHECKER: "公示审核人",
    Role.ARCHIVIST: "档案管理员",
    Role.MEDIA_CUSTODIAN: "音像保管员",
    Role.SUPERVISOR: "执法监督人员",
    Role.STATISTICIAN: "统计人员",
    Role.SYSTEM_ADMIN: "系统管理员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.AUDIT_ADMIN: "审计管理员",
    Role.PARTY: "当事人",
    Role.PLATFORM: "平台",
}


ADMINISTRATORS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)  # 三员, never one person


@dataclass(frozen=True)
class Certificate:
    """An enforcement certificate (行政执法证): number, validity (both days included), fields, suspensions."""

    number: str
    valid_from: date
    valid_to: date
    fields: frozenset[str] = frozenset()  # machine words of enforcement fields; empty means all fields of the agency
    suspended: tuple[tuple[date, date | None], ...] = ()  # 暂扣: from, to (None while it lasts)

    def holds_on(self, day: date) -> bool:
        """Whether it entitles its holder on ``day``: inside its validity and not suspended."""
        if not self.valid_from <= day <= self.valid_to:
            return False
        return not any(start <= day and (end is None or day <= end) for start, end in self.suspended)


@dataclass(frozen=True)
class Actor:
    """Who acts: one person in one agency with posts and, for officers, a certificate. Made once per request."""

    person_id: int
    name: str
    agency_id: int
    agency_name: str
    roles: frozenset[Role]
    account_id: int = 0
    unit: str = ""  # 承办机构, as the agency names it
    certificate: Certificate | None = None
    legal_qualification: str = ""  # 法律职业资格证书 number
    first_review_on: date | None = None  # 首次从事法制审核之日
    scope: frozenset[int] = field(default_factory=frozenset)  # agencies seen besides one's own (supervision)

    def has(self, *roles: Role) -> bool:
        return bool(self.roles.intersection(roles))
