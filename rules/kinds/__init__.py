"""The few kinds of rule: what a sentence says, a rate, a check of facts, something missing."""
