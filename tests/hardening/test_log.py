"""An error of a request leaves one line in the log, and nothing of what the person sent."""

from __future__ import annotations

import io
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from lantai.config import log_lines
from lantai.config import urls as ours
from lantai.web import errors

SECRET = "430405199003072311"


def breaks(request: HttpRequest, word: str = "") -> HttpResponse:
    try:
        raise IntegrityError(f"Key (code)=({SECRET}) already exists")
    except IntegrityError as error:
        raise RuntimeError(f"not saved: {SECRET}") from error


handler500 = errors.broken
urlpatterns = [path("breaks/<str:word>/", breaks), *ours.urlpatterns]


@pytest.fixture
def lines():
    """What the handler of the settings writes while the test runs."""
    (handler,) = [h for h in logging.getLogger().handlers if isinstance(h.formatter, log_lines.OneLine)]
    written, before = io.StringIO(), handler.stream
    handler.setStream(written)
    yield lambda: written.getvalue().splitlines()
    handler.setStream(before)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_an_error_leaves_one_line_with_its_places_and_nothing_of_the_input(lines):
    client = Client(raise_request_exception=False)
    answer = client.post(f"/breaks/{SECRET}/?q={SECRET}", {"name": SECRET, "key": SECRET})
    assert answer.status_code == 500
    (line,) = lines()
    assert "500 POST /breaks/<str:word>/" in line
    assert "RuntimeError" in line and "IntegrityError" in line and "test_log.py" in line
    assert SECRET not in line


@pytest.mark.django_db
def test_what_is_not_found_is_no_line(lines):
    assert Client().get(f"/decisions/{SECRET}/?q={SECRET}").status_code == 404
    assert lines() == []


def test_a_line_cannot_be_forged(lines):
    logging.getLogger("lantai.worker").warning("甲\r\n2026 ERROR 乙\x1b[31m\x00")
    (line,) = lines()
    assert "甲\\r\\n2026 ERROR 乙\\x1b[31m\\x00" in line


def test_a_wrong_host_is_told_without_its_bytes(lines):
    logging.getLogger("django.security.DisallowedHost").error("Invalid HTTP_HOST header: %r", "a\nb")
    assert len(lines()) == 1


def test_the_database_does_not_log_its_statements():
    assert settings.DEBUG is False
    assert not connection.queries_logged


def test_a_cause_is_named_once():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        error.__cause__ = error
        said = log_lines.path_of(error)
    assert said.count("ValueError") == 1 and SECRET not in said
