"""The WSGI application: ``gunicorn treadle.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treadle.settings")
application = get_wsgi_application()

# What is loaded by now stays: Python's collector need not look through it again and again, and looks less often at what a match makes and
# drops. With profiles in memory a full look takes 40 ms, which one request in twenty would wait for.
gc.collect()
gc.freeze()
gc.set_threshold(25_000, 20, 50)
