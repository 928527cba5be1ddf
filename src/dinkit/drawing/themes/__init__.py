"""The efforts by theme: the picture of a network without goals, in which every effort is a row and no line is drawn."""
