"""The editing surface in the browser: its page, and its configuration made from the model."""
