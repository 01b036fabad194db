"""The print tree as a Word file."""
