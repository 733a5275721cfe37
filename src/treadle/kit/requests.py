"""What every request gets: an id that finds it in the log, and a closed door unless its view states a policy."""

import contextvars
import logging
import uuid
from collections.abc import Callable

from django.core.exceptions import BadRequest, ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")

# Third-party views carry no policy of ours; each of these name spaces checks the person by itself.
FOREIGN = ("allauth.", "django.views.i18n", "django.views.static", "django.contrib.staticfiles")


class RequestId:
    """Gives each request an id, in the log, in the answer's header and on the error page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        token = request_id.set(uuid.uuid4().hex[:12])
        request.id = request_id.get()  # type: ignore[attr-defined]
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            return response
        finally:
            request_id.reset(token)


class LogRequestId(logging.Filter):
    """Adds ``request_id`` to log records."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always keep the record."""
        record.request_id = getattr(getattr(record, "request", None), "id", request_id.get())
        return True


class NoNull:
    """Answers 400 to a NUL character anywhere in a request: no person types one, and PostgreSQL cannot keep it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        values = [request.path, *(value for _name, texts in (*request.GET.lists(), *request.POST.lists()) for value in texts)]
        if any("\x00" in value for value in values):
            raise BadRequest("A NUL character")
        return self.get_response(request)


class ClosedByDefault:
    """Refuses to run a view that does not say who may see it (see :mod:`treadle.kit.access`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple, kwargs: dict) -> None:
        """Raise when the view has neither a policy nor a known foreign origin."""
        if hasattr(view, "policy") or view.__module__.startswith(FOREIGN):
            return
        raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} states no policy: add @access(…)")
