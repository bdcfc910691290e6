"""Encrypted files of the workstation itself, the same on both engines."""
