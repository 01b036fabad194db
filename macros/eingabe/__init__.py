"""What people deliver, read once: one reader per kind of value, for form, workbook, table and command line alike.

A reader takes the text as it was typed and gives it back as the data have it, or raises `Einwand` with what to write.
"""
