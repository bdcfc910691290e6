"""Putting the program together: the only package that knows all others."""
