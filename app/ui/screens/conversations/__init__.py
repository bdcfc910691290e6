"""Conversations: the side panel they are written in, the log, and drafts offered back."""
