"""The reporting round: a workbook and a letter for everyone who reports, and all that comes back, at once."""
