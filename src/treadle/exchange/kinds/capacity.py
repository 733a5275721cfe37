"""Capacity subcontracting: the buyer masters the process and lacks the volume."""

from django.utils.translation import gettext_lazy as _

from .base import Field, Kind

KIND = Kind(
    key="capacity",
    label=_("Capacity subcontracting"),
    explained=_("You can do it yourself but not enough of it, or you have machine time to spare."),
    example=_("Reactive dyeing of knitted cotton, 12 t a month"),
    fields=(
        Field("process", _("Process"), _("For example: turning, welding, dyeing, die casting.")),
        Field(
            "material_from",
            _("Who provides the material?"),
            choices=(("buyer", _("The buyer")), ("supplier", _("The supplier")), ("either", _("Either"))),
        ),
    ),
    asks_batch=True,
    weights={"capacity": 26, "codes": 20, "words": 16, "lead_time": 10},
    quoted=True,
    expires_after_days=60,
    order=10,
)
