"""A second open request of one patient may be asked for, when it is known to be one."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INDEX = "transfer_one_open_per_patient"


def upgrade() -> None:
    op.add_column(
        "transfer",
        sa.Column("is_twin", sa.Boolean(), nullable=False, server_default="false"),
    )
    op.drop_index(INDEX, table_name="transfer")
    op.create_index(
        INDEX,
        "transfer",
        ["patient_key"],
        unique=True,
        postgresql_where=sa.text("is_open and not is_twin"),
    )
