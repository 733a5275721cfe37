from django.db import migrations, models


def rename_things(apps, schema_editor):
    """Files and events that belong to certificates belong to evidence now."""
    apps.get_model("kit", "StoredFile").objects.filter(belongs_to="directory.certificate").update(belongs_to="directory.evidence")
    apps.get_model("kit", "Event")._base_manager.filter(object_type="directory.certificate").update(object_type="directory.evidence")


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_claims"), ("kit", "0002_standing_wishes")]

    operations = [
        migrations.RenameModel("Certificate", "Evidence"),
        migrations.RenameModel("HistoricalCertificate", "HistoricalEvidence"),
        migrations.RenameField("evidence", "seen_on", "verified_on"),
        migrations.RenameField("evidence", "seen_by", "verified_by"),
        migrations.RenameField("historicalevidence", "seen_on", "verified_on"),
        migrations.RenameField("historicalevidence", "seen_by", "verified_by"),
        migrations.RunPython(rename_things, migrations.RunPython.noop),
    ]
