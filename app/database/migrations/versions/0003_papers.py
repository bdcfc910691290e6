"""Frozen papers."""

import sqlalchemy as sa
from alembic import op

from app.database.migrations.kept_rows import keep_rows

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEPT = ("printed_document",)


def upgrade() -> None:
    op.create_table(
        "printed_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("inmate_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.Column("frozen", sa.LargeBinary(), nullable=False),
        sa.Column("frozen_digest", sa.String(length=64), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["officer.id"], name=op.f("fk_printed_document_created_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["inmate_id"], ["inmate.id"], name=op.f("fk_printed_document_inmate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_document")),
    )
    op.create_index(
        op.f("ix_printed_document_created_at"), "printed_document", ["created_at"], unique=False
    )
    op.create_index(
        "ix_printed_document_source",
        "printed_document",
        ["inmate_id", "source_digest", "copy", "language"],
        unique=False,
    )
    for table in KEPT:
        keep_rows(table)


def downgrade() -> None:
    for table in ("printed_document",):
        op.drop_table(table)
