"""How a network looks: from resolved values to the bytes of a picture."""
