"""The suite: a data folder of its own per process, thrown away at the end; real database files, so that locking is real."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, SQLITE

SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["*"]
DATA = Path(tempfile.mkdtemp(prefix="lantai-test-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
STORE = DATA / "store"
KEYS = DATA / "keys"
LANTAI_SEALS = str(DATA / "seals")
WITNESS = None  # each test has its own log
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir()
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if DATABASES["default"]["ENGINE"] == SQLITE["ENGINE"]:
    fast = SQLITE["OPTIONS"]["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    DATABASES["default"] |= {
        "NAME": DATA / "lantai.sqlite3",
        "OPTIONS": SQLITE["OPTIONS"] | {"init_command": fast},
        "TEST": {"NAME": str(DATA / "test.sqlite3")},
    }
