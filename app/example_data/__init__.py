"""example_data layer."""
