"""Answers side by side for the buyer and the officer, what counts how much, the short list, the award."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import add_errors, number_in
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.kit.tables import export
from treadle.nomenclature.places import CURRENCIES

from . import actions, comparing, policy, queries
from .comparing import Table
from .enquiry_pages import enquiry_or_404
from .flow import WILLING, EnquiryState, IllegalMove
from .models import Enquiry, Invitation
from .quotations import papers_of, table_of, weights_of
from .quoted import Award, Quotation
from .quoting_forms import AwardForm
from .showing import moved_meanwhile

CRITERIA = {
    comparing.PRICE: gettext_lazy("Price"), comparing.TIME: gettext_lazy("Lead time"), comparing.QUANTITY: gettext_lazy("Quantity"),
    comparing.FIT: gettext_lazy("Fit with the need"),
}  # fmt: skip
WHY_NOT = {
    "missing": gettext_lazy("not quoted"), "rate": gettext_lazy("no rate for this currency"),
    "unit": gettext_lazy("the unit cannot be compared"), "quantity": gettext_lazy("for all, of an unknown quantity"),
}  # fmt: skip


def _case(request: HttpRequest, number: str) -> Enquiry:
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.RESPONSES_READ, enquiry):
        raise Http404
    return enquiry


@access(SIGNED_IN)
def responses(request: HttpRequest, number: str) -> HttpResponse:
    """Quotations in columns by item; also as CSV and XLSX."""
    enquiry = _case(request, number)
    table, quotations, rates = table_of(enquiry)
    found = list(queries.responses(enquiry))
    by_pk = {each.pk: each for each in found}
    if request.GET.get("form") in ("csv", "xlsx"):
        return export(f"answers-{enquiry.number}", *_sheet(enquiry, table, quotations, by_pk), request.GET["form"])
    bids = [by_pk[bid.key] for bid in table.bids]
    papers = papers_of(quotations.values())
    currencies = sorted({bid.currency for bid in table.bids} - {table.currency})
    context = {
        "enquiry": enquiry, "tab": "responses", "staff": may(request.user, policy.ENQUIRY_REVIEW, enquiry), "table": table,
        "columns": [(each, quotations[each.pk], sum_, papers[quotations[each.pk].pk]) for each, sum_ in zip(bids, table.sums, strict=True)],
        "rows": [(row, list(zip(row.cells, table.bids, strict=True))) for row in table.rows], "why_not": WHY_NOT,
        "rates": [(currency, rates.day_of(currency)) for currency in [table.currency, *currencies] if currencies],
        "interested": [each for each in found if each.state == "interested"],
        "others": [each for each in found if each.state not in WILLING], "late": _late(enquiry),
        "weights": [(key, label, weights_of(enquiry)[key]) for key, label in CRITERIA.items()], "currencies": CURRENCIES,
        "may_compare": may(request.user, policy.COMPARE, enquiry), "awards": list(_awards(enquiry)),
        "may_award": may(request.user, policy.AWARD, enquiry) and enquiry.state in ("out", "closed", "awarded") and bool(table.bids),
        "may_introduce": may(request.user, policy.INTRODUCE, enquiry) and enquiry.state in ("out", "closed"),
        "open_questions": enquiry.invitations.filter(questions__answered_at=None, questions__isnull=False).count(),
    }  # fmt: skip
    return render(request, "exchange/responses.html", context)


def _late(enquiry: Enquiry) -> list[Quotation]:
    """Revisions that came after the deadline beside one that came in time: kept, marked, and not compared."""
    late = Quotation.objects.filter(invitation__enquiry=enquiry, is_late=True, sent_at__isnull=False, withdrawn_at=None)
    in_time = Quotation.objects.filter(invitation__enquiry=enquiry, is_late=False, sent_at__isnull=False, withdrawn_at=None).values(
        "invitation"
    )
    return list(late.filter(invitation__in=in_time).select_related("invitation__organisation"))


def _awards(enquiry: Enquiry) -> Any:
    return enquiry.awards.select_related("line__item", "line__quotation__invitation__organisation").order_by("state", "-pk")


def _sheet(
    enquiry: Enquiry, table: Table, quotations: Mapping[int, Quotation], by_pk: Mapping[int, Invitation]
) -> tuple[list[str], Iterator[list[Any]]]:
    """One line for each item and quotation, in the order of the screen; then those who did not quote."""
    header = [
        _("Item"), _("Quantity wanted"), _("Unit"), _("Organisation"), _("Country"), _("Answer"), _("Price"), _("Currency"), _("for each"),
        _("Price of one unit, in %(currency)s") % {"currency": table.currency}, _("Total, in %(currency)s") % {"currency": table.currency},
        _("Quantity offered"), _("Lead time in days"), _("Points"), _("Valid until"), _("Late"), _("Remarks"), _("Short list"),
        _("Not compared"),
    ]  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for row in table.rows:
            for cell, bid in zip(row.cells, table.bids, strict=True):
                said, asked = cell.offered, by_pk[bid.key]
                quotation = quotations[bid.key]
                yield [
                    row.wanted.title, row.wanted.quantity, row.wanted.unit, bid.name, asked.organisation.country_id,
                    asked.get_state_display(),
                    said.price if said else None, bid.currency, said.unit if said else "", _cents(cell.each), _cents(cell.total),
                    said.quantity if said else None, said.lead_time_days if said else None, cell.points, bid.valid_until,
                    _("late") if bid.is_late else "", "; ".join(filter(None, (said.note if said else "", quotation.note))),
                    _("yes") if asked.shortlisted_at else "", str(WHY_NOT.get(cell.why_not, "")),
                ]  # fmt: skip
        for asked in by_pk.values():
            if asked.pk not in quotations:
                reason = asked.get_decline_reason_display() if asked.decline_reason else ""
                yield [
                    "", None, "", asked.organisation.name, asked.organisation.country_id, asked.get_state_display(), None, "", "",
                    None, None,
                    None, None, None, None, "", "; ".join(filter(None, (str(reason), asked.note))), "", "",
                ]  # fmt: skip

    return header, rows()


def _cents(amount: Any) -> Any:
    return None if amount is None else round(amount, 4)


@access(SIGNED_IN)
@require_POST
def weigh(request: HttpRequest, number: str) -> HttpResponse:
    """Keep what counts how much, and the currency of the columns."""
    enquiry = _case(request, number)
    currency = request.POST.get("currency", "")
    try:
        actions.weigh_quotations(
            by=request.user, enquiry=enquiry, weights=request.POST, currency=currency if currency in CURRENCIES else ""
        )
        messages.success(request, _("Kept for this case."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("exchange:responses", number)


@access(SIGNED_IN)
@require_POST
def shortlist(request: HttpRequest, number: str) -> HttpResponse:
    """Put an answer on the short list, or take it off."""
    enquiry = _case(request, number)
    asked = get_object_or_404(enquiry.invitations.select_related("organisation", "enquiry"), pk=number_in(request, "invitation"))
    try:
        actions.shortlist(by=request.user, invitation=asked, on=request.POST.get("do") == "on")
    except IllegalMove:
        messages.warning(request, moved_meanwhile(asked))
    return redirect("exchange:responses", number)


@access(SIGNED_IN)
def award(request: HttpRequest, number: str) -> HttpResponse:
    """Say how much of what goes to whom and why not to the others; look at it once more; award."""
    enquiry = _case(request, number)
    if not may(request.user, policy.AWARD, enquiry) or enquiry.state not in ("out", "closed", "awarded"):
        raise Http404
    table, quotations, _rates = table_of(enquiry)
    form = _award_form(request, enquiry, table, quotations)
    if request.method == "POST" and request.POST.get("do") == "drop":
        return _drop(request, enquiry)
    checked, version = False, request.POST.get("version", enquiry.version)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("do") == "award":
            try:
                return redirect(once(request, lambda: _award(request, enquiry, form)))
            except ValidationError as error:
                add_errors(form, error)
                if getattr(error, "code", "") == "stale":  # seen now: the next try is for what stands now
                    version = Enquiry.objects.get(pk=enquiry.pk).version
            except IllegalMove:
                messages.warning(request, moved_meanwhile(enquiry))
                return redirect("exchange:responses", number)
        elif not form.parts():
            form.add_error(None, _("Nothing is chosen. Give a quantity to one quotation at least."))
        else:
            checked = True
    context = {
        "enquiry": enquiry, "tab": "responses", "staff": may(request.user, policy.ENQUIRY_REVIEW, enquiry), "table": table, "form": form,
        "rows": [(row, [_choice(cell, bid, form) for cell, bid in zip(row.cells, table.bids, strict=True)]) for row in table.rows],
        "others": [(form[name], form[name.replace("why-", "word-")]) for name in form.fields if name.startswith("why-")],
        "checked": checked, "version": version,
        "awards": list(_awards(enquiry).filter(state="stands")),
        "why_not": WHY_NOT, "out": enquiry.state == EnquiryState.OUT, "chosen": _chosen(form, table) if checked else [],
    }  # fmt: skip
    return render(request, "exchange/award.html", context)


def _award_form(request: HttpRequest, enquiry: Enquiry, table: Table, quotations: Mapping[int, Quotation]) -> AwardForm:
    standing = set(enquiry.awards.filter(state="stands").values_list("line", flat=True))
    parts = {
        cell.offered.line: (f"{row.wanted.title}: {bid.name}", not row.wanted.key)
        for row in table.rows
        for cell, bid in zip(row.cells, table.bids, strict=True)
        if cell.offered is not None and cell.offered.price is not None and cell.offered.line not in standing
    }
    told = enquiry.invitations.filter(state__in=WILLING, not_chosen=None).select_related("organisation")
    won = {quotation.invitation_id for quotation in quotations.values() if standing & {line.pk for line in quotation.lines.all()}}
    return AwardForm(request.POST or None, parts=parts, others={each.pk: str(each.organisation) for each in told if each.pk not in won})


def _choice(cell: Any, bid: Any, form: AwardForm) -> tuple[Any, Any, Any]:
    name = f"part-{cell.offered.line}" if cell.offered else ""
    return cell, bid, form[name] if name in form.fields else None


def _chosen(form: AwardForm, table: Table) -> list[tuple[str, str, Any, str]]:
    parts = form.parts()
    return [
        (row.wanted.title, bid.name, parts[cell.offered.line], row.wanted.unit)
        for row in table.rows
        for cell, bid in zip(row.cells, table.bids, strict=True)
        if cell.offered and cell.offered.line in parts
    ]


def _award(request: HttpRequest, enquiry: Enquiry, form: AwardForm) -> str:
    made = actions.award(
        by=request.user, enquiry=enquiry, version=number_in(request, "version"), parts=form.parts(), not_chosen=form.said()
    )
    messages.success(request, _("Awarded. Everybody is told; the contact details are on the page of each introduction."))
    return made[0].enquiry.get_absolute_url() + "responses/"


def _drop(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    kept = get_object_or_404(
        Award.objects.select_related("enquiry__organisation", "enquiry__centre", "line__quotation__invitation__organisation"),
        pk=number_in(request, "award"), enquiry=enquiry,
    )  # fmt: skip
    try:
        actions.drop_award(by=request.user, award=kept, reason=request.POST.get("reason", ""))
        messages.success(request, _("The award is taken back; the organisation is told."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, _("This award fell already."))
    return redirect("exchange:responses", enquiry.number)
