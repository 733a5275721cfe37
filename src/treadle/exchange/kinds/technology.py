"""Technology offered or looked for."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="technology",
    label=_("Technology"),
    explained=_("A machine, a process or know-how, to be sold, licensed or developed together."),
    example=_("Solar dryer for 200 kg of fruit a day"),
    fields=(
        Field(
            "maturity",
            _("How far is it?"),
            choices=(
                ("idea", _("Idea or concept")),
                ("prototype", _("Prototype")),
                ("tested", _("Tested in real use")),
                ("market", _("On the market")),
            ),
        ),
        Field(
            "rights",
            _("Rights"),
            choices=(
                ("none", _("None claimed")),
                ("secret", _("Secret know-how")),
                ("applied", _("Patent applied for")),
                ("granted", _("Patent granted")),
            ),
        ),
        Field("cooperation", _("Form of co-operation"), _("Sale, licence, joint development, training.")),
    ),
    asks_quantity=False,
    asks_lead_time=False,
    weights={"words": 34, "codes": 20, "languages": 8},
    expires_after_days=365,
    order=40,
)
