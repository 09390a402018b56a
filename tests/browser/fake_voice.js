// A browser's voice that says nothing: what would be spoken is written down, and a test tells when a sentence has been said.
(() => {
  const said = (window.saidAloud = []);
  let now = null;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
    getVoices: () => window.fakeVoices,
    addEventListener() {},
    speak(utterance) {
      now = utterance;
      said.push({ text: utterance.text, voice: utterance.voice.name, lang: utterance.lang, rate: utterance.rate });
    },
    cancel() {
      const broken = now;
      now = null;
      if (broken) setTimeout(() => broken.onend?.()); // as browsers do: an end is told, although it was broken off
    },
    get speaking() { return Boolean(now); },
    sayEnd() {
      const done = now;
      now = null;
      done.onend();
    },
  } });
})();
