"""Machines and equipment wanted or offered."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="equipment",
    label=_("Equipment"),
    explained=_("A machine to be bought, sold, rented or shared; new or used."),
    example=_("Jet dyeing machine, 250 kg, used, with its papers"),
    fields=(
        Field("machine", _("Make, model and year")),
        Field(
            "condition",
            _("Condition"),
            choices=(("new", _("New")), ("used", _("Used, in working order")), ("repair", _("To be repaired")), ("any", _("Any"))),
        ),
        Field(
            "deal",
            _("To be"),
            choices=(("sold", _("bought or sold")), ("rented", _("rented")), ("leased", _("leased, then owned")), ("shared", _("shared"))),
        ),
        Field("figures", _("Key figures"), _("Capacity, size, power, with units."), long=True),
    ),
    asks_certificates=False,
    weights={"words": 34, "codes": 14, "place": 14},
    expires_after_days=120,
    order=90,
)
