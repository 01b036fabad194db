"""Plan (+ stichtag) -> small view objects and DataFrames."""
