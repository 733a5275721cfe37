"""Every view says who may open it, in one word above it.

``@access(PUBLIC)`` for everybody, ``@access(SIGNED_IN)`` for people with a login, ``@access("exchange.desk.open")`` for a verb that
needs no object. Object permission is checked where the object is fetched: invisible is 404.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from . import policy

PUBLIC = "public"
SIGNED_IN = "signed in"
View = Callable[..., HttpResponseBase]


def access(rule: str) -> Callable[[View], View]:
    """State a view's policy. Somebody not signed in is sent to sign in; a verb refused is answered as not found."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if rule != PUBLIC and not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if rule not in (PUBLIC, SIGNED_IN) and not policy.may(request.user, rule):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.policy = rule  # type: ignore[attr-defined]
        return guarded

    return guard
