"""The first window: making a prison, and signing in. Imports nothing heavy."""
