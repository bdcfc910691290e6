"""The plan of one person: goals with steps, the person's own words and answer, its versions."""
