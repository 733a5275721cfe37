"""Partnership: a joint venture, a distributor, an alliance."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="partnership",
    label=_("Partnership"),
    explained=_("A joint venture, a distributor, a consortium, a partner for a project."),
    example=_("Partner for a second shea butter line and its export"),
    fields=(
        Field(
            "form",
            _("Form of partnership"),
            choices=(
                ("venture", _("Joint venture")),
                ("distribution", _("Distribution")),
                ("consortium", _("Consortium")),
                ("project", _("Project partner")),
                ("other", _("Other")),
            ),
        ),
        Field("brings", _("What you bring"), long=True),
        Field("seeks", _("What the partner should bring"), long=True),
    ),
    asks_quantity=False,
    asks_lead_time=False,
    asks_certificates=False,
    weights={"words": 34, "place": 14, "languages": 10},
    expires_after_days=180,
    order=60,
)
