"""Who comes next: when somebody declines or lets an invitation lapse, the best match that was not asked yet is proposed."""

from django.utils import timezone

from treadle.directory.models import Organisation
from treadle.kit import notify
from treadle.kit.jobs import job
from treadle.matching import Match

from .flow import EnquiryState
from .models import Enquiry, Invitation
from .needs import matches
from .queries import desk_of


def next_best(enquiry: Enquiry) -> tuple[Organisation, Match] | None:
    """The best match of a case that was not asked; None where nobody is left."""
    asked = {str(pk) for pk in enquiry.invitations.values_list("organisation", flat=True)}
    found = next((match for match in matches(enquiry).matches if match.profile_id not in asked), None)
    if found is None:
        return None
    organisation = Organisation.objects.filter(pk=int(found.profile_id)).select_related("country").first()
    return (organisation, found) if organisation is not None else None


@job()
def propose_next(pk: int) -> None:
    """Tell the desk whom to ask in the place of the one who left, while there is time. Nothing is sent."""
    left = (
        Invitation.objects.select_related("enquiry__centre", "enquiry__officer", "enquiry__organisation", "organisation")
        .filter(pk=pk)
        .first()
    )
    if left is None or left.enquiry.state != EnquiryState.OUT or left.enquiry.deadline is None:
        return
    enquiry = left.enquiry
    if left.enquiry.deadline <= timezone.now() or (found := next_best(enquiry)) is None:
        return
    organisation, match = found
    notify.tell(
        desk_of(enquiry), "exchange.next_best", once=str(left.pk),
        link=f"{enquiry.get_absolute_url()}invitations/",
        values={
            "title": enquiry.title, "number": enquiry.number, "organisation": str(left.organisation), "other": str(organisation),
            "score": match.score,
        },
    )  # fmt: skip
