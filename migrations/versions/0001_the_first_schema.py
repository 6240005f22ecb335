"""The first schema: the log, the rows that follow from it, people and their sessions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "beds",
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("held + free + used = total", name=op.f("beds_add_up")),
        sa.CheckConstraint(
            "held >= 0 and free >= 0 and used >= 0", name=op.f("beds_not_negative")
        ),
        sa.PrimaryKeyConstraint("hospital", "kind", name=op.f("beds_pk")),
    )
    op.create_index(op.f("beds_version_index"), "beds", ["version"], unique=False)
    op.create_table(
        "command",
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", "key", name=op.f("command_pk")),
        comment="Idempotency keys with the receipt of the first use",
    )
    op.create_table(
        "log",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("transfer_id", sa.Text(), nullable=True),
        sa.Column("event", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_role", sa.Text(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("log_pk")),
        comment="Append-only and gapless; a trigger refuses update, delete and truncate",
    )
    op.create_index(op.f("log_transfer_id_index"), "log", ["transfer_id"], unique=False)
    op.create_table(
        "log_head",
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("is_head", name=op.f("log_head_one_row")),
        sa.PrimaryKeyConstraint("is_head", name=op.f("log_head_pk")),
        comment="The number of the last event; locking it orders the commits",
    )
    op.create_table(
        "person",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=True),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("person_pk")),
        sa.UniqueConstraint("username", name=op.f("person_username_unique")),
    )
    op.create_table(
        "transfer",
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("referring", sa.Text(), nullable=False),
        sa.Column("patient_key", sa.Text(), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("transfer_id", name=op.f("transfer_pk")),
    )
    op.create_index(
        "transfer_one_open_per_patient",
        "transfer",
        ["patient_key"],
        unique=True,
        postgresql_where="is_open",
    )
    op.create_index(
        "transfer_open", "transfer", ["is_open"], unique=False, postgresql_where="is_open"
    )
    op.create_index(op.f("transfer_version_index"), "transfer", ["version"], unique=False)
    op.create_table(
        "transfer_number",
        sa.Column(
            "number", sa.BigInteger(), sa.Identity(always=False, start=1001), nullable=False
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("transfer_number_pk")),
        comment="Numbers people say aloud; they may skip, never repeat",
    )
    op.create_table(
        "unit",
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("unit_pk")),
    )
    op.create_index(op.f("unit_version_index"), "unit", ["version"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("intensivist_id", sa.Text(), nullable=False),
        sa.Column("yes_count", sa.SmallInteger(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("yes_count = 4", name=op.f("agreement_four_of_four")),
        sa.ForeignKeyConstraint(
            ["transfer_id"], ["transfer.transfer_id"], name=op.f("agreement_transfer_id_known")
        ),
        sa.PrimaryKeyConstraint("transfer_id", name=op.f("agreement_pk")),
        comment="4 of 4 by the receiving hospital; without its row no mission can exist",
    )
    op.create_table(
        "position",
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heading_deg", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.unit_id"], name=op.f("position_unit_id_known")
        ),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("position_pk")),
        comment="Latest only, never in the log",
    )
    op.create_index(op.f("position_seen_at_index"), "position", ["seen_at"], unique=False)
    op.create_table(
        "session",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("session_person_id_known")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("session_pk")),
        comment="Only hashes of tokens are kept",
    )
    op.create_index(op.f("session_person_id_index"), "session", ["person_id"], unique=False)
    op.create_table(
        "mission",
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transfer_id"], ["agreement.transfer_id"], name=op.f("mission_transfer_id_known")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.unit_id"], name=op.f("mission_unit_id_known")
        ),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("mission_pk")),
        sa.UniqueConstraint("transfer_id", name=op.f("mission_transfer_id_unique")),
        comment="Live assignments only: one per unit, one per transfer",
    )
    op.execute(
        """create function log_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the log is append-only'; end $$"""
    )
    op.execute(
        """create trigger log_append_only before update or delete on log
        for each row execute function log_is_append_only()"""
    )
    op.execute(
        """create trigger log_no_truncate before truncate on log
        for each statement execute function log_is_append_only()"""
    )
    op.execute("insert into log_head (is_head, seq) values (true, 0)")
