/* The list of those who may issue and of what no longer holds: only as good as its signature. */

const TRUST_KIND = "bootcamp-desk-trust/1";
const LIST_CODE = /^BT1(?:\/([0-9]{1,2})\/([0-9]{1,2}))?:([^]*)$/;
const KEY_BYTES = 32;
const [MOST_LETTER, MOST_NAME, MOST_SERIAL] = [16, 300, 64];
const ENDORSEMENT = "bootcamp-desk-endorsement/1\n";

/** Give a list out of its JSON; null where it is none or not rightly signed. */
function trustOf(json) {
  const held = plainJson(json);
  return isObject(held) && isTrustShaped(held) ? checkedTrust(held) : null;
}

/** Give {number, of, part} of the text of a list's code, one of several or the only one. */
function listCodeOf(text) {
  const found = LIST_CODE.exec(trimmed(text));
  return found && { number: Number(found[1] || 1), of: Number(found[2] || 1), part: found[3] };
}

/** Give the JSON that the parts of a list carry together; null where they carry none. */
function unpackedList(parts) {
  const packed = bytesOfBase45(parts.join(""));
  const bytes = packed && inflated(packed);
  return bytes && textOfBytes(bytes);
}

function isTrustShaped(held) {
  const { organisation } = held;
  const isGone = (one) => isMark(one.mark) && isText(one.serial, MOST_SERIAL);
  return (
    held.kind === TRUST_KIND &&
    isMoment(held.made_at) &&
    isNumber(held.sequence) &&
    (organisation === null ||
      (isObject(organisation) && isBytes(organisation.public_key, KEY_BYTES) &&
        isText(organisation.name_km, MOST_NAME) && isText(organisation.name_en, MOST_NAME))) &&
    isListOf(held.issuers, (one) =>
      isText(one.letter, MOST_LETTER) && isBytes(one.public_key, KEY_BYTES) &&
      (one.endorsement === null || (isObject(one.endorsement) && isEndorsed(one)))) &&
    isListOf(held.revoked, (one) => isGone(one) && isDay(one.on)) &&
    isListOf(held.superseded, (one) => isGone(one) && isNumber(one.by_revision)) &&
    isBytes(held.signed_by, KEY_BYTES) &&
    isBytes(held.signature, SIGNATURE)
  );
}

function checkedTrust(held) {
  const { signature, ...signed } = held;
  const bytes = new TextEncoder().encode(canonical(signed));
  const organisation = held.organisation;
  const isTheirs = ({ endorsement }) =>
    endorsement && endorsement.organisation_key === organisation.public_key;
  const issuers = held.issuers.filter((one) => !organisation || isTheirs(one));
  const maySign = issuers.map((one) => one.public_key);
  if (organisation) maySign.push(organisation.public_key);
  if (!maySign.includes(held.signed_by)) return null;
  if (!isSigned(bytesOfBase64(held.signed_by), bytes, bytesOfBase64(signature))) return null;
  return {
    organisation,
    sequence: held.sequence,
    madeAt: new Date(held.made_at),
    signedBy: held.signed_by,
    maySign,
    issuers: issuers.map((one) => ({ letter: one.letter, key: bytesOfBase64(one.public_key) })),
    revoked: new Set(held.revoked.map((one) => one.mark.toLowerCase())),
    superseded: held.superseded.map((one) => ({ mark: one.mark.toLowerCase(), by: one.by_revision })),
    serials: new Set([...held.revoked, ...held.superseded].map((one) => one.serial)),
    text: canonical(held),
  };
}

/** Say whether the organisation that an endorsement names really gave it to this key and letter. */
function isEndorsed({ letter, public_key: key, endorsement }) {
  const { organisation_key: by, signed_on: day, signature } = endorsement;
  if (!isBytes(by, KEY_BYTES) || !isDay(day) || !isBytes(signature, SIGNATURE)) return false;
  const text = new TextEncoder();
  const message = joined(text.encode(ENDORSEMENT), bytesOfBase64(key), text.encode(`${letter}\n${day}`));
  return isSigned(bytesOfBase64(by), message, bytesOfBase64(signature));
}

/** Give whose list it is: the key of the organisation, or of who signed it. */
function sourceOf(list) {
  return list.organisation ? list.organisation.public_key : list.signedBy;
}

/**
 * Say why a list may not join those in use ("foreign", "ahead", "older", "same"), or "" where it may.
 *
 * Each laptop of an organisation counts its own lists, so only one of the same hand can be older.
 */
function whyNotNext(next, lists, now) {
  if (!isOurs(next, lists)) return "foreign";
  if (!isDated(next, now)) return "ahead";
  const earlier = lists.find((one) => one.signedBy === next.signedBy);
  if (!earlier) return "";
  if (earlier.text === next.text) return "same";
  const ahead = next.sequence - earlier.sequence || next.madeAt - earlier.madeAt;
  return ahead > 0 ? "" : "older";
}

/** Say whether a list adds nobody whom a person would have to begin to trust. */
function isOurs(next, lists) {
  if (lists[0].organisation) return next.organisation !== null && sourceOf(next) === sourceOf(lists[0]);
  const known = new Set(lists.flatMap((one) => one.maySign));
  return next.organisation === null && next.maySign.every((key) => known.has(key));
}

/** Say whether a list was made on a day that can be; one of a wrong clock would never get old. */
function isDated(list, now) {
  return list.madeAt - now <= DAY;
}

/** Give the lists with one more, in the place of the earlier one of the same hand. */
function withList(next, lists) {
  const at = lists.findIndex((one) => one.signedBy === next.signedBy);
  return at < 0 ? [...lists, next] : lists.map((one, place) => (place === at ? next : one));
}

/** Give the newest list; one that was made on a day still to come only where there is no other. */
function newestOf(lists, now) {
  const dated = lists.filter((one) => isDated(one, now));
  return (dated.length ? dated : lists).reduce((newest, one) => (one.madeAt > newest.madeAt ? one : newest));
}
