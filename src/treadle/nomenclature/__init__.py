"""What things are called: classifications in many languages, concordances, places and units. See README.md."""
