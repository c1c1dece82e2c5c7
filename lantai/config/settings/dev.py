"""The installation that ./run makes: embedded database, keys and secret made on first start in the data folder."""

import os
import secrets

from .base import *  # noqa: F403
from .base import DATA, STATIC_ROOT

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty: files are found where they are, nothing is collected
WHITENOISE_USE_FINDERS = True
_secret = DATA / "secret"
if not _secret.exists():
    handle = os.open(_secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, secrets.token_urlsafe(50).encode())
    os.close(handle)
SECRET_KEY = _secret.read_text()
ALLOWED_HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *filter(None, os.environ.get("LANTAI_HOSTS", "").split(",")),
]
LANTAI_DEMO = (DATA / "demo").exists()
