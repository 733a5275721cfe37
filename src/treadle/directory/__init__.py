"""Who is there: organisations, people, memberships, centres, capabilities, certificates. See README.md."""
