"""For whom the signed-in person acts in this request."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from . import policy
from .models import Organisation

SESSION_KEY = "acting_for"


def options(person: Any) -> list[tuple[Organisation, str]]:
    """Organisations and centres a person may act for, each with the role in words."""
    from .models import Membership

    posts = [(post.centre.organisation, str(post.get_role_display())) for post in policy.posts(person)]
    taken = {organisation.pk for organisation, _ in posts}
    members = Membership.objects.filter(person=person).exclude(organisation__in=taken)
    members = members.exclude(organisation__state=Organisation.State.MERGED).select_related("organisation")
    return posts + [(each.organisation, str(each.get_role_display())) for each in members]


class ActingMiddleware:
    """Sets ``request.acting`` and ``person.acting_for`` from the session, if the person still has the right; else their first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.acting = None  # type: ignore[attr-defined]
        request.acting_options = []  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            choices = options(request.user)
            wanted = request.session.get(SESSION_KEY)
            chosen = next((pair for pair in choices if pair[0].pk == wanted), choices[0] if choices else None)
            request.acting_options = choices  # type: ignore[attr-defined]
            if chosen:
                request.acting = chosen[0]  # type: ignore[attr-defined]
                request.acting_role = chosen[1]  # type: ignore[attr-defined]
                request.user.acting_for = chosen[0]
        return self.get_response(request)
