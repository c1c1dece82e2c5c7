from django.db import migrations

from lantai.cases import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.execute, schema_editor.connection.vendor)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.execute, schema_editor.connection.vendor)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
