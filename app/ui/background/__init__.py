"""Work away from the window's thread, and news of what others saved."""
