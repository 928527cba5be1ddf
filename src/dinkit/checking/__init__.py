"""Runs the rules over a network."""
