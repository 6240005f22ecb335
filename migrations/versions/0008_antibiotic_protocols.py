"""Antibiotic protocols of hospitals, a version a row; none is ever changed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "antibiotic_protocol",
        sa.Column("setting_id", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("care", sa.Text(), nullable=False),
        sa.Column("focus", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("set_by_id", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("setting_id", name=op.f("antibiotic_protocol_pk")),
        sa.UniqueConstraint(
            "hospital", "care", "focus", "version", name="antibiotic_protocol_one_of_a_number"
        ),
        comment="Antibiotic protocols of hospitals; a trigger refuses update, delete and truncate",
    )
    op.execute(
        """create function protocols_are_kept() returns trigger language plpgsql as
        $$ begin raise exception 'versions of a protocol are kept as they are'; end $$"""
    )
    op.execute(
        """create trigger protocols_kept before update or delete on antibiotic_protocol
        for each row execute function protocols_are_kept()"""
    )
    op.execute(
        """create trigger protocols_no_truncate before truncate on antibiotic_protocol
        for each statement execute function protocols_are_kept()"""
    )
