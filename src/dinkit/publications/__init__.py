"""The reports that dinkit can write for people: one file each, registered by being here. Files with a leading underscore are shared."""
