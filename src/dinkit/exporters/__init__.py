"""The formats in which dinkit prints facts, findings and networks: one file each. Files with a leading underscore are shared."""
