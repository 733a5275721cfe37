"""Pages about who may act for an organisation."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.once import once
from treadle.kit.policy import may

from . import members, policy
from .forms import InviteForm
from .models import JoinRequest, MemberInvitation, Membership
from .pages import organisation_or_404


@access(SIGNED_IN)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Members, requests and open invitations; the owner decides."""
    organisation = organisation_or_404(request, pk)
    if not may(request.user, policy.MEMBERS_READ, organisation):
        raise Http404
    form = InviteForm(request.POST if request.POST.get("do") == "invite" else None)
    if request.method == "POST":
        try:
            if _act(request, organisation.pk, form):
                return redirect("directory:members", pk)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("directory:members", pk)
    context = {
        "organisation": organisation,
        "form": form,
        "memberships": organisation.memberships.select_related("person"),
        "requests": organisation.join_requests.filter(state=JoinRequest.State.WAITING).select_related("person"),
        "invitations": organisation.member_invitations.filter(accepted_at=None),
        "roles": Membership.Role.choices,
        "may_change": may(request.user, policy.MEMBERS_CHANGE, organisation),
        "may_hand_over": may(request.user, policy.HAND_OVER, organisation),
    }
    return render(request, "directory/members.html", context)


def _act(request: HttpRequest, pk: int, form: InviteForm) -> bool:
    """Do what the page's button says; False when the invitation form must be shown again."""
    do, role = request.POST.get("do", ""), request.POST.get("role", "")
    organisation = organisation_or_404(request, pk)
    if do == "invite":
        if not form.is_valid():
            return False

        def act() -> str:
            members.invite_member(by=request.user, organisation=organisation, **form.cleaned_data)
            messages.success(request, _("The invitation is on its way."))
            return request.path

        once(request, act)
        return True
    if do in ("accept", "refuse"):
        wanted = get_object_or_404(organisation.join_requests, pk=number_in(request, "item"))
        members.decide_request(
            by=request.user, request=wanted, accept=do == "accept", role=role if role in Membership.Role.values else "reader"
        )
    else:
        membership = get_object_or_404(organisation.memberships.select_related("person"), pk=number_in(request, "item"))
        if do == "role" and role in Membership.Role.values:
            members.change_role(by=request.user, membership=membership, role=role)
        elif do == "end":
            members.end_membership(by=request.user, membership=membership)
        elif do == "hand_over":
            members.hand_over(by=request.user, organisation=organisation, to=membership)
        else:
            raise Http404
    messages.success(request, _("Done."))
    return True


@access(SIGNED_IN)
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Take up an invitation that came by mail."""
    invitation = get_object_or_404(MemberInvitation.objects.select_related("organisation", "invited_by"), token=token)
    fault = ""
    if request.method == "POST":
        try:
            members.accept_invitation(by=request.user, invitation=invitation)
        except ValidationError as error:
            fault = " ".join(error.messages)
        else:
            request.session["acting_for"] = invitation.organisation_id
            messages.success(request, _("You now act for %(name)s.") % {"name": invitation.organisation})
            return redirect("home")
    return render(request, "directory/accept.html", {"invitation": invitation, "fault": fault})
