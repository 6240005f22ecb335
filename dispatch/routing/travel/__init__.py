"""Roads and minutes: how long a drive takes, on whose word, and what is asked live."""
