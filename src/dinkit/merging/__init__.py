"""Three versions of one file -> one file with the changes of both sides, by element and by field; what cannot be both is a conflict."""
