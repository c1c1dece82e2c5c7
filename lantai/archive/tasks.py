"""Jobs of the archive: measuring the files of a volume reads every byte, so no page waits for it."""

from __future__ import annotations

from django_tasks import task

from lantai.archive import commands, queries
from lantai.personnel import queries as personnel


@task()
def measure(volume_id: int, person_id: int) -> int:
    """Measure a volume for the person who asked. Returns the number of faults."""
    actor = personnel.actor_of(person_id)
    volume = queries.get(actor, volume_id)
    checked, size, faults = queries.measured(volume)
    commands.note_fixity(actor=actor, volume=volume, checked=checked, size=size, faults=faults)
    return len(faults)
