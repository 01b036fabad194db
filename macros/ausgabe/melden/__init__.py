"""Findings, comparisons and ways to report, in words."""
