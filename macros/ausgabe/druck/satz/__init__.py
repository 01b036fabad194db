"""The print tree and its setting with Typst."""
