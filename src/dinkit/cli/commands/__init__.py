"""The commands, one file each; a file that stands here is a command."""
