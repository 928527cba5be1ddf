"""The timeline: the efforts as bars over the years, with dates no more precise than they are known."""
