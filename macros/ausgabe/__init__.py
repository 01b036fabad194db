"""Views -> pages, snippets, tables, feeds and documents."""
