"""Alembic's entry: the connection comes from ``dispatch.store.migrate``, which locks."""

from alembic import context

from dispatch.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
