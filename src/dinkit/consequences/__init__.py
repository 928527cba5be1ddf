"""What changes mean: for the cover of goals, findings, money, stakeholders, targets and reviews; one sentence each, in both languages."""
