"""The tables. Rows carry the struct as ``doc``; columns beside it are those that constraints,
indexes and people with a database prompt need. ``migrations/`` is the same in steps, and adds
the triggers that keep the log append-only and the agreements gated.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_name)s_unique",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_name)s_known",
        "ix": "%(table_name)s_%(column_0_name)s_index",
    }
)

Instant = DateTime(timezone=True)

log = Table(
    "log",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("transfer_id", Text, index=True),
    Column("event", JSONB, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("is_late_entry", Boolean, nullable=False, server_default="false"),
    comment="Append-only and gapless; a trigger refuses update, delete and truncate",
)

log_head = Table(
    "log_head",
    metadata,
    Column("is_head", Boolean, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    CheckConstraint("is_head", name="one_row"),
    comment="The number of the last event; locking it orders the commits",
)

transfer = Table(
    "transfer",
    metadata,
    Column("transfer_id", Text, primary_key=True),
    Column("version", BigInteger, nullable=False, index=True),
    Column("is_open", Boolean, nullable=False),
    Column("is_followed", Boolean, nullable=False, server_default="false"),
    Column("stage", Text, nullable=False),
    Column("referring", Text, nullable=False),
    Column("patient_key", Text, nullable=False),
    Column("is_twin", Boolean, nullable=False, server_default="false"),
    Column("doc", JSONB, nullable=False),
)
Index(
    "transfer_one_open_per_patient",
    transfer.c.patient_key,
    unique=True,
    postgresql_where=transfer.c.is_open & ~transfer.c.is_twin,
)
Index("transfer_followed", transfer.c.is_followed, postgresql_where=transfer.c.is_followed)
Index("transfer_open", transfer.c.is_open, postgresql_where=transfer.c.is_open)

unit = Table(
    "unit",
    metadata,
    Column("unit_id", Text, primary_key=True),
    Column("version", BigInteger, nullable=False, index=True),
    Column("doc", JSONB, nullable=False),
)

pre_alert = Table(
    "pre_alert",
    metadata,
    Column("pre_alert_id", Text, primary_key=True),
    Column("version", BigInteger, nullable=False, index=True),
    Column("is_open", Boolean, nullable=False),
    Column("stage", Text, nullable=False),
    Column("hospital", Text, nullable=False),
    Column("doc", JSONB, nullable=False),
    comment="Patients on the way to a hospital that can confirm; never a transfer",
)
Index("pre_alert_open", pre_alert.c.is_open, postgresql_where=pre_alert.c.is_open)

agreement = Table(
    "agreement",
    metadata,
    Column("transfer_id", Text, ForeignKey("transfer.transfer_id"), primary_key=True),
    Column("hospital", Text, nullable=False),
    Column("intensivist_id", Text, nullable=False),
    Column("yes_count", SmallInteger, nullable=False),
    Column("agreed_at", Instant, nullable=False),
    Column("recorded_by_id", Text),
    CheckConstraint("yes_count = 4", name="four_of_four"),
    CheckConstraint(
        "recorded_by_id is null or recorded_by_id <> intensivist_id", name="phone_by_another"
    ),
    comment="4 of 4 by the receiving hospital; without its row no mission can exist",
)

mission = Table(
    "mission",
    metadata,
    Column("unit_id", Text, ForeignKey("unit.unit_id"), primary_key=True),
    Column("transfer_id", Text, ForeignKey("agreement.transfer_id"), nullable=False),
    UniqueConstraint("transfer_id"),
    comment="Live assignments only: one per unit, one per transfer",
)

beds = Table(
    "beds",
    metadata,
    Column("hospital", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("version", BigInteger, nullable=False, index=True),
    Column("total", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("free", Integer, nullable=False),
    Column("doc", JSONB, nullable=False),
    CheckConstraint("free = greatest(0, total - used - held)", name="add_up"),
    CheckConstraint("held >= 0 and free >= 0 and used >= 0", name="not_negative"),
)

command = Table(
    "command",
    metadata,
    Column("actor_id", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    comment="Idempotency keys with the receipt of the first use",
)

transfer_number = Table(
    "transfer_number",
    metadata,
    Column("number", BigInteger, Identity(start=1001), primary_key=True),
    comment="Numbers people say aloud; they may skip, never repeat",
)

position = Table(
    "position",
    metadata,
    Column("unit_id", Text, ForeignKey("unit.unit_id"), primary_key=True),
    Column("lat", Double, nullable=False),
    Column("lon", Double, nullable=False),
    Column("seen_at", Instant, nullable=False, index=True),
    Column("heading_deg", Double),
    comment="Latest only, never in the log",
)

person = Table(
    "person",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("username", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("hospital", Text),
    Column("unit_id", Text),
    Column("language", Text, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("is_demo", Boolean, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.person_id"), nullable=False, index=True),
    Column("signed_in_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    comment="Only hashes of tokens are kept",
)

duty = Table(
    "duty",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("hospital", Text, nullable=False),
    Column("person_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False, index=True),
    Column("added_by", Text, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("ended_by", Text),
    CheckConstraint("starts_at <= ends_at", name="in_order"),
    comment="Who is on duty when; ended early, never deleted",
)

centre_cutoffs = Table(
    "centre_cutoffs",
    metadata,
    Column("setting_id", Text, primary_key=True),
    Column("hospital", Text, nullable=False, index=True),
    Column("set_by_id", Text, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("doc", JSONB, nullable=False),
    comment="Cut-offs of detection that a hospital set for itself; the last one holds",
)

antibiotic_protocol = Table(
    "antibiotic_protocol",
    metadata,
    Column("setting_id", Text, primary_key=True),
    Column("hospital", Text, nullable=False),
    Column("care", Text, nullable=False),
    Column("focus", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("set_by_id", Text, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("doc", JSONB, nullable=False),
    UniqueConstraint(
        "hospital", "care", "focus", "version", name="antibiotic_protocol_one_of_a_number"
    ),
    comment="Antibiotic protocols of hospitals; a trigger refuses update, delete and truncate",
)
