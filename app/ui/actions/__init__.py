"""What can be done in the program: one list, and the context menus that are made from it."""
