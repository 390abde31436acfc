/* The page itself: takes photos, texts and lists, and shows the answer. */

const $ = (id) => document.getElementById(id);
const KEPT = "bootcamp-desk-trust";
let trust = trustOf($("trust-data").textContent);
let last = null; // {verdict, photo}
let listAnswer = null; // key of what was said about a list
let reading = null;

function keptUnder() {
  return `${KEPT}/${trust.organisation ? trust.organisation.public_key : trust.signedBy}`;
}

/** A newer list that this browser has taken before; it is checked as if it came just now. */
function takeKeptList() {
  try {
    const kept = trustOf(localStorage.getItem(keptUnder()) || "");
    if (kept && whyNotNext(kept, trust) === "") trust = kept;
  } catch (nothingIsKeptHere) {
    // a browser may forbid it to pages from files; the list inside the page is used
  }
}

function takeList(text) {
  const next = trustOf(text);
  const why = next ? whyNotNext(next, trust) : "no_list";
  if (why === "") {
    const place = keptUnder();
    trust = next;
    try {
      localStorage.setItem(place, next.text);
    } catch (nothingIsKeptHere) {
      // then it holds until the page is closed
    }
  }
  listAnswer = why || "taken";
  last = null;
  show();
  $("list-answer").scrollIntoView({ block: "nearest" });
}

/** A text may be that of a certificate's code or that of a list. */
function takeText(text) {
  const bare = text.trim();
  if (bare.startsWith(TRUST_MARK) || bare.startsWith("{")) {
    takeList(bare);
    return;
  }
  listAnswer = null;
  answer(verdictOf(text, trust, new Date()), null);
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
  const verdict = dots ? await readVerdict(file, dots, mine) : { state: "no_picture", record: null };
  if (mine.isStopped) return;
  reading = null;
  answer(verdict, photo);
}

async function readVerdict(file, dots, mine) {
  let best = null;
  let list = "";
  const take = ({ text, isSure }) => {
    if (text.startsWith(TRUST_MARK)) list = text;
    const found = verdictOf(text, trust, new Date());
    // Bytes put right on suspicion may be wrong: nobody is called a forger for that.
    if (!isSure && (found.state === "altered" || !found.record)) return false;
    if (!best || found.record) best = found;
    return Boolean(best.record) || Boolean(list);
  };
  const course = readCodes(dots, take);
  mine.stop = () => {
    mine.isStopped = true;
    course.stop();
  };
  await course.done;
  if (!best && !mine.isStopped) {
    for (const text of await seenByBrowser(file)) if (take({ text, isSure: true })) break;
  }
  if (list && !mine.isStopped) {
    mine.isStopped = true;
    reading = null;
    $("answer-place").replaceChildren();
    takeList(list);
  }
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
  if (!trust) {
    $("answer-place").replaceChildren(answerCard({ state: "damaged", record: null }, null, null));
    return;
  }
  $("organisation").textContent = trust.organisation ? organisationName(trust.organisation) : "";
  $("trust").replaceChildren(trustPart(trust, new Date()));
  $("list-answer").textContent = listAnswer ? say(`list_${listAnswer}`, { day: localDay(trust.madeAt) }) : "";
  $("list-answer").dataset.answer = listAnswer || "";
  if (last) $("start-title").textContent = say("another");
  if (reading) return;
  const place = $("answer-place");
  if (last) place.replaceChildren(answerCard(last.verdict, trust, last.photo));
  else place.replaceChildren();
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
      if (file && id === "list") file.text().then(takeList);
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
if (trust) {
  takeKeptList();
  for (const id of ["start", "issuers", "honesty"]) $(id).hidden = false;
  connect();
} else {
  $("in-km").addEventListener("click", () => turnTo("km"));
  $("in-en").addEventListener("click", () => turnTo("en"));
}
show();
