"""The WSGI application: ``gunicorn treadle.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treadle.settings")
application = get_wsgi_application()
