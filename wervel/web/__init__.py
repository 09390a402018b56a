"""What Streamlit does not serve: the page around it, emergency, assets, headers, health."""
