"""What is kept between sessions: contracts seen, reviews, the lawyer's decisions, settings."""

from app.storage.errors import DamagedStoreError, NewerStoreError, StorageError
from app.storage.store import RecentContract, Store, default_path

__all__ = ["DamagedStoreError", "NewerStoreError", "RecentContract", "StorageError", "Store", "default_path"]
