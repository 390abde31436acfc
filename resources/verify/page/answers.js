/* The answer as people see it: colour, icon and words, what was signed, what to do. */

const LOOKS = {
  valid: ["good", "good"],
  valid_old_list: ["warning", "warning"],
  superseded: ["warning", "warning"],
  revoked: ["bad", "bad"],
  unknown_issuer: ["warning", "unknown"],
  altered: ["bad", "bad"],
  not_a_certificate: ["info", "unknown"],
  not_readable: ["info", "unknown"],
  no_picture: ["info", "unknown"],
  damaged: ["bad", "bad"],
};
const VOUCHED_FOR = ["valid", "valid_old_list", "superseded", "revoked"];

/** Give the card of a verdict. */
function answerCard(verdict, photo) {
  const [tone, icon] = LOOKS[verdict.state];
  const card = element("section", `card answer ${tone}`);
  card.dataset.state = verdict.state;
  const heading = element("h2", "", iconOf(icon), element("span", "", say(`${verdict.state}_title`, verdict)));
  heading.tabIndex = -1;
  const isVouched = VOUCHED_FOR.includes(verdict.state);
  card.append(heading, element("p", "", say(meaningOf(verdict), verdict)));
  if (verdict.state === "not_readable") card.append(tips());
  if (verdict.isAfterList) card.append(element("p", "", say("after_list")));
  if (isVouched && tone !== "bad") card.append(element("p", "compare", say("compare")));
  if (verdict.record) card.append(signedBox(verdict, isVouched));
  if (photo && verdict.state !== "no_picture") card.append(photoOf(photo));
  return card;
}

/** Give the name of the sentence that says what a verdict means. */
function meaningOf({ state, record, by, isBadge: isOfBadge }) {
  if (isOfBadge) return "badge";
  return state === "superseded" && by === record.revision ? "superseded_alike" : state;
}

function tips() {
  const lines = ["tip_closer", "tip_sharp", "tip_flat", "tip_light"];
  return element("ul", "tips", ...lines.map((key) => element("li", "", say(key))));
}

function photoOf(address) {
  const picture = element("img", "photo");
  picture.src = address;
  picture.alt = say("your_photo");
  return picture;
}

function signedBox({ record, issuer, organisation }, isVouched) {
  const box = element("div", isVouched ? "signed" : "signed claimed");
  box.append(element("p", "label", say(isVouched ? "signed" : "claimed")));
  for (const name of [record.nameKm, record.nameEn]) if (name) box.append(worded("person", name));
  if (record.title) box.append(worded("course", record.title));
  const serial = element("span", "serial code", shownSerial(record));
  const rows = [
    ["serial", serial],
    ["day", signedDay(record.issuedOn)],
    ["revision", digits(record.revision)],
  ];
  if (issuer) {
    rows.push(["issued_by", issuerName(issuer, organisation)]);
    rows.push(["key", element("span", "code", fingerprintOf(issuer.key))]);
  }
  box.append(table(rows));
  return box;
}

/** Give a paragraph that tells the browser which script it holds. */
function worded(className, text) {
  const made = element("p", className, text);
  made.lang = isKhmer(text) ? "km" : "en";
  return made;
}

function shownSerial(record) {
  return record.revision > 1 ? `${record.serial} · ${record.revision}` : record.serial;
}

function table(rows) {
  const list = element("dl");
  for (const [key, value] of rows) list.append(element("dt", "", say(key)), element("dd", "", value));
  return list;
}

function organisationName(organisation) {
  const { name_km: khmer, name_en: english } = organisation;
  return language === "km" ? khmer || english : english || khmer;
}

function issuerName(issuer, organisation) {
  const laptop = say("laptop", { letter: issuer.letter });
  return organisation ? `${organisationName(organisation)} · ${laptop}` : laptop;
}

/** Give what is said about the lists in use: whose they are, how old, and the keys. */
function trustPart(lists, now) {
  const part = element("div");
  const trust = newestOf(lists, now);
  const days = daysSince(trust.madeAt, now);
  if (trust.organisation) {
    const both = [trust.organisation.name_km, trust.organisation.name_en].filter(Boolean);
    part.append(...both.map((name) => worded("course", name)));
    part.append(element("p", "muted", say("with_organisation")));
  } else {
    part.append(element("p", "", say("without_organisation")));
  }
  part.append(table([
    ["list_day", `${localDay(trust.madeAt)} · ${ageOf(days)}`],
    ["void_count", digits(new Set(lists.flatMap((one) => [...one.revoked])).size)],
  ]));
  if (now - trust.madeAt < -DAY) part.append(element("p", "", say("clock")));
  part.append(keysPart(lists));
  return part;
}

function ageOf(days) {
  if (days === 0) return say("today");
  return days === 1 ? say("one_day_old") : say("days_old", { days });
}

function keysPart(lists) {
  const list = element("ul", "keys");
  const line = (name, key) => element("li", "", name, element("span", "code", fingerprintOf(key)));
  const { organisation } = lists[0];
  if (organisation) list.append(line(say("organisation_key"), bytesOfBase64(organisation.public_key)));
  const laptops = new Map(lists.flatMap((one) => one.issuers.map((issuer) => [hexOf(issuer.key), issuer])));
  for (const one of laptops.values()) list.append(line(say("laptop", { letter: one.letter }), one.key));
  const fold = element("details", "", element("summary", "", say("fingerprints")));
  fold.append(element("p", "muted", say("fingerprints_how")), list);
  return fold;
}
