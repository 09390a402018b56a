"""The self-assessment: answers in, outcome out. Pure: no Streamlit, no storage, no words."""

from wervel.assessment.answers import AnswerError, Answers, parse_answers
from wervel.assessment.outcome import Outcome, assess, phase_of

__all__ = ["AnswerError", "Answers", "Outcome", "assess", "parse_answers", "phase_of"]
