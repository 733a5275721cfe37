"""Two records of one body made one, with eyes open, and taken apart again.

``relations`` is the one place where every field that points at an organisation says what becomes of it; other domains declare theirs there.
``preview`` shows beforehand what would be kept, added, moved and seen by whom; ``actions`` merges and undoes; ``pairs`` finds likely pairs,
takes flags and decisions.
"""
