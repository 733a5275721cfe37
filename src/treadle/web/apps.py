"""The shell as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Nothing to register: the shell only shows what others do."""

    name = "treadle.web"
    label = "web"
