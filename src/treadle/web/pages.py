"""Home, search, account and what there is to know about the platform."""

import json
from typing import Any

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.core.signing import BadSignature
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from treadle.directory import acting, members
from treadle.directory import privacy as people
from treadle.directory import queries as directory
from treadle.directory.policy import EDIT
from treadle.exchange import queries as exchange
from treadle.exchange.showcase import showcase
from treadle.kit import clock, files, jobs, notify, policy, search
from treadle.kit import privacy as kit_privacy
from treadle.kit.access import PUBLIC, SIGNED_IN, access
from treadle.kit.models import Delivery, Mail, Notice, Preference, StoredFile
from treadle.kit.tables import page_of
from treadle.kit.zones import zone_choices


@access(PUBLIC)
def home(request: HttpRequest) -> HttpResponse:
    """For visitors what this is; for staff the desk; for members what waits for them."""
    if not request.user.is_authenticated:
        context: dict[str, Any] = {
            "figures": {**directory.live_figures(), **exchange.live_figures()},
            "needs": exchange.published("need")[:5],
            "example": showcase(),
        }
        return render(request, "web/home.html", context)
    if exchange.desk_centres(request.user) and not request.GET.get("home"):
        return redirect("exchange:desk")
    organisation = getattr(request, "acting", None)
    context = {"organisation": organisation, "searches": request.user.searches.all()[:8]}
    if organisation is not None:
        context.update(exchange.for_organisation(organisation, request.user))
        context["may_write"] = policy.may(request.user, EDIT, organisation)
    context["requests"] = directory.waiting_requests(request.user)
    return render(request, "web/overview.html", context)


@access(PUBLIC)
def search_page(request: HttpRequest) -> HttpResponse:
    """One field for organisations, listings and codes."""
    query = request.GET.get("q", "").strip()[:200]
    wanted = request.GET.get("in", "")
    groups = []
    for provider in search.providers():
        if query and wanted in ("", provider.key):
            found = provider.find(query, request.user, 40 if wanted else 6)
            groups.append({"provider": provider, "count": found.count, "hits": found.hits, "loose": found.loose})
    context = {"query": query, "groups": groups, "wanted": wanted, "total": sum(group["count"] for group in groups)}
    return render(request, "web/search.html", context)


@access(PUBLIC)
def about(request: HttpRequest) -> HttpResponse:
    """What the platform is and how it goes."""
    return render(request, "web/about.html")


@access(PUBLIC)
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what, from the declarations that the program itself obeys."""
    return render(request, "web/roles.html", {"roles": list(policy.roles()), "verbs": list(policy.verbs()), "ladders": clock.ladders()})


@access(PUBLIC)
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people and who sees it."""
    return render(request, "web/privacy.html")


@access(PUBLIC)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was done so that everybody can use it."""
    return render(request, "web/accessibility.html")


@access(PUBLIC)
def figures(request: HttpRequest) -> HttpResponse:
    """How each figure on the home page is made."""
    return render(request, "web/figures.html", {"figures": {**directory.live_figures(), **exchange.live_figures()}})


@access(PUBLIC)
def health(request: HttpRequest) -> HttpResponse:
    """For a watchdog: whether the database answers and whether the queue moves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    late = jobs.late_seconds()
    mails = Mail.objects.filter(sent_at=None).count()
    return JsonResponse({"database": "ok", "queue_seconds": round(late), "mail_waiting": mails}, status=200 if late < 900 else 503)


@access(PUBLIC)
def stored_file(request: HttpRequest, pk: Any) -> HttpResponse | FileResponse:
    """A private file, for whom the rule of what it belongs to allows; for others it does not exist."""
    stored = get_object_or_404(StoredFile, pk=pk)
    if not files.may_read(request.user, stored):
        raise Http404
    response = FileResponse(stored.content.open("rb"), as_attachment=True, filename=stored.name, content_type=stored.kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@access(SIGNED_IN)
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's login on one page; the time zone is kept here."""
    if request.method == "POST":
        members.keep_zone(by=request.user, zone=request.POST.get("zone", ""))
        messages.success(request, _("Kept."))
        return redirect("account")
    return render(request, "web/account.html", {"zones": zone_choices(), "now": timezone.now()})


@access(SIGNED_IN)
def notices(request: HttpRequest) -> HttpResponse:
    """What one was told, and how one wants to be told."""
    if request.method == "POST":
        heard = [rule.key for rule in notify.rules_for(request.user)]
        if request.POST.get("do") == "read":
            notify.read_all(by=request.user)
        elif request.POST.get("do") == "all":
            notify.prefer(by=request.user, wanted=dict.fromkeys(heard, request.POST.get("every", "")))
            messages.success(request, _("Kept."))
        else:
            notify.prefer(by=request.user, wanted={key: request.POST.get(key, "") for key in heard})
            messages.success(request, _("Kept."))
        return redirect("notices")
    page = page_of(request, Notice.objects.filter(person=request.user).order_by("-created_at", "-pk"))
    own = dict(Preference.objects.filter(person=request.user).values_list("rule", "delivery"))
    rules = [(rule, own.get(rule.key, rule.default)) for rule in notify.rules_for(request.user)]
    how = {str(value) for _rule, value in rules}
    context = {
        "page": page,
        "shown": [notify.show(notice) for notice in page],
        "rules": rules,
        "deliveries": Delivery.choices,
        "every": next(iter(how)) if len(how) == 1 else "",
    }
    return render(request, "web/notices.html", context)


@csrf_exempt  # mail programs post here for the reader, without a cookie (RFC 8058); the signed address is the right to do it
@access(PUBLIC)
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """End mails like the one that led here. A look changes nothing; one click does, without signing in."""
    try:
        told = notify.stop(token=token) if request.method == "POST" else notify.stopped_by(token)[1]
    except BadSignature as error:
        raise Http404 from error
    return render(request, "web/stop_mail.html", {"rules": told, "done": request.method == "POST"})


@access(SIGNED_IN)
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow a notice; it counts as read."""
    notice = get_object_or_404(Notice, pk=pk, person=request.user)
    if notice.read_at is None:
        Notice.objects.filter(pk=pk).update(read_at=timezone.now())
    return redirect(notice.link or "notices")


@access(SIGNED_IN)
def my_data(request: HttpRequest) -> HttpResponse:
    """All that is kept of oneself, as a file."""
    text = json.dumps(kit_privacy.export_person(request.user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@access(SIGNED_IN)
def erase_me(request: HttpRequest) -> HttpResponse:
    """Erase one's login and what is kept of one; asks first."""
    if request.method == "POST":
        if request.POST.get("sure") != "yes":
            messages.error(request, _("Tick the box if you are sure."))
            return redirect("erase_me")
        people.erase(by=request.user, person=request.user)
        request.session.flush()
        return redirect("home")
    return render(request, "web/erase.html")


@access(SIGNED_IN)
@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Switch the organisation one acts for; only those one has a right to."""
    wanted = request.POST.get("organisation", "")
    if any(str(organisation.pk) == wanted for organisation, _role in acting.options(request.user)):
        request.session[acting.SESSION_KEY] = int(wanted)
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if safe else "home")
