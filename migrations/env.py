"""Alembic's entry: the connection comes locked from ``dispatch.store.postgres.migrate``."""

from alembic import context

from dispatch.store.postgres.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
