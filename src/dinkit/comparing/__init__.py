"""What two networks have in common: which element is which (matching), and what happened to each (changes)."""
