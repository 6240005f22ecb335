"""Rows written before: whose bed is held since when, closures that had no author, and the
patients handed over who are still followed. The gate lets a return to a ward be agreed by a
doctor who is not on duty in an ICU; nothing else of it changes.
"""

import sqlalchemy as sa
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
    op.add_column(
        "transfer",
        sa.Column("is_followed", sa.Boolean(), server_default="false", nullable=False),
    )
    op.create_index(
        "transfer_followed",
        "transfer",
        ["is_followed"],
        unique=False,
        postgresql_where="is_followed",
    )
    op.execute("update transfer set is_followed = true where stage = 'handed_over'")
    op.execute(
        """create or replace function agreement_is_gated() returns trigger
        language plpgsql as $$ begin
        if not exists (
            select from log where log.transfer_id = new.transfer_id
            and log.name = 'transfer.accepted' and log.occurred_at = new.agreed_at
            and log.event->>'hospital' = new.hospital
            and log.event->>'intensivist_id' = new.intensivist_id
            and log.event->>'recorded_by_id' is not distinct from new.recorded_by_id
            and (new.recorded_by_id is null or (log.event->>'read_back')::boolean)
            and (select count(*) = 4 and count(*) filter (where value <> 'yes') = 0
                 from jsonb_each_text(log.event->'answers')))
        then raise exception 'no acceptance in the log'
            using errcode = 'check_violation', constraint = 'agreement_told_by_the_log';
        end if;
        if exists (
            select from transfer where transfer.transfer_id = new.transfer_id
            and transfer.doc->>'referring_doctor_id' = new.intensivist_id)
        then raise exception 'agreed by who asked'
            using errcode = 'check_violation', constraint = 'agreement_not_the_own';
        end if;
        if not exists (
            select from duty where duty.hospital = new.hospital
            and duty.person_id = new.intensivist_id
            and duty.starts_at <= new.agreed_at and new.agreed_at < duty.ends_at)
        and not exists (
            select from log where log.transfer_id = new.transfer_id
            and log.name = 'transfer.requested' and log.event->>'returns' is not null
            and not coalesce((log.event->'needs'->>'icu')::boolean, true))
        then raise exception 'not on duty there and then'
            using errcode = 'check_violation', constraint = 'agreement_on_duty';
        end if;
        return new; end $$"""
    )
