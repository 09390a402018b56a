"""Composition root: the ASGI app. `python app.py`, `streamlit run app.py` and `uvicorn app:app` all serve all of it."""

import os

import streamlit as st

from wervel import ROOT
from wervel.web import address, compose

address.from_environment()
os.chdir(ROOT)  # Streamlit looks for .streamlit/config.toml in the folder it is started from

app = st.App(
    ROOT / "wervel" / "shell.py",
    routes=compose.routes(),
    middleware=compose.middleware(),
    lifespan=compose.lifespan,
    on_script_error=compose.on_script_error,
)

if __name__ == "__main__":
    app.run(config=address.overrides(os.environ))
