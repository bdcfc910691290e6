"""The program without windows: one subcommand does one thing and ends.

The shapes of what is printed are a contract (docs/guide/kommandolinje.md): extended, never broken.
Data goes to stdout, messages to stderr.
"""
