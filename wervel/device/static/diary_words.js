// Words and days of the diary in the reader's language: texts with {placeholders}, days of the calendar, one line of
// what an entry holds. Digits are Latin in every language.

/** Two digits. */
const two = (number) => String(number).padStart(2, "0");

/** A moment as a day (YYYY-MM-DD) and a time (HH:MM) where the device is. */
export const dayOf = (moment) => `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
export const timeOf = (moment) => `${two(moment.getHours())}:${two(moment.getMinutes())}`;

/** Today where the device is. */
export const today = () => dayOf(new Date());

/** The day so many days after (or before) a day, by the calendar: changes of the clock do not matter. */
export function daysAfter(day, count) {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

/** What the diary says. data: {words: {form, told, list, kinds, zones, ...}, lang, dir}. */
export function speaker({ words, lang, locale = lang, dir }) {
  const isolate = dir === "rtl" ? (value) => `\u2068${value}\u2069` : String;
  const formats = new Map();
  const format = (date, options) => {
    const key = JSON.stringify(options);
    if (!formats.has(key)) {
      const wanted = { ...options, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
      formats.set(key, (() => {
        try { return new Intl.DateTimeFormat(locale, wanted); } catch { return new Intl.DateTimeFormat("en", wanted); }
      })());
    }
    return formats.get(key).format(new Date(`${date}T12:00:00Z`));
  };

  /** A text with its {placeholders} filled in. */
  const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? isolate(values[name]) : all));

  /** A day in full, for within a sentence; with the year when it is another one. */
  const date = (day) => format(day, {
    weekday: "long", day: "numeric", month: "long", ...(day.slice(0, 4) === today().slice(0, 4) ? {} : { year: "numeric" }),
  });

  /** A day for a heading: "Today", "Yesterday", or in full. */
  const heading = (day) => (day === today() ? words.form.today : day === daysAfter(today(), -1) ? words.form.yesterday : date(day));

  return { words, lang, dir, say, date, heading };
}
