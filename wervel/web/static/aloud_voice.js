// The voice. Only voices of the device itself are used: one from the internet would send the text of the page, which may be
// about the person, to somebody else.

const WAIT = 1500; // ms: some browsers tell of their voices only some time after they were asked

const plain = (tag) => String(tag).replace(/_/g, "-").toLowerCase();
const main = (tag) => plain(tag).split("-")[0];
//: Voices of macOS and iOS made for fun or for experts; they come first in the list.
const odd = (voice) => /eloquence|speech\.synthesis\.voice/.test(voice.voiceURI ?? "");

/** Whether this browser can speak at all. */
export const able = () => "speechSynthesis" in globalThis && "SpeechSynthesisUtterance" in globalThis;

/** The voices, as soon as the browser tells of them; empty when it has none. */
export function voices() {
  const now = speechSynthesis.getVoices();
  if (now.length) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener?.("voiceschanged", done, { once: true });
    setTimeout(done, WAIT);
  });
}

/** The best voice of the device for a language, null where it has none. `liked`: languages of the person, best first. */
export function pick(all, lang, liked = navigator.languages ?? []) {
  const wanted = plain(lang);
  const fitting = all.filter((voice) => voice.localService === true && main(voice.lang) === main(wanted));
  const region = liked.map(plain).find((tag) => main(tag) === main(wanted) && tag.includes("-"));
  const usual = `${main(wanted)}-${main(wanted)}`; // nl-NL, de-DE, fr-FR, tr-TR, pl-PL
  const score = (voice) => (odd(voice) ? 0 : 16) + (plain(voice.lang) === wanted ? 8 : 0)
    + (plain(voice.lang) === region ? 4 : 0) + (voice.default ? 2 : 0) + (plain(voice.lang) === usual ? 1 : 0);
  return fitting.reduce((best, voice) => (!best || score(voice) > score(best) ? voice : best), null);
}

/** Whether there is only a voice over the internet for a language. */
export const onlyRemote = (all, lang) => !pick(all, lang) && all.some((voice) => main(voice.lang) === main(lang));

/** The kind of device, for how to add a voice. */
export function platform(agent = navigator.userAgent, touch = navigator.maxTouchPoints) {
  if (/android/i.test(agent)) return "android";
  if (/iphone|ipad|ipod/i.test(agent) || (/macintosh/i.test(agent) && touch > 1)) return "ios";
  if (/macintosh/i.test(agent)) return "mac";
  return /windows/i.test(agent) ? "windows" : "other";
}

let spoken = null; // held: some browsers drop an utterance that nobody holds, and never tell its end

/** Speak a text; `then` is called when it has been said (or could not be), not when it was broken off. */
export function say(text, voice, rate, then) {
  hush();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  const done = () => {
    if (spoken !== utterance) return; // broken off: browsers tell an end then too
    spoken = null;
    then();
  };
  utterance.onend = done;
  utterance.onerror = done;
  spoken = utterance;
  speechSynthesis.speak(utterance);
}

/** Be silent at once. */
export function hush() {
  spoken = null;
  if (able()) speechSynthesis.cancel();
}
