"""A line of the log says whether headquarters entered it from paper."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "log",
        sa.Column("is_late_entry", sa.Boolean(), nullable=False, server_default="false"),
    )
