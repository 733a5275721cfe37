"""Holding records against lists of sanctions and exclusions.

``reading`` reads the lists, ``lists`` keeps them, ``names`` says how far two names agree, ``hits`` holds a record against them and takes
decisions, ``jobs`` does it for every record that is new or has changed. A name alone never proves anything, and nobody passes in silence:
each record says when it was looked at, and a hit is cleared by two people who say why.
"""
