"""Settings of the tests: the product's own, with a folder of their own, quick password hashes and mail kept in memory."""

import os
import tempfile

os.environ.setdefault("TREADLE_SECRET_KEY", "a key for tests only")
os.environ["TREADLE_DATA"] = tempfile.mkdtemp(prefix="treadle-test-")
os.environ["TREADLE_BASE_URL"] = "http://testserver"
os.environ["TREADLE_ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs a loop in the thread of the test

from treadle.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
ACCOUNT_RATE_LIMITS = False
