"""Beds promised beyond those reported: free is what is left of the report, never less than none,
and the total is the report's own.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("beds_add_up"), "beds", type_="check")
    op.create_check_constraint(
        op.f("beds_add_up"), "beds", "free = greatest(0, total - used - held)"
    )
