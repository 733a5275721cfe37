from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchange", "0009_quotations_of_their_own")]
    operations = [
        migrations.RemoveConstraint(
            model_name='invitation',
            name='quotation_has_price',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='currency',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='lead_time_days',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='price',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='price_unit',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='quantity',
        ),
        migrations.RemoveField(
            model_name='invitation',
            name='valid_until',
        ),
    ]
