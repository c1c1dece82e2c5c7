"""Contract 10: templates stay in their own app and ``web``; every address named exists; nothing is styled or scripted
inside a page."""

from __future__ import annotations

import ast
import re

import pytest
from django.urls import URLResolver, get_resolver

from tests.architecture.sources import ROOT, Source, dotted, modules

TAKES = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
NAMES = re.compile(r"{%\s*url\s+[\"']([^\"']+)[\"']")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|\{%\s*verbatim"
)
ELSEWHERE = re.compile(r"(?:src|href)\s*=\s*[\"']https?://")
PAGES = sorted((ROOT / "lantai").rglob("templates/**/*.html"))


def strangers(app: str, text: str) -> list[str]:
    return [name for name in TAKES.findall(text) if not name.startswith((f"{app}/", "web/"))]


def known(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    """Every name of an address, with its namespace."""
    found = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            found |= known(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif entry.name:
            found.add(prefix + entry.name)
    return found


def named_in_code(source: Source) -> list[str]:
    """The constant names given to ``redirect`` and ``reverse``."""
    calls = (n for n in ast.walk(source.tree) if isinstance(n, ast.Call) and n.args)
    first = ((dotted(n.func).split(".")[-1], n.args[0]) for n in calls)
    return [
        str(word.value)
        for name, word in first
        if name in ("redirect", "reverse", "reverse_lazy", "resolve_url")
        and isinstance(word, ast.Constant)
        and ":" in str(word.value)
    ]


def faults(app: str, text: str) -> list[str]:
    """What is wrong with a template of an app, addresses apart."""
    return strangers(app, text) + INLINE.findall(text) + ELSEWHERE.findall(text)


def test_templates_keep_to_their_app_and_hold_no_style_or_script() -> None:
    found = {}
    for page in PAGES:
        if wrong := faults(page.relative_to(ROOT / "lantai").parts[0], page.read_text(encoding="utf-8")):
            found[page.name] = wrong
    assert found == {}


def test_every_address_named_in_a_template_exists() -> None:
    there = known()
    asked = {(page.name, name) for page in PAGES for name in NAMES.findall(page.read_text(encoding="utf-8"))}
    assert {(page, name) for page, name in asked if name not in there} == set()


def test_every_address_named_in_code_exists() -> None:
    asked = {name for source in modules() if source.app and not source.is_test for name in named_in_code(source)}
    assert "accounts:login" in asked
    assert asked - known() == set()


@pytest.mark.parametrize(
    "planted",
    (
        '{% extends "cases/page.html" %}',
        '{% include "cases/part.html" %}',
        '<p style="color: red">',
        "<script>alert(1)</script>",
        '<button onclick="go()">',
        '<img src="https://elsewhere.example/a.png">',
    ),
)
def test_a_planted_fault_in_a_template_is_found(planted: str) -> None:
    assert faults("review", planted) != []


def test_a_planted_address_that_does_not_exist_is_found() -> None:
    assert set(NAMES.findall("{% url 'review:nowhere' 1 %}")) - known() == {"review:nowhere"}
