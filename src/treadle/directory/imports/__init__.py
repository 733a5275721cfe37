"""Spreadsheets of organisations: read, checked, compared with the directory, repaired in the browser, written, undone.

``reading`` gives rows of any CSV or XLSX; ``columns`` knows what a column may be and ``cells`` reads its values; ``checking`` turns a row
into what it says and what is wrong with it; ``comparing`` holds it against the directory; ``batches`` has every action; ``writing`` does
the writing and the undoing in steps that a killed worker resumes.
"""
