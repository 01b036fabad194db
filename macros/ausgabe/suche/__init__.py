"""The search index and what it leads to."""
