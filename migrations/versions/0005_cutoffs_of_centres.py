"""Cut-offs of detection that a hospital sets for itself."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "centre_cutoffs",
        sa.Column("setting_id", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("set_by_id", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("setting_id", name=op.f("centre_cutoffs_pk")),
        comment="Cut-offs of detection that a hospital set for itself; the last one holds",
    )
    op.create_index(
        op.f("centre_cutoffs_hospital_index"), "centre_cutoffs", ["hospital"], unique=False
    )
