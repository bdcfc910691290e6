"""What imports created and changed, and the way to take one back.

Rows that officers may never delete are removed by an undone import alone: on PostgreSQL through a
function of the owner's that administrators may call, on SQLCipher by triggers that know of it.
"""

import sqlalchemy as sa
from alembic import op

from app.database.migrations.kept_rows import keep_rows

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEPT_VERSION = "DROP TRIGGER keep_conversation_version_delete"
_KEPT_VERSION_UNLESS_UNDONE = """
CREATE TRIGGER keep_conversation_version_delete BEFORE DELETE ON conversation_version
WHEN NOT EXISTS (
    SELECT 1 FROM imported_row JOIN import_run ON import_run.id = import_id
    WHERE undone_at IS NOT NULL AND table_name = 'conversation_version' AND before IS NULL
    AND row_id = old.conversation_id AND row_version = old.version
)
BEGIN SELECT RAISE(ABORT, 'rows of conversation_version are kept as they are'); END
"""
_KEPT_VERSION_ALWAYS = (
    "CREATE TRIGGER keep_conversation_version_delete BEFORE DELETE ON conversation_version "
    "BEGIN SELECT RAISE(ABORT, 'rows of conversation_version are kept as they are'); END"
)
# What an officer wrote here has an author of its own and no key of a file; it is out of reach.
_REMOVE = """
CREATE FUNCTION remove_imported(run uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT public.is_administrator() THEN
        RAISE EXCEPTION 'only an administrator undoes imports' USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM public.import_run WHERE id = run AND undone_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'no such import' USING ERRCODE = '22023';
    END IF;
    DELETE FROM public.conversation_version AS kept USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'conversation_version'
    AND made.before IS NULL AND made.row_id = kept.conversation_id
    AND made.row_version = kept.version AND EXISTS (
        SELECT 1 FROM public.conversation
        WHERE id = kept.conversation_id AND source_key IS NOT NULL
    );
    DELETE FROM public.conversation AS entry USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'conversation' AND made.before IS NULL
    AND made.row_id = entry.id AND entry.source_key IS NOT NULL AND entry.author_id IS NULL;
    DELETE FROM public.contact_officer_period AS period USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'contact_officer_period'
    AND made.before IS NULL AND made.row_id = period.id;
    DELETE FROM public.stay AS stay USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'stay' AND made.before IS NULL
    AND made.row_id = stay.id;
    DELETE FROM public.inmate AS person USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'inmate' AND made.before IS NULL
    AND made.row_id = person.id;
    DELETE FROM public.place AS place USING public.imported_row AS made
    WHERE made.import_id = run AND made.table_name = 'place' AND made.before IS NULL
    AND made.row_id = place.id;
END
$$
"""


def upgrade() -> None:
    op.create_table(
        "import_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("officer", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("prison", sa.String(length=12), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("moved", sa.Integer(), nullable=False),
        sa.Column("departed", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_import_run_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_index(op.f("ix_import_run_at"), "import_run", ["at"], unique=False)
    op.create_table(
        "imported_row",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import_run.id"], name=op.f("fk_imported_row_import_id")
        ),
        sa.PrimaryKeyConstraint("import_id", "number", name=op.f("pk_imported_row")),
    )
    op.create_index(op.f("ix_imported_row_row_id"), "imported_row", ["row_id"], unique=False)
    keep_rows("imported_row")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_KEPT_VERSION)
        op.execute(_KEPT_VERSION_UNLESS_UNDONE)
        return
    op.get_bind().exec_driver_sql(_REMOVE)
    op.execute("REVOKE ALL ON FUNCTION remove_imported(uuid) FROM PUBLIC")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_KEPT_VERSION)
        op.execute(_KEPT_VERSION_ALWAYS)
    else:
        op.execute("DROP FUNCTION remove_imported(uuid)")
    op.drop_table("imported_row")
    op.drop_table("import_run")
