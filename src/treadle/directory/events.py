"""The directory's events in words."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.events import describe

describe(
    {
        "directory.organisation.created": _("entered the organisation"),
        "directory.organisation.edited": _("changed the record"),
        "directory.organisation.restored": _("took back what an import had changed"),
        "directory.import.taken": _("uploaded a spreadsheet"),
        "directory.import.columns": _("said what the columns are"),
        "directory.import.repaired": _("repaired rows of an import"),
        "directory.import.decided": _("said what rows of an import mean"),
        "directory.import.began": _("had an import written"),
        "directory.import.written": _("wrote rows of an import"),
        "directory.import.undoing": _("had an import undone"),
        "directory.import.undone": _("undid an import"),
        "directory.import.dropped": _("dropped an import"),
        "directory.organisation.merged": _("merged another record into it"),
        "directory.organisation.merged_away": _("merged it into another record"),
        "directory.organisation.unmerged": _("undid a merge"),
        "directory.pair.flagged": _("pointed out that two records may be of one organisation"),
        "directory.pair.decided": _("decided whether two records are of one organisation"),
        "directory.pair.sought": _("had the databank looked through for duplicates"),
        "directory.codes.suggested": _("proposed codes"),
        "directory.codes.confirmed": _("confirmed proposed codes"),
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
