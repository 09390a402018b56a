"""The pain diary as data and numbers: what the device told, and what it means. Pure."""

from wervel.diary.entries import Diary, DiaryError, Did, Entry, Own, OwnScore, Window, load

__all__ = ["Diary", "DiaryError", "Did", "Entry", "Own", "OwnScore", "Window", "load"]
