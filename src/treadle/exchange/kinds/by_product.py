"""By-products: what is left over at one firm and a material for another."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="by_product",
    label=_("By-product"),
    explained=_("What is left over at one place and a material at another: offcuts, husks, whey, heat."),
    example=_("Cotton cuttings, white, 3 t a month, pressed in bales"),
    fields=(
        Field("composition", _("What it consists of"), required=True, long=True),
        Field(
            "state",
            _("Form"),
            choices=(
                ("solid", _("Solid")),
                ("liquid", _("Liquid")),
                ("paste", _("Paste or sludge")),
                ("gas", _("Gas")),
                ("heat", _("Heat")),
            ),
        ),
        Field(
            "hazard",
            _("Is it hazardous?"),
            choices=(("no", _("No")), ("yes", _("Yes; a permit is needed")), ("unknown", _("Not examined"))),
        ),
        Field("today", _("What becomes of it today"), _("Sold, used, burnt, dumped; what that costs.")),
    ),
    asks_lead_time=False,
    asks_certificates=False,
    weights={"words": 32, "codes": 16, "capacity": 16, "place": 16},
    expires_after_days=180,
    order=55,
)
