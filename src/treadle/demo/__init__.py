"""The demonstration network, and the builders by which tests make the same kinds of records."""
