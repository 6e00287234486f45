"""Event ↔ tables: `schema` (the Arrow columns), `tables` (Delta commits), `query` (`Store`)."""

from ghatna.store.query import Store

__all__ = ["Store"]
