"""The prison's own facts: its code, whether it is an example, and its thresholds."""

from dataclasses import fields

from sqlalchemy import Connection, select

from app.database.records.prison import PrisonRecord, ThresholdRecord
from app.domain.prison import Prison
from app.domain.thresholds import LOCK_SECONDS, OverviewThresholds, Threshold

_KEYS = {
    "conversation.not_talked_to_days": "not_talked_to_days",
    "conversation.warning_days": "warning_days",
    "conversation.alarm_days": "alarm_days",
    "arrival.new_hours": "new_hours",
    LOCK_SECONDS: "lock_seconds",
}


def read_prison(connection: Connection) -> Prison:
    """Read the prison's code and name, and whether its data are an example."""
    record = PrisonRecord
    row = connection.execute(select(record.code, record.name, record.is_example)).one()
    return Prison(row.code, row.name, row.is_example)


def read_thresholds(connection: Connection) -> tuple[Threshold, ...]:
    """Read every threshold with its source and date."""
    record = ThresholdRecord
    rows = connection.execute(
        select(record.key, record.value, record.source, record.since).order_by(record.key)
    )
    return tuple(Threshold(row.key, row.value, row.source, row.since) for row in rows)


def overview_thresholds(thresholds: tuple[Threshold, ...]) -> OverviewThresholds:
    """Return the numbers the overview is coloured by; one that is missing keeps its default."""
    known = {field.name for field in fields(OverviewThresholds)}
    values = {
        _KEYS[threshold.key]: threshold.value
        for threshold in thresholds
        if _KEYS.get(threshold.key) in known
    }
    return OverviewThresholds(**values)
