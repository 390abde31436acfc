/* What the page says, in the language in use. */

const WORDS = JSON.parse(document.getElementById("words").textContent);
const KHMER_DIGITS = "០១២៣៤៥៦៧៨៩";
let language = firstLanguage();

function firstLanguage() {
  const wanted = navigator.languages || [navigator.language || ""];
  return wanted.map((one) => one.slice(0, 2)).find((one) => one in WORDS) || "km";
}

/** Give a sentence with its values put in; numbers get the digits of the language. */
function say(key, values = {}) {
  return WORDS[language].words[key].replace(/\{(\w+)\}/g, (_whole, name) =>
    typeof values[name] === "number" ? digits(values[name]) : values[name],
  );
}

function digits(number) {
  const text = String(number);
  return language === "km" ? text.replace(/\d/g, (digit) => KHMER_DIGITS[digit]) : text;
}

function dayOf(year, month, day) {
  const name = WORDS[language].months[month];
  if (language === "en") return `${day} ${name} ${year}`;
  return `ថ្ងៃទី${digits(day)} ខែ${name} ឆ្នាំ${digits(year)}`;
}

/** Give a signed day, which has no hour and no place. */
function signedDay(date) {
  return dayOf(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** Give the day of a moment, as the clock of this device counts. */
function localDay(date) {
  return dayOf(date.getFullYear(), date.getMonth(), date.getDate());
}

/** Make an element; texts are only ever put in as text, never as markup. */
function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside.filter((one) => one !== null && one !== ""));
  return made;
}

function iconOf(name) {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  icon.append(use);
  return icon;
}

function isKhmer(text) {
  return /[\u1780-\u17ff]/.test(text);
}
