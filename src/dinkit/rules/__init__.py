"""The rules, one file each; a file that stands here is in the catalogue."""
