"""The database: how rows are kept, journaled, merged, migrated and backed up."""
