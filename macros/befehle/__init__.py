"""Adapter: the command `konzept`, one module per subcommand; it may import everything, nothing imports it."""
