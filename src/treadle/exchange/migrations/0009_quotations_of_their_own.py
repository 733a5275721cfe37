"""What an answered invitation quoted becomes its first quotation, with one line for the whole."""

from django.db import migrations
from django.db.models import OuterRef


def move(apps, schema_editor):
    """Carry prices over; a unit of price that is none on record is kept in words."""
    Invitation, Quotation, Line = (apps.get_model("exchange", name) for name in ("Invitation", "Quotation", "Line"))
    units = {}
    for code, symbol in apps.get_model("nomenclature", "Unit").objects.values_list("code", "symbol"):
        units[code.lower()] = units[symbol.lower()] = code
    Enquiry = apps.get_model("exchange", "Enquiry")
    Invitation.objects.update(centre=Enquiry.objects.filter(pk=OuterRef("enquiry")).values("centre")[:1])
    for row in Invitation.objects.exclude(price=None).iterator():
        words = row.price_unit.strip()
        unit = units.get(words.lower(), words[:12])  # one that is none on record stays in words: it is shown, and not compared
        quotation = Quotation.objects.create(
            invitation=row, revision=1, currency=row.currency or "EUR", valid_until=row.valid_until, note=row.note, by_id=row.answered_by_id,
            sent_at=row.answered_at or row.sent_at or row.created_at,
        )
        Line.objects.create(
            quotation=quotation, price=row.price, unit=unit, quantity=row.quantity, lead_time_days=row.lead_time_days,
            note="" if unit == units.get(words.lower()) or len(words) <= 12 else words,
        )
        if row.state == "quoted":
            row.note = ""
            row.save(update_fields=["note"])


class Migration(migrations.Migration):
    dependencies = [("exchange", "0008_requests_for_quotation")]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
