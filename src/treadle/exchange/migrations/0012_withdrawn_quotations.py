from django.db import migrations, models
from django.db.models import F


def mark(apps, schema_editor):
    """Who had declined after quoting had taken the quotation back."""
    declined = apps.get_model("exchange", "Quotation").objects.filter(invitation__state="declined", sent_at__isnull=False)
    declined.update(withdrawn_at=F("sent_at"))


class Migration(migrations.Migration):
    dependencies = [("exchange", "0011_follow_ups")]
    operations = [
        migrations.AddField(model_name="quotation", name="withdrawn_at", field=models.DateTimeField(null=True)),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
