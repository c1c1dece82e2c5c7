from django.db import migrations, models
import django.db.models.deletion

# By hand: SQLite would build the whole table anew for this, row by row.
DROP = ['DROP INDEX IF EXISTS "cases_case_parent_id_30365dcb"', 'DROP INDEX IF EXISTS "cases_case_opened_by_id_ed5328b2"']
MAKE = [
    'CREATE INDEX "cases_case_parent_id_30365dcb" ON "cases_case" ("parent_id")',
    'CREATE INDEX "cases_case_opened_by_id_ed5328b2" ON "cases_case" ("opened_by_id")',
]
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_one_index_of_steps")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(DROP, MAKE)],
            state_operations=[
                migrations.AlterField(
                    "case",
                    "parent",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        related_name="measures",
                        to="cases.case",
                        verbose_name="所属案件",
                    ),
                ),
                migrations.AlterField(
                    "case",
                    "opened_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="+",
                        to="personnel.person",
                        verbose_name="登记人",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            "case",
            models.Index(fields=["parent"], name="cases_measures", condition=models.Q(parent__isnull=False)),
        ),
    ]
