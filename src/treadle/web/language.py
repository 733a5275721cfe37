"""The language of a page: the address bar's choice, the person's, the cookie's, the browser's, in that order."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from treadle.kit.access import PUBLIC, access

SHIPPED = dict(settings.LANGUAGES)
YEAR = 365 * 24 * 3600


class LanguageMiddleware:
    """Activates the language; ``?lang=ar`` in an address also remembers it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        asked = request.GET.get("lang", "")
        chosen = asked if asked in SHIPPED else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in SHIPPED else translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", language)
        if asked in SHIPPED:
            remember(response, asked)
        return response


def remember(response: HttpResponse, language: str) -> None:
    """Keep the choice in a cookie."""
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR, secure=settings.SECURE, httponly=True, samesite="Lax")


@access(PUBLIC)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Set the language for pages, and for a signed-in person for mail too."""
    language = request.POST.get("language", "")
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(target if safe else "/")
    if language in SHIPPED:
        remember(response, language)
        if request.user.is_authenticated and request.user.language != language:
            request.user.language = language
            request.user.save(update_fields=["language"])
    return response
