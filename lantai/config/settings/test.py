import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, MIDDLEWARE  # noqa: F401

SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["*"]
DATA = Path(tempfile.mkdtemp(prefix="lantai-test-"))
STORE = DATA / "store"
KEYS = DATA / "keys"
WITNESS = None  # each test has its own log
STATIC_ROOT = DATA / "static"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
