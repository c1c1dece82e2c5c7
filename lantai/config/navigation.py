"""The left navigation of the back office: groups of work by post. Only what a person may open is shown."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.http import HttpRequest

from lantai.law.people import Role

CASEWORK = (
    Role.OFFICER,
    Role.UNIT_HEAD,
    Role.AGENCY_HEAD,
    Role.PRINCIPAL_HEAD,
    Role.REVIEWER,
    Role.SUPERVISOR,
)
ADMINS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)

# group, (app, words, address, posts; empty = everybody)
GROUPS: tuple[tuple[str, tuple[tuple[str, str, str, tuple[Role, ...]], ...]], ...] = (
    ("", (("office", "待办", "/desk/", ()),)),
    (
        "办案",
        (
            ("cases", "案件", "/desk/cases/", CASEWORK),
            ("powers", "双随机抽查", "/desk/admin/powers/draws/", CASEWORK),
            ("documents", "文书", "/desk/documents/", CASEWORK),
            ("review", "法制审核", "/desk/review/", (Role.REVIEWER, Role.SUPERVISOR)),
            (
                "disclosure",
                "公示",
                "/desk/disclosure/",
                (Role.PUBLISHER, Role.PUBLICATION_CHECKER, Role.SUPERVISOR),
            ),
            (
                "recording",
                "音像资料",
                "/desk/recording/",
                (Role.MEDIA_CUSTODIAN, Role.ARCHIVIST, Role.SUPERVISOR),
            ),
            (
                "archive",
                "案卷归档",
                "/desk/archive/",
                (Role.ARCHIVIST, Role.MEDIA_CUSTODIAN, Role.SUPERVISOR),
            ),
        ),
    ),
    (
        "监督与统计",
        (
            (
                "supervision",
                "执法监督",
                "/desk/supervision/",
                (Role.SUPERVISOR, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD),
            ),
            ("statistics", "统计年报", "/desk/statistics/", (Role.STATISTICIAN, Role.SUPERVISOR)),
        ),
    ),
    (
        "管理",
        (
            ("agencies", "执法主体", "/desk/admin/", ADMINS),
            ("personnel", "执法人员", "/desk/admin/people/", (*ADMINS, Role.SUPERVISOR)),
            ("powers", "权责清单", "/desk/admin/powers/", (*ADMINS, Role.REVIEWER)),
            ("ledger", "存证完整性", "/desk/admin/integrity/", ADMINS),
        ),
    ),
)
PRESENT = frozenset(app for _, items in GROUPS for app, *_ in items if find_spec(f"lantai.{app}.urls"))


def desk(request: HttpRequest) -> dict[str, Any]:
    """``nav`` on back-office pages. A page may pass ``counts`` (address → number) through ``request.desk_counts``."""
    actor = getattr(request, "actor", None) if request.path.startswith("/desk/") else None
    if not actor:
        return {}
    counts: dict[str, int] = getattr(request, "desk_counts", {})
    addresses = [url for _, items in GROUPS for _, _, url, _ in items if request.path.startswith(url)]
    current = max(addresses, key=len, default="")
    nav = []
    for label, items in GROUPS:
        shown = [
            {"label": word, "url": url, "current": url == current, "count": counts.get(url, 0)}
            for app, word, url, posts in items
            if app in PRESENT and (not posts or actor.has(*posts))
        ]
        if shown:
            nav.append({"label": label, "links": shown})
    return {"nav": nav}
