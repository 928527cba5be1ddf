"""Several models beside each other: what each programme has, what they share, and who goes by two names. Pure functions on loaded networks."""
