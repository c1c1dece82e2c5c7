"""Settings shared by every installation. No term, threshold or holiday lives here: those are law or dated rows."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from lantai.config.log_lines import logging_of

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("LANTAI_DATA", ROOT / "data")).resolve()
STORE = DATA / "store"  # files under their hash
KEYS = DATA / "keys"  # signing keys; never in the repository
WITNESS: Path | None = DATA / "checkpoints"  # signed checkpoints kept beside the database: they tell a roll-back

DEBUG = False
LOGGING = logging_of()
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "lantai.config.urls"
WSGI_APPLICATION = "lantai.config.wsgi.application"

INSTALLED_APPS = [
    "lantai.ledger",
    "lantai.accounts",
    "lantai.web",
    "lantai.portal",
    "lantai.agencies",
    "lantai.personnel",
    "lantai.powers",
    "lantai.documents",
    "lantai.recording",
    "lantai.cases",
    "lantai.review",
    "lantai.disclosure",
    "lantai.archive",
    "lantai.supervision",
    "lantai.statistics",
    "lantai.office",
    "lantai.rehearsal",
    "lantai.demo",
    "lantai.config",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "lantai.portal.middleware.PublicCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "lantai.web.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lantai.accounts.middleware.SessionAgeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lantai.personnel.middleware.ActorMiddleware",
    "lantai.web.middleware.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lantai.web.context.site",
                "lantai.config.navigation.desk",
            ],
            "builtins": ["lantai.web.templatetags.lantai", "lantai.web.templatetags.lantai_tags"],
        },
    }
]

AUTH_USER_MODEL = "accounts.Account"
CSRF_FAILURE_VIEW = "lantai.web.errors.token_failed"
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/desk/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
EVIDENCE_MAX_BYTES = 2 * 1024**3

# temp_store: what a savepoint can take back is kept in memory, not in a file that commands sharing a commit write eighty times
SQLITE = {
    "ENGINE": "lantai.config.sqlite",
    "NAME": DATA / "lantai.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;",
    },
}


def database() -> dict[str, object]:
    """The embedded SQLite file, or LANTAI_DATABASE=postgresql://user:password@host:port/name (a folder as ?host= for a
    unix socket)."""
    url = urlsplit(os.environ.get("LANTAI_DATABASE", ""))
    if not url.scheme:
        return dict(SQLITE)
    if url.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(f"LANTAI_DATABASE: {url.scheme} is not supported; use postgresql://")
    asked = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "lantai",
        "HOST": asked.pop("host", "") or unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": asked,
    }


DATABASES = {"default": database()}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5000}}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANTAI_ORIGIN = os.environ.get("LANTAI_ORIGIN", "lantai.hengyang.example/ledger")  # ASCII name of the log
LANTAI_DEMO = False  # 演示数据 on every page and document
LANTAI_CITY = os.environ.get("LANTAI_CITY", "衡阳市")
LANTAI_ADDRESS = os.environ.get(
    "LANTAI_ADDRESS", "http://127.0.0.1:8000"
)  # what the QR code of a document names; ASCII
LANTAI_SEALS = os.environ.get("LANTAI_SEALS", str(DATA / "seals"))  # certificates of agencies' seals, CODE.p12
LANTAI_SEAL_MAKER = os.environ.get("LANTAI_SEAL_MAKER", "lantai.documents.sealing.pades.CertificateSeal")
LANTAI_TIMESTAMP = os.environ.get("LANTAI_TIMESTAMP", "")  # address of a time-stamp authority (RFC 3161)
LANTAI_FONTS = os.environ.get("LANTAI_FONTS", "")  # folder with a site's licensed fonts; they come before ours
