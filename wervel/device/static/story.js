// The file of the story for a medical record: Python made it in memory, the browser saves it. The person's questions are
// put in here, because they never leave the browser before.

import { element } from "./controls.js";
import { save, today } from "./own_export.js";
import { asked } from "./visit.js";

/** The FHIR Bundle with the person's questions as one more answer; null: no questions on the page. */
export function withQuestions(bundle, text, title) {
  const copy = structuredClone(bundle);
  const value = (text ?? "").trim();
  if (!value) return copy;
  const response = copy.entry.map(({ resource }) => resource).find(({ resourceType }) => resourceType === "QuestionnaireResponse");
  response.item = [...(response.item ?? []), { linkId: "questions", text: title, answer: [{ valueString: value }] }];
  return copy;
}

const parts = new WeakMap();

export default function mount({ parentElement, data }) {
  let made = parts.get(parentElement);
  if (!made) {
    const told = element("p", { className: "story-told", role: "status" });
    const button = element("button", { type: "button", className: "print story-file" });
    const help = element("p", { className: "soft", id: "story-file-help" });
    button.setAttribute("aria-describedby", help.id);
    made = { button, help, told };
    button.addEventListener("click", async () => {
      const { bundle, questions, words } = made.data;
      const text = questions === null ? null : await asked();
      const json = JSON.stringify(withQuestions(bundle, text, questions), null, 1);
      save(new File([json], `wervel-story-${today()}.json`, { type: "application/fhir+json" }));
      told.textContent = words.file_saved;
    });
    parentElement.append(element("div", { className: "story-saving" }, button, help, told));
    parts.set(parentElement, made);
  }
  if (JSON.stringify(made.data?.bundle?.entry) !== JSON.stringify(data.bundle.entry)) made.told.textContent = "";
  made.data = data;
  made.button.textContent = data.words.file;
  made.help.textContent = data.words.file_help;
}

export function unmount({ parentElement }) {
  parts.delete(parentElement);
}
