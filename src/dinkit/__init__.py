"""dinkit: a Doelen-Inspanningen-Netwerk as text, validated, analysed and drawn."""
