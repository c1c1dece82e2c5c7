"""A Django project of one view and no middleware: the bare ``HttpResponse`` that a cached page is held against."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

LENGTH = int(os.environ.get("LANTAI_BENCH_LENGTH", "10000"))


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"x" * LENGTH)


urlpatterns = [path("", hello)]

if not settings.configured:
    settings.configure(ROOT_URLCONF="benchmarks.hello", ALLOWED_HOSTS=["*"], MIDDLEWARE=[], SECRET_KEY="bench")
application = WSGIHandler()
