"""Files in: places, the roll and conversations, read from CSV without a database."""
