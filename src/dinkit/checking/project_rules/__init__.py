"""The rules that a project writes itself, as data: looked for in a network, told in words, and checked against each other."""
