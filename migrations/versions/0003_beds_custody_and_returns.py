"""Rows written before: whose bed is held since when, and closures that had no author."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """update transfer
        set doc = jsonb_set(doc, '{bed_held_at}', doc -> 'agreement' -> 'agreed_at')
        where is_open and jsonb_typeof(doc -> 'agreement') = 'object'"""
    )
    op.execute(
        """update beds
        set doc = (doc - 'is_closed') || jsonb_build_object('closure', jsonb_build_object(
            'reason', '', 'closed_by', coalesce(doc ->> 'reported_by', ''),
            'closed_at', doc -> 'reported_at', 'ends_at', null, 'overridden', 0))
        where (doc ->> 'is_closed')::boolean and jsonb_typeof(doc -> 'reported_at') = 'string'"""
    )
