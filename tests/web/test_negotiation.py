"""What a browser takes and what it has: headers as they come, also odd ones."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.web.negotiation import IDENTITY, choose, knows
from wervel.web.packed import ENCODINGS


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("br; q=0.5 , gzip;q=0.5", "br"),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0, br;q=0.0", IDENTITY),
        ("gzip;q=0.1, identity;q=0.9", IDENTITY),
        ("", IDENTITY),
        ("identity", IDENTITY),
        ("deflate", IDENTITY),
        ("gzip;q=often", IDENTITY),
        ("gzip;q=1e999", IDENTITY),
        ("gzip;q=nan", IDENTITY),
        ("gzip;level=9", "gzip"),
        (";q=1,,;", IDENTITY),
    ],
)
def test_the_form_goes_to_those_who_take_it(header: str, form: str):
    assert choose(header, ENCODINGS) == form


@given(st.text(alphabet=string.printable))
def test_any_header_has_an_answer_that_it_names(header: str):
    form = choose(header, ENCODINGS)
    assert form == IDENTITY or form in header.lower() or "*" in header


@pytest.mark.parametrize("header", ['"a"', 'W/"a"', '"b", W/"a"', "*", ' "b" ,"a" '])
def test_a_version_that_is_named_is_known(header: str):
    assert knows(header, 'W/"a"')


@pytest.mark.parametrize("header", ["", '"b"', "a", '"a'])
def test_another_version_is_not(header: str):
    assert not knows(header, 'W/"a"')
