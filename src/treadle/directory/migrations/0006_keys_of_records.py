"""Give the records that are there the keys by which likely duplicates meet."""

from itertools import islice

from django.db import migrations

TOGETHER = 500


def write_keys(apps, schema_editor):
    from treadle.directory.keys import facts_of
    from treadle.matching.sameness import keys_of

    records = apps.get_model("directory", "Organisation").objects.prefetch_related("names", "sites", "contacts", "identifiers")
    key = apps.get_model("directory", "RecordKey")
    found = records.order_by("pk").iterator(chunk_size=TOGETHER)
    while some := list(islice(found, TOGETHER)):
        key.objects.bulk_create([key(organisation=each, key=number) for each in some for number in sorted(keys_of(facts_of(each)))])


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_databanks")]
    operations = [migrations.RunPython(write_keys, migrations.RunPython.noop, elidable=True)]
