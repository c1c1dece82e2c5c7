"""The search index: FTS5 over character pairs on SQLite, a GIN index over the same pairs on PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db import migrations

SQLITE = "CREATE VIRTUAL TABLE portal_pairs USING fts5(pairs, content='', tokenize='unicode61', detail=none)"
POSTGRESQL = """
CREATE FUNCTION portal_pairs(s text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE c text[] := string_to_array(s, NULL); a text[] := '{}';
BEGIN
  FOR i IN 1..coalesce(array_length(c, 1), 0) - 1 LOOP a[i] := c[i] || c[i + 1]; END LOOP;
  RETURN a;
END $$
"""
INDEX = "CREATE INDEX portal_notice_pairs ON portal_publishednotice USING gin (portal_pairs(search_text))"


def build(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, params=None)
        schema_editor.execute(INDEX)
    else:
        schema_editor.execute(SQLITE)


def remove(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX portal_notice_pairs")
        schema_editor.execute("DROP FUNCTION portal_pairs(text)")
    else:
        schema_editor.execute("DROP TABLE portal_pairs")


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial")]
    operations = [migrations.RunPython(build, remove)]
