from django.db import migrations

WORDS = "a filed dossier takes no more evidence"
SEALED = "EXISTS (SELECT 1 FROM recording_dossier WHERE id = NEW.dossier_id AND sealed_at IS NOT NULL)"
SQLITE = (
    f"CREATE TRIGGER recording_sealed BEFORE INSERT ON recording_evidence WHEN {SEALED} "
    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION recording_refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF {SEALED} THEN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; "
    "END IF; RETURN NEW; END $$",
    "CREATE TRIGGER recording_sealed BEFORE INSERT ON recording_evidence "
    "FOR EACH ROW EXECUTE FUNCTION recording_refuse_sealed()",
)


def install(apps, schema_editor):
    """Gate G-18 as a seat belt: the database itself refuses evidence in a sealed dossier."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    on = "" if schema_editor.connection.vendor == "sqlite" else " ON recording_evidence"
    schema_editor.execute(f"DROP TRIGGER IF EXISTS recording_sealed{on}")


class Migration(migrations.Migration):
    dependencies = [("recording", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
