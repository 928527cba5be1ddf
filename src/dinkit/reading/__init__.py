"""From text to network: YAML with positions, validated, names resolved."""
