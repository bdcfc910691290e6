"""command_line layer."""
