"""What a building wears when nobody looks into it."""
