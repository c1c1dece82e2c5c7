"""What every page knows: the name of the site, its footer data, whether it is a demonstration and the size of type."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.http import HttpRequest

LARGE_COOKIE = "lantai_large"

PUBLIC_NAV = (
    ("home", "首页", "/"),
    ("decisions", "执法决定", "/decisions/"),
    ("officers", "执法人员核验", "/officers/"),
    ("agencies", "执法主体与权责清单", "/agencies/"),
    ("reports", "年度报告", "/reports/"),
    ("laws", "法律法规", "/laws/"),
    ("check", "核验文书", "/check/"),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """``site`` and ``large``. Footer values come from the environment of the deployment (国办发〔2017〕47号)."""
    city = settings.LANTAI_CITY
    return {
        "large": request.COOKIES.get(LARGE_COOKIE) == "1",
        "site": {
            "name": f"{city}行政执法监督平台",
            "public_name": f"{city}行政执法公示",
            "city": city,
            "demo": settings.LANTAI_DEMO,
            "domain": os.environ.get("LANTAI_DOMAIN", ""),
            "host": os.environ.get("LANTAI_HOST_UNIT", f"{city}司法局"),
            "phone": os.environ.get("LANTAI_PHONE", "待填报"),
            "identifier": os.environ.get("LANTAI_SITE_ID", ""),
            "icp": os.environ.get("LANTAI_ICP", ""),
            "police": os.environ.get("LANTAI_POLICE_ID", ""),
            "error_report_url": os.environ.get(
                "LANTAI_ERROR_REPORT_URL", "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"
            ),
            "public_nav": [{"key": key, "label": label, "url": url} for key, label, url in PUBLIC_NAV],
        },
    }
