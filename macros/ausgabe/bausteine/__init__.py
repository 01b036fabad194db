"""What hand-written pages can show, one function each."""
