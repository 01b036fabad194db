"""Charts as pictures, legends, tables and alternative texts."""
