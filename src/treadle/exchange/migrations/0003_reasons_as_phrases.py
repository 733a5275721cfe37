"""Reasons kept with an invitation become phrases that each reader sees in their own language; old ones stay in the words they had."""

from django.db import migrations


def _phrase(text: str) -> list:
    return ["phrase", text.replace("{", "{{").replace("}", "}}"), {}]


def convert(apps, schema_editor):
    """Rewrite rows of texts as phrases without values."""
    Invitation = apps.get_model("exchange", "Invitation")
    for invitation in Invitation.objects.exclude(reasons=[]).iterator():
        for reason in invitation.reasons:
            if isinstance(reason["wanted"], str):
                reason.update(wanted=_phrase(reason["wanted"]), offered=_phrase(reason["offered"]), source=[reason["source"], None], across="")
                reason.pop("label", None), reason.pop("word", None)
        invitation.save(update_fields=["reasons"])


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_still_talking")]
    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]
