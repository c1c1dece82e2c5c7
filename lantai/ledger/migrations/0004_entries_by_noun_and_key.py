from django.db import migrations, models

# By hand: SQLite would build the whole log anew for this, and its triggers with it.
COLUMNS = {"act": "35a9a708", "verb": "7114a9ed", "agency_id": "bd6551de", "at": "6d84b228"}
DROP = [f'DROP INDEX IF EXISTS "ledger_entry_{column}_{end}"' for column, end in COLUMNS.items()]
MAKE = [f'CREATE INDEX "ledger_entry_{column}_{end}" ON "ledger_entry" ("{column}")' for column, end in COLUMNS.items()]
LIKE = 'DROP INDEX IF EXISTS "ledger_entry_verb_7114a9ed_like"'  # PostgreSQL has a second one for the beginnings of words


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_verification_run")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL([*DROP, LIKE], MAKE)],
            state_operations=[
                migrations.AlterField("entry", "act", models.UUIDField(verbose_name="行为编号")),
                migrations.AlterField("entry", "verb", models.CharField(max_length=80, verbose_name="事项")),
                migrations.AlterField("entry", "agency_id", models.BigIntegerField(null=True, verbose_name="机关")),
                migrations.AlterField("entry", "at", models.DateTimeField(verbose_name="时间")),
            ],
        )
    ]
