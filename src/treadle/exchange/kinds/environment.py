"""An environmental problem, or a solution to one."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="environment",
    label=_("Environmental solution"),
    explained=_("Less water, energy, waste or emission: a problem looking for a solution, or the solution."),
    example=_("Removal of chromium from tannery effluent, 40 m³ a day"),
    fields=(
        Field(
            "medium",
            _("It concerns"),
            choices=(
                ("water", _("Water and effluent")),
                ("energy", _("Energy")),
                ("waste", _("Waste and by-products")),
                ("air", _("Air and emissions")),
                ("chemicals", _("Hazardous chemicals")),
            ),
        ),
        Field("figures", _("Figures known today"), _("Volume, concentration, cost; with units and date."), long=True),
        Field("limit", _("Limit to be met"), _("The standard or permit, if there is one.")),
    ),
    asks_lead_time=False,
    weights={"words": 34, "codes": 16, "place": 12},
    expires_after_days=180,
    order=50,
)
