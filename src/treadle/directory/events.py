"""The directory's events in words."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.events import describe

describe(
    {
        "directory.organisation.created": _("entered the organisation"),
        "directory.organisation.edited": _("changed the record"),
        "directory.organisation.confirmed": _("confirmed that the record is right"),
        "directory.organisation.checked": _("checked the record"),
        "directory.organisation.closed": _("closed the record"),
        "directory.organisation.opened": _("opened the record again"),
        "directory.part.added": _("added to the record"),
        "directory.part.edited": _("changed a part of the record"),
        "directory.part.removed": _("removed a part of the record"),
        "directory.certificate.seen": _("saw the certificate"),
        "directory.member.requested": _("asked to act for the organisation"),
        "directory.member.accepted": _("accepted a member"),
        "directory.member.refused": _("refused a request to join"),
        "directory.member.invited": _("invited somebody to act for the organisation"),
        "directory.member.joined": _("joined the organisation"),
        "directory.member.role_changed": _("changed a member's role"),
        "directory.member.ended": _("ended a membership"),
        "directory.member.handed_over": _("handed over ownership"),
        "directory.centre.opened": _("entered the centre"),
        "directory.centre.changed": _("changed what the centre is and serves"),
        "directory.staff.appointed": _("appointed staff"),
        "directory.staff.dismissed": _("ended a post"),
        "directory.person.erased": _("erased their personal data"),
    }
)
