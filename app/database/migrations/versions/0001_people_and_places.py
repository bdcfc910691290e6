"""People, places and who looked."""

import sqlalchemy as sa
from alembic import op

from app.database.migrations.kept_rows import keep_rows

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEPT = ("access_entry",)
TOPICS = (
    "places",
    "inmates",
    "conversations",
    "plans",
    "officers",
    "documents",
    "settings",
)


def upgrade() -> None:
    op.create_table(
        "change_counter",
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_change_counter")),
    )
    op.create_table(
        "prison",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prison")),
    )
    op.create_table(
        "officer",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_name", sa.String(length=60), nullable=False),
        sa.Column("folded", sa.String(length=60), nullable=False),
        sa.Column("display_name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sa.UniqueConstraint("folded", name=op.f("uq_officer_folded")),
    )
    op.create_table(
        "key_wrap",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("role_name", sa.String(length=63), nullable=False),
        sa.Column("wrap", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_key_wrap_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_wrap")),
    )
    op.create_index(op.f("ix_key_wrap_officer_id"), "key_wrap", ["officer_id"], unique=False)
    op.create_table(
        "threshold",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["officer.id"], name=op.f("fk_threshold_changed_by")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_threshold")),
    )
    op.create_table(
        "place",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(length=120), nullable=False),
        sa.Column("parent_path", sa.String(length=120), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("prison", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("local_name", sa.String(length=120), nullable=False),
        sa.Column("accommodation", sa.String(length=60), nullable=False),
        sa.Column("used_for", sa.Text(), nullable=False),
        sa.Column("special_kinds", sa.Text(), nullable=False),
        sa.Column("converted_to", sa.String(length=60), nullable=False),
        sa.Column("cell_mark", sa.String(length=60), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("working", sa.Integer(), nullable=False),
        sa.Column("certified", sa.Integer(), nullable=False),
        sa.Column("out_of_use_reason", sa.Text(), nullable=False),
        sa.Column("out_of_use_since", sa.Date(), nullable=True),
        sa.Column("back_in_use_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("path", name=op.f("uq_place_path")),
    )
    op.create_index(op.f("ix_place_unit"), "place", ["unit"], unique=False)
    op.create_table(
        "inmate",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.String(length=60), nullable=True),
        sa.Column("prison_number", sa.String(length=40), nullable=False),
        sa.Column("family_name", sa.String(length=200), nullable=False),
        sa.Column("given_name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("legal_status", sa.String(length=32), nullable=False),
        sa.Column("languages", sa.String(length=200), nullable=False),
        sa.Column("interpreter_needed", sa.Boolean(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("release_date", sa.Date(), nullable=True),
        sa.Column("whereabouts", sa.String(length=32), nullable=False),
        sa.Column("on_roll", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("contact_officer_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_officer_id"], ["officer.id"], name=op.f("fk_inmate_contact_officer_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_inmate_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inmate")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_inmate_booking_id")),
    )
    op.create_index(
        op.f("ix_inmate_contact_officer_id"), "inmate", ["contact_officer_id"], unique=False
    )
    op.create_index(op.f("ix_inmate_on_roll_unit"), "inmate", ["on_roll", "unit"], unique=False)
    op.create_index(op.f("ix_inmate_place_id"), "inmate", ["place_id"], unique=False)
    op.create_index(op.f("ix_inmate_prison_number"), "inmate", ["prison_number"], unique=False)
    op.create_table(
        "stay",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inmate_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("place_path", sa.String(length=120), nullable=False),
        sa.Column("whereabouts", sa.String(length=32), nullable=False),
        sa.Column("on_roll", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["inmate_id"], ["inmate.id"], name=op.f("fk_stay_inmate_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_stay_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
    )
    op.create_index(op.f("ix_stay_inmate_id"), "stay", ["inmate_id"], unique=False)
    op.create_table(
        "contact_officer_period",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inmate_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["inmate_id"], ["inmate.id"], name=op.f("fk_contact_officer_period_inmate_id")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_contact_officer_period_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_officer_period")),
    )
    op.create_index(
        op.f("ix_contact_officer_period_inmate_id"),
        "contact_officer_period",
        ["inmate_id"],
        unique=False,
    )
    op.create_table(
        "access_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("officer", sa.String(length=200), nullable=False),
        sa.Column("workstation", sa.String(length=120), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("feature", sa.String(length=40), nullable=False),
        sa.Column("inmate_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("record_id", sa.Uuid(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_access_entry_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_entry")),
    )
    op.create_index(
        op.f("ix_access_entry_inmate_id_at"), "access_entry", ["inmate_id", "at"], unique=False
    )
    op.create_index(
        op.f("ix_access_entry_officer_id_at"), "access_entry", ["officer_id", "at"], unique=False
    )
    op.bulk_insert(
        sa.table("change_counter", sa.column("topic"), sa.column("revision")),
        [{"topic": topic, "revision": 0} for topic in TOPICS],
    )
    for table in KEPT:
        keep_rows(table)


def downgrade() -> None:
    for table in (
        "access_entry",
        "contact_officer_period",
        "stay",
        "inmate",
        "place",
        "threshold",
        "key_wrap",
        "officer",
        "prison",
        "change_counter",
    ):
        op.drop_table(table)
