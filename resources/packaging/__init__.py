"""What turns the source into something to install: ``make installer``."""
