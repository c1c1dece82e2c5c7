"""An installation behind a web server. Refuses to start while a value is missing."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403


def _needed(name: str) -> str:
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set")


SECRET_KEY = _needed("LANTAI_SECRET_KEY")
ALLOWED_HOSTS = _needed("LANTAI_HOSTS").split(",")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SILENCED_SYSTEM_CHECKS = [  # other names below the same domain are not ours to close, nor to put on a browser's list
    "security.W005",
    "security.W021",
]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
