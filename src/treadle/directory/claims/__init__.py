"""Taking a record over: who says that it is theirs, how they show it, and what becomes of it.

``ways`` says what is open to a person, ``codes`` makes the codes, ``actions`` holds every write, ``registers`` loads a register and holds
a number against it, ``clock`` reminds and lapses, ``changes`` tells what an owner changed since.
"""
