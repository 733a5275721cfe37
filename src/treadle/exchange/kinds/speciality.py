"""Speciality subcontracting: the buyer lacks the process itself."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="speciality",
    label=_("Speciality subcontracting"),
    explained=_("A process, machine or skill that the other side does not have."),
    example=_("600 turned shafts, 42CrMo4, tolerance h7"),
    fields=(
        Field("material", _("Material"), _("For example: 42CrMo4, PA6 GF30, single jersey 160 g/m².")),
        Field("dimensions", _("Dimensions"), _("Largest and smallest, with the unit.")),
        Field("tolerance", _("Tolerance"), _("For example: h7, ±0.05 mm.")),
        Field("drawing", _("Drawing or sample"), choices=(("yes", _("There is one")), ("no", _("None")), ("help", _("Help is needed")))),
    ),
    asks_batch=True,
    weights={"codes": 24, "words": 22, "certificates": 14},
    quoted=True,
    expires_after_days=90,
    order=20,
)
