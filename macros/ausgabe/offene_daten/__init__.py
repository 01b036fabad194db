"""Files for other programs: CSV, JSON, catalogues and feeds."""
