"""The shell: layout, components, home, search, account pages, static files. See README.md."""
