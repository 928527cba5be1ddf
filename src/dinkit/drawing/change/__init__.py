"""One picture of a change: what was, what is and what differs, every element where it stood."""
