"""Staying strong: what fits a person this week, norms, walking plan, weight, rulers, flare-up plan. Pure: no words."""
