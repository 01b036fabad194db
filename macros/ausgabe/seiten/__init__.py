"""Generated pages, and what the theme shows around every page."""
