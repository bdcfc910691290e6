"""Bringing files in, accounts, thresholds, and which program this is."""
