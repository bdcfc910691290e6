"""One person: the banner with tabs, and the forms that add, correct and place people."""
