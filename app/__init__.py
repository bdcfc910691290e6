"""Mulighet, the desktop program for the officers of a prison unit."""
