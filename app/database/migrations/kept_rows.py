"""Tables whose rows are added and never touched again."""

from alembic import op


def keep_rows(table: str) -> None:
    """Refuse change and removal of rows; on PostgreSQL the grants do the same."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER keep_{table}_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept as they are'); END"
        )
