"""Look records up by their addresses too: write the keys of those that are there anew."""

from itertools import islice

from django.db import migrations

TOGETHER = 500


def write_keys(apps, schema_editor):
    from treadle.directory.keys import facts_of
    from treadle.matching.sameness import keys_of

    records = apps.get_model("directory", "Organisation").objects.exclude(state="merged")
    key = apps.get_model("directory", "RecordKey")
    key.objects.all().delete()
    found = records.prefetch_related("names", "sites", "contacts", "identifiers").order_by("pk").iterator(chunk_size=TOGETHER)
    while some := list(islice(found, TOGETHER)):
        key.objects.bulk_create([key(organisation=each, key=number) for each in some for number in sorted(keys_of(facts_of(each)))])


class Migration(migrations.Migration):
    dependencies = [("directory", "0015_linkage_weights")]
    operations = [migrations.RunPython(write_keys, migrations.RunPython.noop, elidable=True)]
