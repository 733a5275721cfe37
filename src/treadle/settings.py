"""All settings, read from the environment. Every one is described in docs/running.md.

A secret may also come from a file: ``TREADLE_SECRET_KEY_FILE=/run/secrets/key``.
"""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured


def env(name: str, default: str = "") -> str:
    """Value of ``TREADLE_<name>``, or the contents of the file that ``TREADLE_<name>_FILE`` names."""
    path = os.environ.get(f"TREADLE_{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(f"TREADLE_{name}", default)


def env_bool(name: str, default: bool = False) -> bool:
    """True for 1, true, yes, on."""
    value = env(name)
    return value.lower() in {"1", "true", "yes", "on"} if value else default


def env_list(name: str, default: str = "") -> list[str]:
    """Values separated by commas."""
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


PACKAGE = Path(__file__).resolve().parent
DATA = Path(env("DATA", "var")).resolve()
HOST = env("HOST", "127.0.0.1")
PORT = int(env("PORT", "8000"))

DEBUG = env_bool("DEBUG")
SECRET_KEY = env("SECRET_KEY") or ("only-for-development" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "TREADLE_SECRET_KEY is not set. Give a long random text in TREADLE_SECRET_KEY, or the path of a file that holds it "
        "in TREADLE_SECRET_KEY_FILE; python -c 'import secrets; print(secrets.token_urlsafe(50))' makes one. "
        "For development, TREADLE_DEBUG=1 does without."
    )
BASE_URL = env("BASE_URL", f"http://{'localhost' if HOST in {'127.0.0.1', '0.0.0.0'} else HOST}:{PORT}").rstrip("/")
SECURE = BASE_URL.startswith("https://")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", f"{urlsplit(BASE_URL).hostname},localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SMS_URL, SMS_TOKEN = env("SMS_URL", ""), env("SMS_TOKEN", "")  # a gateway that takes {"to": …, "text": …}; without it people are called
TILES = env("TILES", "https://tile.openstreetmap.org/{z}/{x}/{y}.png")  # pictures of the map, where a reader asks for them; "" for none
NETWORK_NAME = env("NETWORK_NAME", "Network of Subcontracting Exchanges")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "treadle.web",
    "treadle.exchange",
    "treadle.directory",
    "treadle.nomenclature",
    "treadle.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "rules",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "treadle.kit.requests.RequestId",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "treadle.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "treadle.kit.requests.NoNull",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "treadle.directory.acting.ActingMiddleware",
    "treadle.web.zones.ZoneMiddleware",
    "treadle.kit.requests.ClosedByDefault",
]

ROOT_URLCONF = "treadle.urls"
WSGI_APPLICATION = "treadle.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "treadle.web.context.shell",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.l10n", "treadle.web.templatetags.parts"],
        },
    }
]
FORM_RENDERER = "treadle.kit.forms.Renderer"


def sqlite(path: Path) -> dict[str, object]:
    """One file, safe under several processes: write-ahead log, and writers queue instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def database(url: str) -> dict[str, object]:
    """``postgresql://user:password@host:port/name?sslmode=require`` as a Django database."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"TREADLE_DATABASE_URL begins with {parts.scheme!r}; it must begin with postgresql://")
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


DATABASES = {"default": database(env("DATABASE_URL")) if env("DATABASE_URL") else sqlite(DATA / "treadle.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "treadle_cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_USER_MODEL = "directory.Person"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "treadle.directory.signup.SignupForm"
ACCOUNT_ADAPTER = "treadle.directory.signup.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second step is told by mail
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Treadle"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "treadle_language"
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", "UTC")
FORMAT_MODULE_PATH = ["treadle.web.formats"]
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
INDEX_FROM = int(env("INDEX_FROM", "20000"))  # organisations, from which they are kept in an index instead of in memory
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
CSRF_FAILURE_VIEW = "treadle.web.errors.csrf"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
IMPORT_LIMIT_BYTES = int(env("IMPORT_LIMIT_MB", "100")) * 1_000_000
FILE_LIMIT_BYTES = int(env("FILE_LIMIT_MB", "10")) * 1024 * 1024

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE and env_bool("SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

MAIL_URL = env("MAIL_URL")
DEFAULT_FROM_EMAIL = env("MAIL_FROM", "Treadle <treadle@localhost>")
if MAIL_URL:
    _mail = urlsplit(MAIL_URL)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtps"
    EMAIL_TIMEOUT = 30
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "treadle.kit.requests.LogRequestId"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]},
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
}
