"""Runs the migrations on the connection that ``database.schema`` hands in."""

from alembic import context

from app.database.base import Record

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Record.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,
)
# The caller owns the transaction: foreign keys must be off before it begins (SQLite).
context.run_migrations()
