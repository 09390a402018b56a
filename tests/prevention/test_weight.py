"""Height and weight: the limits, no judgement where there is none, and a question back instead of a wrong number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.content import content
from wervel.prevention.records import Body
from wervel.prevention.rulers import VALUES, leads_to_people, values_to_people
from wervel.prevention.weight import FOOT, HEIGHT, INCH, POUND, WEIGHT, Question, Result, group_of, look, metric


def body(height=None, weight=None, units="metric", **more) -> Body:
    return Body(kind="body", units=units, height=height, weight=weight, **more)


def result(*given_values, **more) -> Result:
    found = look(body(*given_values, **more))
    assert isinstance(found, Result), found
    return found


def question(*given_values, **more) -> Question:
    found = look(body(*given_values, **more))
    assert isinstance(found, Question), found
    return found


@pytest.mark.parametrize(
    ("bmi", "lower", "group"),
    [(18.4, False, "low"), (18.5, False, "middle"), (24.9, False, "middle"), (25, False, "over"), (29.9, False, "over"),
     (30, False, "high"), (18.5, True, "middle"), (22.9, True, "middle"), (23, True, "over"), (27.4, True, "over"),
     (27.5, True, "high")],
)  # fmt: skip
def test_each_limit_belongs_to_the_group_above_it(bmi, lower, group):
    assert group_of(bmi, lower=lower) == group


def test_a_result():
    found = result(175, 80, waist=90)
    assert (found.bmi, found.group, found.five_percent, found.waist) == (26.1, "over", 4.0, True)
    assert found.limits == (25, 30)
    assert result(175, 70, waist=80).waist is False
    assert result(175, 70).waist is None
    assert result(175, 70).five_percent is None
    assert result(175, 72, traits=("origin",)).group == "over"


@pytest.mark.parametrize("trait", ["pregnant", "under18"])
def test_no_judgement_where_there_is_none(trait):
    found = result(175, 120, waist=130, traits=(trait,))
    assert (found.group, found.five_percent, found.waist) == (None, None, None)
    assert trait in found.traits


def test_the_age_of_the_check_counts():
    found = look(body(175, 120), under18=True)
    assert isinstance(found, Result)
    assert found.group is None
    assert found.traits == ("under18",)


@pytest.mark.parametrize("trait", ["muscle", "over70", "origin"])
def test_other_limits_are_told_and_judged(trait):
    assert result(175, 120, traits=(trait,)).group == "high"
    assert result(175, 120, traits=(trait,)).traits == (trait,)


SLIPS = [
    (body(), "height", "missing", None),
    (body(175), "weight", "missing", None),
    (body(0, 80), "height", "missing", None),
    (body(18, 80), "height", "digit", {"height": 180}),
    (body(1.75, 80), "height", "metres", {"height": 175}),
    (body(5.9, 80), "height", "feet", {"height": 180}),
    (body(69, 80), "height", "inches", {"height": 175}),
    (body(1750, 80), "height", "millimetres", {"height": 175}),
    (body(80, 175), "height", "swapped", {"height": 175, "weight": 80}),
    (body(30, 20), "height", "unlikely", None),
    (body(175, 12), "weight", "stone", {"weight": 76.2}),
    (body(175, 805), "weight", "digit", {"weight": 80.5}),
    (body(175, 4), "weight", "unlikely", None),
    (body(175, 80, waist=35), "waist", "inches", {"waist": 89}),
    (body(175, 80, waist=900), "waist", "millimetres", {"waist": 90}),
    (body(175, 80, waist=5), "waist", "unlikely", None),
    (body(175, 180, "imperial", inches=9), "height", "centimetres", {"height": 5, "inches": 9}),
    (body(69, 180, "imperial"), "height", "inches", {"height": 5, "inches": 9}),
    (body(5, 12, "imperial", inches=9), "weight", "stone", {"weight": 168}),
    (body(5, 40, "imperial", inches=9), "weight", "kilograms", {"weight": 88}),
    (body(5, 180, "imperial", inches=9, waist=90), "waist", "centimetres", {"waist": 35}),
    (body(249, 26), "height", "unlikely", None),
]


@pytest.mark.parametrize(("given_body", "field", "slip", "meant"), SLIPS, ids=lambda each: str(each)[:30])
def test_a_slip_becomes_a_question(given_body, field, slip, meant):
    found = look(given_body)
    assert isinstance(found, Question)
    assert (found.field, found.slip) == (field, slip)
    if meant is None:
        assert found.meant is None
    else:
        assert found.meant is not None
        assert {name: getattr(found.meant, name) for name in meant} == meant
        assert isinstance(look(found.meant), Result), "what may be meant can be"
        assert found.meant.traits == given_body.traits


NUMBERS = st.none() | st.floats(0, 5000, allow_nan=False)
BODIES = st.builds(
    body, NUMBERS, NUMBERS, st.sampled_from(["metric", "imperial"]), inches=NUMBERS, waist=NUMBERS,
    traits=st.lists(st.sampled_from(["origin", "pregnant", "muscle", "under18", "over70"]), unique=True).map(tuple),
)  # fmt: skip


@given(BODIES)
def test_whatever_is_typed_gets_a_likely_number_or_a_question(given_body):
    found = look(given_body)
    if isinstance(found, Result):
        assert 9.9 <= found.bmi <= 90.1
        height, weight, _ = metric(given_body)
        assert height is not None
        assert weight is not None
        assert HEIGHT[0] <= height <= HEIGHT[1]
        assert WEIGHT[0] <= weight <= WEIGHT[1]
        if {"pregnant", "under18"} & set(found.traits):
            assert found.group is found.five_percent is found.waist is None
    elif found.meant is not None:
        height, weight, _ = metric(found.meant)
        changed = {"height": height, "weight": weight}.get(found.field)
        if changed is not None:
            low, high = HEIGHT if found.field == "height" else WEIGHT
            assert low * 0.99 <= changed <= high * 1.01


@given(st.floats(140, 210), st.floats(40, 200))
def test_units_make_no_difference(height, weight):
    inches = height / INCH
    imperial = look(body(inches // 12, weight / POUND, "imperial", inches=inches % 12))
    plain = look(body(height, weight))
    if isinstance(plain, Result):
        assert isinstance(imperial, Result)
        assert imperial.bmi == pytest.approx(plain.bmi, abs=0.11)
    assert pytest.approx(12 * INCH) == FOOT


@given(st.floats(150, 200), st.floats(50, 150), st.floats(0, 20))
def test_more_weight_is_never_a_lower_number(height, weight, more):
    one, other = look(body(height, weight)), look(body(height, weight + more))
    if isinstance(one, Result) and isinstance(other, Result):
        assert one.bmi <= other.bmi


# --- rulers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ruler", content().balance.rulers, ids=lambda each: each.id)
def test_a_ruler_leads_to_people_from_its_threshold_on_and_not_before(ruler):
    to_people = values_to_people(ruler)
    worst = 0 if ruler.direction == "higher_is_better" else 10
    assert worst in to_people
    assert 10 - worst not in to_people
    assert ruler.threshold in to_people
    assert to_people == list(range(to_people[0], to_people[-1] + 1)), "no gap"
    assert [each for each in VALUES if leads_to_people(ruler, each)] == to_people


def test_high_worry_and_low_mood_lead_to_people():
    rulers = {ruler.id: ruler for ruler in content().balance.rulers}
    assert leads_to_people(rulers["worry"], 10)
    assert leads_to_people(rulers["mood"], 0)
    assert not leads_to_people(rulers["worry"], 3)
    assert not leads_to_people(rulers["mood"], 7)
