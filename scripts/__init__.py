"""Entry points: argparse, one call, an exit code."""
