// The diary as a table for a spreadsheet: one row per entry, oldest first, titles in the person's language. Pure.

import { KINDS } from "./diary_entry.js";

// What a spreadsheet may take for a formula, also written wide (OWASP, CSV injection, looked up 2026-11-27); blanks
// before it do not make it safe everywhere.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A text that stays a text in a spreadsheet: an apostrophe comes before what could be a formula. */
export const safe = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** A cell as it stands in the file; `separator` is "," or ";". */
export function cell(value, { separator, decimal }) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "number" ? String(value).replace(".", decimal) : safe(String(value).replace(/\r\n?/g, "\n"));
  return text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Where the decimal mark is a comma, spreadsheets part their columns with a semicolon. */
export const separatorOf = (decimal) => (decimal === "," ? ";" : ",");

/**
 * The table as text, with the byte order mark by which spreadsheets know UTF-8.
 * facts: {decimal: "," or ".", words: titles of columns, with yes and no, kinds: {id: title}, zones: {id: label}}.
 */
export function toCsv(entries, own, { decimal, words, kinds, zones }) {
  const form = { decimal, separator: separatorOf(decimal) };
  const yesNo = (value) => (value === null ? null : value ? words.yes : words.no);
  const minutes = (entry, kind) => {
    const done = entry.did.filter((each) => each.kind === kind);
    return done.length ? done.reduce((sum, each) => sum + each.minutes, 0) : null;
  };
  const columns = [
    [words.date, (entry) => entry.date],
    [words.time, (entry) => entry.time],
    [words.zone, (entry) => entry.zone],
    [words.pain_back, (entry) => entry.pain_back],
    [words.pain_leg, (entry) => entry.pain_leg],
    [words.where, (entry) => entry.zones.map((id) => (Object.hasOwn(zones, id) ? zones[id] : id)).join(" / ") || null],
    ...KINDS.map((kind) => [kinds[kind], (entry) => minutes(entry, kind)]),
    [words.sleep, (entry) => entry.sleep],
    [words.tension, (entry) => entry.tension],
    ...own.map(({ id, name }) => [name, (entry) => entry.own.find((each) => each.id === id)?.score ?? null]),
    [words.medicine, (entry) => yesNo(entry.medicine)],
    [words.medicine_what, (entry) => entry.medicine_what || null],
    [words.flare, (entry) => yesNo(entry.flare)],
    [words.note, (entry) => entry.note || null],
    [words.note_for_visit, (entry) => (entry.note ? yesNo(entry.note_for_visit) : null)],
  ];
  const moment = (entry) => entry.date + entry.time + entry.created_at;
  const sorted = [...entries].sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
  const rows = [columns.map(([title]) => title), ...sorted.map((entry) => columns.map(([, of]) => of(entry)))];
  return `\uFEFF${rows.map((row) => row.map((value) => cell(value, form)).join(form.separator)).join("\r\n")}\r\n`;
}
