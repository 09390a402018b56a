"""The articulated figure of the exercises: joint angles -> joints -> a drawing. Pure: no Streamlit, no web."""
