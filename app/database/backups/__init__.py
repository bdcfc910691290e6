"""Backups of both engines: one sealed file each, proved by a restore."""
