"""German words: letters, numbers, days and sentences as readers expect them. Knows nothing of the project."""
