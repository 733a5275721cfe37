"""Work on many records of a centre: pick them by filters or one by one, then assign, tag, ask or write."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from treadle.kit import search
from treadle.kit.access import PUBLIC, access
from treadle.kit.forms import Form, add_errors, shown
from treadle.kit.once import once
from treadle.kit.tables import order_of, page_of

from . import bulk, policy, queries
from .databank_pages import centres_of, chosen
from .detailed import Tag
from .finding import narrowed, origin_of
from .forms import FilterForm
from .models import Centre, Organisation
from .visibility import RANKS, Level


class RecordsFilter(FilterForm):
    """The directory's filters, and those for the staff alone."""

    tag = forms.ChoiceField(label=gettext_lazy("Tag"), required=False)
    officer = forms.ChoiceField(label=gettext_lazy("In whose care"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = Tag.objects.filter(centre=centre).values_list("word", flat=True)
        people = queries.officers(centre)
        self.fields["tag"].choices = [("", _("All")), *((word, word) for word in words)]  # type: ignore[attr-defined]
        self.fields["officer"].choices = [  # type: ignore[attr-defined]
            ("", _("All")), ("none", _("nobody's")), *((str(person.pk), str(person)) for person in people)
        ]  # fmt: skip
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            ("", _("All")), *((value, label) for value, label in Organisation.State.choices if value != Organisation.State.MERGED)
        ]  # fmt: skip
        del self.fields["centre"]


class LetterForm(Form):
    """A letter to many."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    body = forms.CharField(
        label=gettext_lazy("Text"), max_length=8000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("{organisation}, {person} and {town} are filled in for each. It is sent as you write it, in one language."),
    )  # fmt: skip


def found_of(centre: Centre, wanted: dict[str, str]) -> Any:
    """The records of a centre that filters find."""
    rows = Organisation.objects.filter(centre=centre).exclude(state=Organisation.State.MERGED)
    near = search.nearest("organisation", wanted.get("q", ""))
    rows = narrowed(rows, {key: value for key, value in wanted.items() if key != "centre"}, near, RANKS[Level.CENTRE])
    if wanted.get("tag"):
        rows = bulk.tagged(rows, wanted["tag"], centre)
    officer = wanted.get("officer", "")
    if officer == "none":
        rows = rows.filter(officer=None)
    elif officer.isascii() and officer.isdigit() and len(officer) < 18:
        rows = rows.filter(officer=int(officer))
    if wanted.get("state") in Organisation.State.values:
        rows = rows.filter(state=wanted["state"])
    orders = {key: order for key, order in queries.ORDERS.items() if key != "distance" or origin_of(wanted.get("near", ""))}
    order = order_of(wanted, orders, "name", by_score=near is not None)
    return queries.by_people(rows, RANKS[Level.CENTRE]) if order == ("people",) else rows.order_by(*order)


@access(policy.DESK)
def records(request: HttpRequest) -> HttpResponse:
    """The records of a centre, filtered; what is ticked, or all that is found, is worked on together."""
    centre = chosen(request, centres_of(request))
    wanted = {key: str(value) for key, value in request.GET.items() if value}
    found = found_of(centre, wanted)
    if request.method == "POST":
        return _work(request, centre, found)
    rows = found.select_related("country", "officer").prefetch_related("kinds", "tags")
    present = queries.countries_of(Organisation.objects.filter(centre=centre))
    context = {
        "centre": centre, "centres": centres_of(request), "form": RecordsFilter(request.GET or None, present=present, centre=centre),
        "page": page_of(request, rows, 50), "wanted": wanted, "people": queries.officers(centre),
        "words": Tag.objects.filter(centre=centre), "letters": centre.letters.select_related("by").annotate(sent=Count("copies"))[:5],
    }  # fmt: skip
    return render(request, "directory/records.html", context)


def _picked(request: HttpRequest, found: Any) -> list[Organisation]:
    """What was ticked, or everything that the filters find."""
    if request.POST.get("all"):
        return list(found.order_by("pk").distinct()[: bulk.MOST + 1])
    pks = [int(pk) for pk in request.POST.getlist("pk") if pk.isascii() and pk.isdigit() and len(pk) < 18]
    return list(found.filter(pk__in=pks).order_by("pk").distinct())


def _work(request: HttpRequest, centre: Centre, found: Any) -> HttpResponse:
    """Do what the button says with what was picked."""
    do, picked = request.POST.get("do", ""), _picked(request, found)
    who: dict[str, Any] = {"by": request.user, "centre": centre, "organisations": picked}
    try:
        if do == "assign":
            to = next((each for each in queries.officers(centre) if str(each.pk) == request.POST.get("to")), None)
            number = bulk.assign(**who, to=to)
            said = ngettext("%(count)s record changed hands.", "%(count)s records changed hands.", number)
        elif do in ("tag", "untag"):
            number = bulk.tag(**who, word=request.POST.get("word", ""), on=do == "tag")
            said = ngettext("%(count)s record was changed.", "%(count)s records were changed.", number)
        elif do == "ask":
            number = bulk.ask(**who)
            said = ngettext("Of %(count)s record somebody was asked.", "Of %(count)s records somebody was asked.", number)
        elif do in ("write", "preview", "send"):
            return _write(request, centre, picked, do)
        else:
            raise Http404
        messages.success(request, said % {"count": number})
    except ValidationError as error:
        messages.error(request, shown(error))
    return redirect(request.get_full_path())


def _write(request: HttpRequest, centre: Centre, picked: list[Organisation], do: str) -> HttpResponse:
    """Ask for the letter, show how the first copies read, then send it."""
    form = LetterForm(request.POST if do != "write" else None)
    copies = bulk.recipients(picked) if picked else []
    if form.is_bound and form.is_valid() and do == "send":

        def send() -> str:
            bulk.write(by=request.user, centre=centre, organisations=picked, **form.cleaned_data)  # type: ignore[arg-type]
            messages.success(request, _("The letter is on its way."))
            return request.get_full_path()

        try:
            return redirect(once(request, send))
        except ValidationError as error:
            add_errors(form, error)
    previews = [
        (copy, bulk.filled(form.cleaned_data["subject"], copy.organisation, copy.name),
         bulk.filled(form.cleaned_data["body"], copy.organisation, copy.name))
        for copy in copies[:3]
    ] if form.is_bound and form.is_valid() else []  # fmt: skip
    reached = {copy.organisation.pk for copy in copies}
    context = {
        "centre": centre, "form": form, "copies": len(copies), "picked": picked if not request.POST.get("all") else [],
        "all": request.POST.get("all", ""), "silent": [each for each in picked if each.pk not in reached][:20],
        "silent_count": sum(each.pk not in reached for each in picked), "previews": previews, "back": request.get_full_path(),
    }  # fmt: skip
    return render(request, "directory/letter.html", context)


@access(PUBLIC)
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever got a letter says that they want no more; without a login."""
    email = bulk.address_of(token)
    if email is None:
        raise Http404
    if request.method == "POST":
        bulk.stop(email=email, on=request.POST.get("do") != "again")
    stopped = bulk.OptOut.objects.filter(email__iexact=email).exists()
    return render(request, "directory/stop_letters.html", {"email": email, "stopped": stopped})
