from django.db import migrations, models
import django.db.models.deletion

# By hand: SQLite would build the whole table anew for this, row by row.
NAME = "documents_issueddocument_corrects_id_16b2d556"


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_wording")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX IF EXISTS "{NAME}"',
                    f'CREATE INDEX "{NAME}" ON "documents_issueddocument" ("corrects_id")',
                )
            ],
            state_operations=[
                migrations.AlterField(
                    "issueddocument",
                    "corrects",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="documents.issueddocument",
                        verbose_name="更正",
                    ),
                )
            ],
        ),
        migrations.AddIndex(
            "issueddocument",
            models.Index(fields=["corrects"], name="documents_corrections", condition=models.Q(corrects__isnull=False)),
        ),
    ]
