"""What Alembic runs: every missing step on the connection that it was handed."""

from alembic import context

from bootcamp_app.storage.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
