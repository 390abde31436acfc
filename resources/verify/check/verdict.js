/* What a certificate turned out to be. The states are those of the program itself. */

const OLD_AFTER = 30; // days
const DAY = 86400000;
const FIRST_ZONE = 14 * 3600000; // where a day begins first; certificates have local days

/**
 * Give {state, record, days, by, issuer, organisation, isAfterList} for the text of a code, by all
 * lists together: what one of them revokes is revoked. Its age is that of the newest which knows
 * who signed.
 */
function verdictOf(text, lists, now) {
  const record = recordOf(text);
  if (!record) return { state: "not_a_certificate", record: null, isBadge: isBadge(text) };
  const named = lists.flatMap((list) =>
    list.issuers.filter((one) => keyIdOf(one.key) === record.keyId).map((issuer) => ({ list, issuer })),
  );
  if (!named.length) return { state: "unknown_issuer", record };
  const known = named.filter(({ issuer }) => isSigned(issuer.key, record.body, record.signature));
  if (!known.length) return { state: "altered", record };
  const [{ issuer, list }] = known;
  const newest = newestOf(known.map((one) => one.list), now);
  const days = daysSince(newest.madeAt, now); // none where the day is still to come
  const lastDay = Math.floor((newest.madeAt.getTime() + FIRST_ZONE) / DAY) * DAY;
  const isAfterList = isDated(newest, now) && record.issuedOn.getTime() > lastDay;
  const said = { record, days, issuer, organisation: list.organisation, isAfterList };
  if (known.some((one) => one.list.revoked.has(record.mark))) return { state: "revoked", ...said };
  const latest = latestOfEach(record, known.map((one) => one.list), now);
  const later = latest.flatMap((one) => one.superseded.filter(({ mark }) => mark === record.mark));
  if (later.length) return { state: "superseded", by: Math.max(...later.map((one) => one.by)), ...said };
  return { state: days > OLD_AFTER ? "valid_old_list" : "valid", ...said };
}

/**
 * Give the lists that say which revision holds: of each organisation the newest that knows of the
 * number. A correction may have been taken back since another of its laptops made its list.
 */
function latestOfEach(record, lists, now) {
  const bySource = new Map();
  for (const list of lists.filter((one) => one.serials.has(record.serial))) {
    const source = list.organisation ? list.organisation.public_key : "";
    bySource.set(source, [...(bySource.get(source) || []), list]);
  }
  return [...bySource.values()].flatMap((ofOne) => {
    const newest = newestOf(ofOne, now);
    return ofOne.filter((one) => one.madeAt.getTime() === newest.madeAt.getTime());
  });
}

function daysSince(moment, now) {
  return Math.max(0, Math.floor((now - moment) / DAY));
}

function keyIdOf(key) {
  return hexOf(sha256(key).slice(0, KEY_ID));
}

/** Give what two people compare to know that they mean the same key: 20 signs in fives. */
function fingerprintOf(key) {
  return hexOf(sha256(key).slice(0, 10)).toUpperCase().match(/.{5}/g).join(" ");
}
