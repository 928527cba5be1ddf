"""What a DIN is: kinds, the one relation table, records, values and the words for them."""
