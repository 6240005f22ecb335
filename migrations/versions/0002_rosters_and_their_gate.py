"""Duty rosters, and the gate: an agreement is one that the log tells, by a doctor on duty."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "duty",
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.CheckConstraint("starts_at <= ends_at", name=op.f("duty_in_order")),
        sa.PrimaryKeyConstraint("shift_id", name=op.f("duty_pk")),
        comment="Who is on duty when; ended early, never deleted",
    )
    op.create_index(op.f("duty_ends_at_index"), "duty", ["ends_at"], unique=False)
    op.add_column("agreement", sa.Column("recorded_by_id", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("agreement_phone_by_another"),
        "agreement",
        "recorded_by_id is null or recorded_by_id <> intensivist_id",
    )
    op.execute(
        """create function agreement_is_gated() returns trigger language plpgsql as $$ begin
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
        then raise exception 'not on duty there and then'
            using errcode = 'check_violation', constraint = 'agreement_on_duty';
        end if;
        return new; end $$"""
    )
    op.execute(
        """create trigger agreement_gate after insert or update on agreement
        for each row execute function agreement_is_gated()"""
    )
