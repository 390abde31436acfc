/* The lists in use: the one inside the page, and newer ones that were picked, pasted or scanned. */

const KEPT = "bootcamp-desk-trust/";
const own = trustOf(document.getElementById("trust-data").textContent);
let lists = own ? [own] : [];
let listParts = []; // of a list that comes in several codes

/** Take again what this browser took before; every list is checked as if it came just now. */
function takeKeptLists() {
  try {
    for (const text of JSON.parse(localStorage.getItem(KEPT + sourceOf(own)) || "[]")) {
      const kept = trustOf(text);
      if (kept && whyNotNext(kept, lists, new Date()) === "") lists = withList(kept, lists);
    }
  } catch (nothingIsKeptHere) {
    // a browser may forbid it to pages from files; then the list inside the page is used
  }
}

/** Take a newer list; give what to say about it: {key, values}. */
function takenList(json) {
  const next = trustOf(json);
  if (!next) return { key: "list_no_list" };
  const why = whyNotNext(next, lists, new Date());
  if (why) return { key: `list_${why}` };
  lists = withList(next, lists);
  try {
    localStorage.setItem(KEPT + sourceOf(own), JSON.stringify(lists.map((one) => one.text)));
  } catch (nothingIsKeptHere) {
    // then it holds until the page is closed
  }
  return { key: "list_taken", madeAt: next.madeAt };
}

/** Take texts of a list's codes, in any order and from several photos; give what to say. */
function takenCodes(texts) {
  const codes = texts.map(listCodeOf).filter(Boolean);
  if (!codes.length) return { key: "list_no_list" };
  const { of } = codes[0];
  listParts = [...listParts, ...codes].filter((one) => one.of === of);
  const parts = new Map(listParts.map((one) => [one.number, one.part]));
  const numbers = Array.from({ length: of }, (_none, at) => at + 1);
  const missing = numbers.filter((number) => !parts.has(number));
  if (missing.length) return { key: "list_parts", of, missing: missing.map(String).join(", ") };
  listParts = [];
  return takenList(unpackedList(numbers.map((number) => parts.get(number))));
}

/** Say whether a text is meant as a list rather than as the code of a certificate. */
function isList(text) {
  return trimmed(text).startsWith("{") || Boolean(listCodeOf(trimmed(text).split("\n")[0]));
}
