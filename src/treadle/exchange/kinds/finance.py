"""Finance wanted or offered."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="finance",
    label=_("Finance"),
    explained=_("A loan, a lease, a guarantee, equity or a grant for something that is planned."),
    example=_("Lease of a stenter frame, EUR 180,000, over five years"),
    fields=(
        Field(
            "form",
            _("In what form?"),
            required=True,
            choices=(
                ("loan", _("A loan")),
                ("lease", _("A lease")),
                ("guarantee", _("A guarantee")),
                ("equity", _("Equity")),
                ("trade", _("Trade finance")),
                ("grant", _("A grant")),
            ),
        ),
        Field("amount", _("Amount, with the currency"), required=True),
        Field("purpose", _("What for"), long=True),
        Field("term", _("For how long")),
        Field("security", _("Security")),
    ),
    asks_quantity=False,
    asks_lead_time=False,
    asks_certificates=False,
    weights={"words": 30, "place": 18, "codes": 16},
    expires_after_days=120,
    order=80,
)
