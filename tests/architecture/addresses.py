"""Every address of the platform with sample values in its places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RegexPattern, RoutePattern

SAMPLES = {"int": "999999999", "str": "sample", "slug": "sample", "uuid": "00000000-0000-4000-8000-000000000000"}
PLACE = re.compile(r"<(?:(\w+):)?\w+>")
GROUP = re.compile(r"\(\?P<\w+>([^()]*)\)")


def _sample(part: RoutePattern | RegexPattern) -> str:
    if isinstance(part, RoutePattern):
        return PLACE.sub(lambda found: SAMPLES.get(found[1] or "str", "sample"), str(part._route))
    text = str(part._regex).lstrip("^").rstrip("$")
    return GROUP.sub(lambda found: found[1].split("|")[0] if found[1].isascii() and "\\" not in found[1] else "1", text)


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """(path with sample values, its pattern) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = before + _sample(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, path)
        else:
            yield path, entry


def name_of(address: str) -> str:
    """The name of the page behind an address; "" where there is none."""
    try:
        found = resolve(address.split("?")[0].split("#")[0])
    except Resolver404:
        return ""
    return str(found.view_name)
