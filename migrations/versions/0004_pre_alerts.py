"""Pre-alerts: patients on the way to a hospital that can confirm the sepsis."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pre_alert",
        sa.Column("pre_alert_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("pre_alert_id", name=op.f("pre_alert_pk")),
        comment="Patients on the way to a hospital that can confirm; never a transfer",
    )
    op.create_index(op.f("pre_alert_version_index"), "pre_alert", ["version"], unique=False)
    op.create_index(
        "pre_alert_open", "pre_alert", ["is_open"], unique=False, postgresql_where="is_open"
    )
