"""The Excel round trip: a workbook out of a Plan, and only what was changed in it back into the data."""
