"""The settings of this machine and this prison, each with where its value is from."""
