"""By which working calendar the stored terms of a case were reckoned; none for those stored before this was kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_what_lights_the_lamps")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="reckoned_by",
            field=models.CharField(max_length=16, null=True, verbose_name="期限所依的日历"),
        ),
    ]
