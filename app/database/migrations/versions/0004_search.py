"""Search over a whole prison: trigrams of every conversation, and the texts of every plan.

The embedded database keeps an FTS5 index whose rows are numbered by the entry's moment, so that
the newest hits come first without sorting; triggers keep it. PostgreSQL keeps a trigram index.
"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.foundation.folding import fold

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Room for a million entries within one second.
_FIRST = "(unixepoch({0}.occurred_at) << 20)"
_LAST = "((unixepoch({0}.occurred_at) + 1) << 20)"
_FREE = (
    "max({first}, coalesce((SELECT max(position) + 1 FROM conversation_position"
    " WHERE position >= {first} AND position < {last}), 0))"
).format(first=_FIRST.format("new"), last=_LAST.format("new"))
_ADD = (
    "INSERT INTO conversation_position (position, conversation_id, inmate_id)"
    f" SELECT {_FREE}, new.id, new.inmate_id;"
    " INSERT INTO conversation_words (rowid, folded)"
    " SELECT position, new.folded FROM conversation_position WHERE conversation_id = new.id;"
)
_REMOVE = (
    "INSERT INTO conversation_words (conversation_words, rowid, folded)"
    " SELECT 'delete', position, old.folded FROM conversation_position"
    " WHERE conversation_id = old.id;"
    " DELETE FROM conversation_position WHERE conversation_id = old.id;"
)
_EMBEDDED = (
    (
        "CREATE TABLE conversation_position (position INTEGER PRIMARY KEY,"
        " conversation_id CHAR(32) NOT NULL UNIQUE, inmate_id CHAR(32) NOT NULL)"
    ),
    (
        "INSERT INTO conversation_position (position, conversation_id, inmate_id)"
        " SELECT (unixepoch(occurred_at) << 20) - 1"
        " + row_number() OVER (PARTITION BY unixepoch(occurred_at) ORDER BY id), id, inmate_id"
        " FROM conversation"
    ),
    (
        "CREATE VIEW conversation_words_source AS SELECT position, folded"
        " FROM conversation_position JOIN conversation ON id = conversation_id"
    ),
    (
        "CREATE VIRTUAL TABLE conversation_words USING fts5(folded, tokenize = 'trigram',"
        " detail = none, content = 'conversation_words_source', content_rowid = 'position')"
    ),
    "INSERT INTO conversation_words (conversation_words) VALUES ('rebuild')",
    f"CREATE TRIGGER conversation_added AFTER INSERT ON conversation BEGIN {_ADD} END",
    f"CREATE TRIGGER conversation_removed AFTER DELETE ON conversation BEGIN {_REMOVE} END",
    (
        "CREATE TRIGGER conversation_altered AFTER UPDATE OF folded, occurred_at ON conversation"
        f" BEGIN {_REMOVE} {_ADD} END"
    ),
)
_EMBEDDED_AWAY = (
    "DROP TRIGGER conversation_altered",
    "DROP TRIGGER conversation_removed",
    "DROP TRIGGER conversation_added",
    "DROP TABLE conversation_words",
    "DROP VIEW conversation_words_source",
    "DROP TABLE conversation_position",
)


def upgrade() -> None:
    op.create_table(
        "plan_text",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("inmate_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["inmate_id"], ["inmate.id"], name=op.f("fk_plan_text_inmate_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_text_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "position", name=op.f("pk_plan_text")),
    )
    op.create_index(op.f("ix_plan_text_inmate_id"), "plan_text", ["inmate_id"], unique=False)
    _fill_plan_texts()
    if op.get_bind().dialect.name == "sqlite":
        for statement in _EMBEDDED:
            op.get_bind().exec_driver_sql(statement)
        return
    op.create_index("ix_conversation_newest", "conversation", ["occurred_at", "id"])
    op.create_index(
        "ix_conversation_words",
        "conversation",
        ["folded"],
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )


def _fill_plan_texts() -> None:
    connection = op.get_bind()
    plan = sa.table("plan", sa.column("id"), sa.column("inmate_id"), sa.column("content"))
    text = sa.table(
        "plan_text",
        *map(sa.column, ("plan_id", "position", "inmate_id", "part", "text", "folded")),
    )
    rows = [
        {
            "plan_id": row.id,
            "position": position,
            "inmate_id": row.inmate_id,
            "part": part,
            "text": words,
            "folded": fold(words),
        }
        for row in connection.execute(sa.select(plan))
        for position, (part, words) in enumerate(_texts(json.loads(row.content)))
    ]
    if rows:
        connection.execute(sa.insert(text), rows)


def _texts(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for goal in content["goals"]:
        yield "goal", goal["title"]
        for step in goal["steps"]:
            yield "step", " · ".join(filter(None, (step["title"], step["partner"])))
        if note := "\n".join(filter(None, (goal["note"], goal["stop_text"]))):
            yield "note", note
    if content["own_words"]:
        yield "own_words", content["own_words"]
    for declined in content["declined"]:
        yield "declined", " · ".join(filter(None, (declined["what"], declined["reason"])))
    if note := "\n".join(filter(None, (content["agreement_reason"], content["internal_note"]))):
        yield "note", note


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for statement in _EMBEDDED_AWAY:
            op.get_bind().exec_driver_sql(statement)
    else:
        op.drop_index("ix_conversation_words", "conversation")
        op.drop_index("ix_conversation_newest", "conversation")
    op.drop_table("plan_text")
