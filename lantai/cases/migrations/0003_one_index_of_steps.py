from django.db import migrations, models
import django.db.models.deletion

# By hand: SQLite would build the whole table anew for this, row by row.
NAME = "cases_takenstep_case_id_a6d0fdaf"


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_review_before_decision")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX IF EXISTS "{NAME}"', f'CREATE INDEX "{NAME}" ON "cases_takenstep" ("case_id")'
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="takenstep",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="cases.case",
                        verbose_name="案件",
                    ),
                )
            ],
        )
    ]
