"""The facts that dinkit can tell about a network: one file each, registered by being here. Files with a leading underscore are shared."""
