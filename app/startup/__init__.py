"""startup layer."""
