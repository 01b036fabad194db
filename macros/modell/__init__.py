"""The records of a living concept: frozen, typed, free of I/O."""
