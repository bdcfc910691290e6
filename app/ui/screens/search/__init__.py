"""Search over conversations and plans of the whole prison."""
