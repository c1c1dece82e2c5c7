"""Every address of the platform. An app joins by having a ``urls`` module."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

PREFIXES = (
    ("web", "components/"),
    ("accounts", ""),
    ("agencies", "desk/admin/"),
    ("personnel", "desk/admin/people/"),
    ("powers", "desk/admin/powers/"),
    ("ledger", "desk/admin/integrity/"),
    ("documents", "desk/documents/"),
    ("recording", "desk/recording/"),
    ("cases", "desk/cases/"),
    ("review", "desk/review/"),
    ("disclosure", "desk/disclosure/"),
    ("archive", "desk/archive/"),
    ("supervision", "desk/supervision/"),
    ("statistics", "desk/statistics/"),
    ("demo", "desk/demo/"),
    ("office", "desk/"),
    ("portal", ""),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(f"lantai.{app}.urls")) for app, prefix in PREFIXES if find_spec(f"lantai.{app}.urls")
]

handler400 = "lantai.web.errors.bad_request"
handler403 = "lantai.web.errors.forbidden"
handler404 = "lantai.web.errors.not_found"
handler500 = "lantai.web.errors.broken"
