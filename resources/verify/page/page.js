/* The page itself: takes photos, texts and lists, and shows the answer. */

const $ = (id) => document.getElementById(id);
let last = null; // {verdict, photo}
let listAnswer = null; // what was said about a list
let reading = null;

function takeList(text) {
  const bare = trimmed(text);
  sayOfList(bare.startsWith("{") ? takenList(bare) : takenCodes(bare.split("\n")));
}

function sayOfList(answered) {
  listAnswer = answered;
  forgetPhoto(null);
  last = null;
  show();
  $("list-answer").scrollIntoView({ block: "center" });
}

/** A text may be that of a certificate's code or that of a list. */
function takeText(text) {
  if (isList(text)) {
    takeList(text);
    return;
  }
  listAnswer = null;
  answer(verdictOf(text, lists, new Date()), null);
}

function answer(verdict, photo) {
  forgetPhoto(photo);
  last = { verdict, photo };
  show();
  const heading = document.querySelector(".answer h2");
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

function forgetPhoto(next) {
  if (last && last.photo && last.photo !== next) URL.revokeObjectURL(last.photo);
}

async function takeListFile(file) {
  if (file.type.startsWith("image/")) takeFile(file);
  else takeList(await file.text());
}

async function takeFile(file) {
  if (/json|text/.test(file.type) || /\.(json|txt)$/i.test(file.name)) {
    takeText(await file.text());
    return;
  }
  listAnswer = null;
  if (reading) reading.stop();
  const mine = { stop: () => { mine.isStopped = true; } };
  reading = mine;
  const photo = URL.createObjectURL(file);
  showReading(photo);
  const dots = await dotsOfFile(file);
  if (mine.isStopped) return;
  const found = dots ? await readPicture(file, dots, mine) : { state: "no_picture", record: null };
  if (mine.isStopped) return;
  reading = null;
  if (found.codes) sayOfList(takenCodes(found.codes));
  else answer(found, photo);
}

/** Give the verdict of the first certificate in a picture, or {codes} where there are a list's. */
async function readPicture(file, dots, mine) {
  let best = null;
  const codes = [];
  const take = ({ text, isSure }) => {
    if (listCodeOf(text)) {
      codes.push(text);
      return false;
    }
    const verdict = verdictOf(text, lists, new Date());
    // Bytes put right on suspicion may be wrong: nobody is called a forger for that.
    if (!isSure && (verdict.state === "altered" || !verdict.record)) return false;
    if (!best || verdict.record) best = verdict;
    return Boolean(verdict.record);
  };
  const course = readCodes(dots, take);
  mine.stop = () => {
    mine.isStopped = true;
    course.stop();
  };
  await course.done;
  if (!best && !codes.length && !mine.isStopped) {
    for (const text of await seenByBrowser(file)) if (take({ text, isSure: true })) break;
  }
  if (codes.length && !(best && best.record)) return { codes };
  return best || { state: "not_readable", record: null };
}

function showReading(photo) {
  const card = element("section", "card answer info");
  card.dataset.state = "reading";
  const stop = element("button", "button", say("stop"));
  stop.type = "button";
  stop.addEventListener("click", () => {
    if (reading) reading.stop();
    reading = null;
    last = null;
    show();
  });
  const bar = element("div", "bar", element("span"));
  card.append(element("h2", "", say("reading")), element("p", "", say("reading_how")), bar, photoOf(photo), stop);
  $("answer-place").replaceChildren(card);
  card.scrollIntoView({ block: "start" });
}

/** Show everything in the language in use. */
function show() {
  document.documentElement.lang = language;
  document.title = say("page_title");
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of ["km", "en"]) $(`in-${one}`).setAttribute("aria-pressed", String(one === language));
  if (!own) {
    $("answer-place").replaceChildren(answerCard({ state: "damaged", record: null }, null));
    return;
  }
  $("organisation").textContent = own.organisation ? organisationName(own.organisation) : "";
  $("trust").replaceChildren(trustPart(lists, new Date()));
  showListAnswer();
  if (last) $("start-title").textContent = say("another");
  if (reading) return;
  const place = $("answer-place");
  if (last) place.replaceChildren(answerCard(last.verdict, last.photo));
  else place.replaceChildren();
}

function showListAnswer() {
  const place = $("list-answer");
  const { key = "", madeAt, ...values } = listAnswer || {};
  if (madeAt) values.day = localDay(madeAt);
  place.textContent = key && say(key, values);
  place.className = key === "list_taken" ? "said good" : "said";
  place.dataset.answer = key;
}

function turnTo(wanted) {
  language = wanted;
  show();
}

function connect() {
  $("in-km").addEventListener("click", () => turnTo("km"));
  $("in-en").addEventListener("click", () => turnTo("en"));
  for (const id of ["camera", "gallery", "list"]) {
    $(id).addEventListener("change", (event) => {
      const [file] = event.target.files;
      if (file && id === "list") takeListFile(file);
      else if (file) takeFile(file);
      event.target.value = ""; // so that the same photo can be chosen again
    });
  }
  $("check-text").addEventListener("click", () => takeText($("text").value));
  $("take-list").addEventListener("click", () => takeList($("list-text").value));
  document.addEventListener("paste", (event) => {
    const [file] = event.clipboardData.files;
    if (file) {
      event.preventDefault();
      takeFile(file);
    } else if (event.target.tagName !== "TEXTAREA") {
      takeText(event.clipboardData.getData("text"));
    }
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    $("start").classList.add("over");
  });
  document.addEventListener("dragleave", () => $("start").classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    $("start").classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (file) takeFile(file);
  });
}

$("too-old").remove();
if (own) {
  takeKeptLists();
  for (const id of ["start", "issuers", "honesty"]) $(id).hidden = false;
  connect();
} else {
  $("in-km").addEventListener("click", () => turnTo("km"));
  $("in-en").addEventListener("click", () => turnTo("en"));
}
show();
