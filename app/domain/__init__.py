"""Rules in plain Python: no database, no screen, and no clock but the one handed in."""
