"""The settings of the headers: what is allowed, and one line when a setting makes no sense."""

from __future__ import annotations

import pytest

from wervel.web.headers import CONTENT_SECURITY_POLICY, allowed_hosts, frame_ancestors, security_headers


def test_nobody_frames_us_by_default_and_any_name_is_answered():
    assert frame_ancestors({}) == "'none'"
    assert allowed_hosts({}) == ["*"]


def test_a_clinic_may_show_us_in_its_page():
    headers = security_headers({"WERVEL_FRAME_ANCESTORS": "'self' https://*.clinic.example:8443"})
    assert "frame-ancestors 'self' https://*.clinic.example:8443;" in headers["content-security-policy"]
    assert frame_ancestors({"WERVEL_FRAME_ANCESTORS": " "}) == "'none'"


@pytest.mark.parametrize("value", ["*; script-src *", "https://a.example/;x", "a\nb: c", "'unsafe-inline'"])
def test_no_other_policy_comes_in_by_a_setting(value: str):
    with pytest.raises(SystemExit, match="WERVEL_FRAME_ANCESTORS"):
        frame_ancestors({"WERVEL_FRAME_ANCESTORS": value})


def test_hosts():
    assert allowed_hosts({"WERVEL_ALLOWED_HOSTS": "back.example, *.back.example,"}) == [
        "back.example",
        "*.back.example",
    ]
    with pytest.raises(SystemExit, match="WERVEL_ALLOWED_HOSTS"):
        allowed_hosts({"WERVEL_ALLOWED_HOSTS": "https://back.example"})


def test_a_script_more_is_named_beside_the_others():
    policy = security_headers({}, script="'sha256-x'")["content-security-policy"]
    assert f"script-src {CONTENT_SECURITY_POLICY['script-src']} 'sha256-x';" in policy
