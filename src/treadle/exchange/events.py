"""The exchange's events in words."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.events import describe

describe(
    {
        "exchange.listing.drafted": _("drafted the listing"),
        "exchange.listing.edited": _("changed the listing"),
        "exchange.listing.submitted": _("submitted the listing"),
        "exchange.listing.published": _("published the listing"),
        "exchange.listing.returned": _("returned the listing"),
        "exchange.listing.withdrawn": _("withdrew the listing"),
        "exchange.listing.closed": _("closed the listing"),
        "exchange.listing.renewed": _("renewed the listing"),
        "exchange.listing.expired": _("let the listing expire"),
        "exchange.enquiry.started": _("began the enquiry"),
        "exchange.enquiry.edited": _("changed the enquiry"),
        "exchange.enquiry.submitted": _("submitted the enquiry"),
        "exchange.enquiry.taken": _("took the case"),
        "exchange.enquiry.assigned": _("gave the case to another officer"),
        "exchange.enquiry.returned": _("returned the enquiry"),
        "exchange.enquiry.approved": _("approved the enquiry"),
        "exchange.enquiry.out": _("sent the enquiry out"),
        "exchange.enquiry.closed": _("closed the enquiry for answers"),
        "exchange.enquiry.concluded": _("ended the case with a contract"),
        "exchange.enquiry.not_concluded": _("ended the case without a contract"),
        "exchange.enquiry.withdrawn": _("withdrew the enquiry"),
        "exchange.note.added": _("wrote an internal note"),
        "exchange.match.chosen": _("chose an organisation"),
        "exchange.match.dropped": _("undid a choice"),
        "exchange.match.excluded": _("excluded an organisation"),
        "exchange.match.included": _("took back an exclusion"),
        "exchange.match.weighed": _("changed what counts how much"),
        "exchange.never.set": _("asked never to be matched with an organisation"),
        "exchange.never.lifted": _("allowed to be matched with an organisation again"),
        "exchange.invitation.sent": _("sent an invitation"),
        "exchange.invitation.seen": _("opened the invitation"),
        "exchange.invitation.quoted": _("sent a quotation"),
        "exchange.invitation.interested": _("is interested"),
        "exchange.invitation.declined": _("declined"),
        "exchange.invitation.lapsed": _("let the invitation lapse"),
        "exchange.introduction.made": _("made an introduction"),
        "exchange.outcome.reported": _("reported what came of it"),
        "exchange.outcome.confirmed": _("noted that both sides agree on the outcome"),
        "exchange.outcome.disputed": _("noted that the two sides disagree on the outcome"),
        "exchange.clock.reminded": _("reminded"),
        "exchange.clock.warned": _("warned the officer"),
        "exchange.clock.escalated": _("told the head of the centre"),
    }
)
