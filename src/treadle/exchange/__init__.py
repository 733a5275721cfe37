"""Needs and offers, enquiries, invitations, introductions, outcomes. See README.md."""
