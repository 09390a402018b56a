// What there is to read: the sentences that a reader sees below an element, in the order of the page, each with its own
// language and its place in the text. The page itself is not changed for it.

//: Not read: what is not text, what leads elsewhere, sources, buttons (the answers of a picture question are text too), and
//: rows of bare numbers.
const SKIPPED = [
  "script", "style", "template", "noscript", "svg", "canvas", "nav", "select", "option", "textarea", "input",
  "button:not(.understood-answer)", "[aria-hidden=true]", ".sr", ".source", ".sources", ".stPlotlyChart", ".scroll",
  ".st-key-places", ".st-key-device", ".st-key-steps", ".aloud", "[class*=st-key-pain_] [role=radiogroup]", ".loading",
].join(",");

const INLINE = /^(inline|contents|ruby)/;

/** The blocks of text below `root`: {element, lang, text, parts: [{node, at}]}; a change of language begins a new one. */
function blocks(root) {
  const found = [];
  let block = null;
  const end = () => { block = null; };

  function addText(node, element, lang) {
    if (!block || block.lang !== lang) {
      if (!node.data.trim()) return;
      block = { element, lang, text: "", parts: [] };
      found.push(block);
    }
    block.parts.push({ node, at: block.text.length });
    block.text += node.data;
  }

  function walk(element, around, inherited) {
    if (element.matches(SKIPPED)) return;
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const lang = element.getAttribute("lang") || inherited;
    const inline = INLINE.test(style.display);
    const seen = style.visibility === "visible";
    const closed = element.localName === "details" && !element.open;
    if (!inline) end();
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (seen && !closed) addText(child, inline ? around : element, lang);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        if (child.localName === "br") end();
        else if (!closed || child.localName === "summary") walk(child, inline ? around : element, lang);
      }
    }
    if (!inline) end();
  }

  const lang = root.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
  walk(root, root, lang);
  return found;
}

/** Split a text into [from, to] of its sentences, as the language has it. */
export function split(text, lang) {
  const cuts = [];
  if (globalThis.Intl?.Segmenter) {
    let segmenter;
    try {
      segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
    } catch { // a language tag that the browser does not know
      segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
    }
    for (const { segment, index } of segmenter.segment(text)) cuts.push([index, index + segment.length]);
  } else {
    for (const match of text.matchAll(/[^.!?؟۔。！？]+[.!?؟۔。！？]*["”»’)]*|[.!?؟۔。！？]+/gu)) {
      cuts.push([match.index, match.index + match[0].length]);
    }
  }
  return cuts
    .map(([from, to]) => {
      const raw = text.slice(from, to);
      return [from + raw.length - raw.trimStart().length, to - raw.length + raw.trimEnd().length];
    })
    .filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

function placeOf(block, offset, isEnd) {
  let part = block.parts[0];
  for (const each of block.parts) {
    if (isEnd ? each.at < offset : each.at <= offset) part = each;
  }
  return [part.node, offset - part.at];
}

/** All sentences below `root`: {text, lang, element, range, node, offset}; a range moves when its text goes, the node does not. */
export function sentences(root) {
  return blocks(root).flatMap((block) => split(block.text, block.lang).map(([from, to]) => {
    const range = document.createRange();
    const [node, offset] = placeOf(block, from, false);
    range.setStart(node, offset);
    range.setEnd(...placeOf(block, to, true));
    // Marks of direction are for the eye; a voice may stumble over them.
    const text = block.text.slice(from, to).replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+/g, " ");
    return { text, lang: block.lang, element: block.element, range, node, offset };
  }));
}
