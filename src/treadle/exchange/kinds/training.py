"""Training wanted or offered."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="training",
    label=_("Training"),
    explained=_("A course, coaching in the workshop, or a place to learn on the job."),
    example=_("Hygiene in food drying, 20 women, two weeks, in Mooré"),
    fields=(
        Field(
            "way",
            _("In what way?"),
            choices=(
                ("course", _("A course")),
                ("workplace", _("Coaching at the workplace")),
                ("visit", _("A visit or a stay at another firm")),
                ("online", _("Online")),
            ),
        ),
        Field("skill", _("What is to be learnt"), required=True),
        Field("people", _("For how many people, and for whom")),
        Field("certificate", _("What it ends with"), _("A certificate, an examination, nothing.")),
    ),
    asks_quantity=False,
    asks_lead_time=False,
    asks_certificates=False,
    weights={"words": 34, "languages": 16, "place": 12},
    expires_after_days=120,
    order=70,
)
