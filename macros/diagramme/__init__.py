"""DataFrame -> altair.Chart: pure functions, one module per chart family, no words and no I/O."""
