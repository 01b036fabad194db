"""Writes records: one canonical form, drafts that are checked before a file is touched, Excel, forms, scaffolds."""
