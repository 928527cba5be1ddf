"""Bytes + edits -> bytes: what dinkit changes in a user's file it splices in, and every other byte stays."""
