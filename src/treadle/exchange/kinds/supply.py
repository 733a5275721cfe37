"""Supply: finished goods or materials."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="supply",
    label=_("Supply"),
    explained=_("Goods or materials, made to a known specification."),
    example=_("Corrugated cartons for dried mango, 40,000 a season"),
    fields=(
        Field("specification", _("Specification"), _("Grade, standard, packing."), long=True),
        Field("delivery", _("Delivery terms"), _("For example: FCA Douala, DAP Ghent.")),
    ),
    weights={"words": 24, "codes": 22, "capacity": 18},
    quoted=True,
    expires_after_days=90,
    order=30,
)
