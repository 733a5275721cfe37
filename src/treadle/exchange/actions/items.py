"""Items of a request for quotation, and their drawings."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, files
from treadle.kit.jobs import enqueue
from treadle.kit.models import StoredFile
from treadle.kit.policy import require
from treadle.nomenclature.models import Code

from .. import percolation, policy
from ..flow import EnquiryState
from ..kinds import kind_of
from ..models import Enquiry
from ..quoted import Item
from .moving import edit_fields

FIELDS = (
    "title", "description", "material", "dimensions", "tolerance", "quantity", "unit", "per", "batch", "needed_on", "certificates",
    "samples",
)  # fmt: skip
MOST_ITEMS, MOST_DRAWINGS = 60, 10
S = EnquiryState


def _changeable(by: Any, enquiry: Enquiry) -> None:
    """Items are changed where the need is: by the buyer in a draft, by an officer until it is out."""
    require(by, policy.ENQUIRY_WRITE, enquiry)
    mine = enquiry.state in (S.DRAFT, S.RETURNED)
    desk = enquiry.state in (S.SUBMITTED, S.IN_REVIEW, S.APPROVED) and policy.CASE_OFFICER.test(by, enquiry)
    if not (mine or desk):
        raise ValidationError(_("The enquiry is being worked on. Ask your officer to return it if something must be changed."))
    if not kind_of(enquiry.kind).quoted:
        raise ValidationError(_("An enquiry of this kind is not quoted by item."))


@transaction.atomic
def add_item(*, by: Any, enquiry: Enquiry, fields: dict[str, Any], codes: Iterable[Code] = ()) -> Item:
    """Put another thing on a request; it is quoted on its own."""
    _changeable(by, enquiry)
    last = enquiry.items.aggregate(last=Max("position"))["last"] or 0
    if enquiry.items.count() >= MOST_ITEMS:
        raise ValidationError(_("A request holds at most %(most)s items. Bring a second one for the rest."), params={"most": MOST_ITEMS})
    item = Item(enquiry=enquiry, position=last + 1, **{name: fields[name] for name in FIELDS if name in fields})
    item.save()
    item.codes.set(codes)
    _changed(by, enquiry, item, {})
    return item


@transaction.atomic
def edit_item(*, by: Any, item: Item, version: int, fields: dict[str, Any], codes: Iterable[Code] | None = None) -> None:
    """Change an item. Raises Stale when somebody else did since ``version``."""
    _changeable(by, item.enquiry)
    changes = edit_fields(item, version, FIELDS, fields)
    if codes is not None:
        item.codes.set(codes)
    _changed(by, item.enquiry, item, changes)


@transaction.atomic
def remove_item(*, by: Any, item: Item) -> None:
    """Take an item off a request, with its drawings."""
    _changeable(by, item.enquiry)
    events.record("exchange.item.removed", by=by, on=item, case=item.enquiry)
    for drawing in files.of(item):
        files.remove(drawing)
    enquiry = item.enquiry
    item.delete()
    enqueue(percolation.watch_case, enquiry.pk)


def _changed(by: Any, enquiry: Enquiry, item: Item, changes: dict[str, Any]) -> None:
    events.record("exchange.item.kept", by=by, on=item, case=enquiry, changes=changes)
    enqueue(percolation.watch_case, enquiry.pk)


@transaction.atomic
def add_drawing(*, by: Any, item: Item, upload: "UploadedFile[Any]") -> StoredFile:
    """Keep a drawing of an item. Raises ValidationError for what is no drawing by its content."""
    _changeable(by, item.enquiry)
    if files.of(item).count() >= MOST_DRAWINGS:
        raise ValidationError({"drawing": _("An item has at most %(most)s drawings.") % {"most": MOST_DRAWINGS}})
    try:
        kept = files.keep(upload, belongs_to=item, by=by, accepted=files.DRAWINGS)
    except ValidationError as error:
        raise ValidationError({"drawing": error}) from error
    events.record("exchange.drawing.added", by=by, on=item, case=item.enquiry, changes={"file": ["", kept.name]})
    return kept


@transaction.atomic
def remove_drawing(*, by: Any, item: Item, drawing: StoredFile) -> None:
    """Take a drawing off an item."""
    _changeable(by, item.enquiry)
    events.record("exchange.drawing.removed", by=by, on=item, case=item.enquiry, changes={"file": [drawing.name, ""]})
    files.remove(drawing)
