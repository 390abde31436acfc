/* The list of those who may issue and of what no longer holds: only as good as its signature. */

const TRUST_KIND = "bootcamp-desk-trust/1";
const LIST_CODE = /^BT1(?:\/(\d{1,2})\/(\d{1,2}))?:([^]*)$/;
const IS_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ENDORSEMENT = "bootcamp-desk-endorsement/1\n";

/** Give a list out of its JSON; null where it is none or not rightly signed. */
function trustOf(json) {
  try {
    const held = JSON.parse(json);
    return isTrustShaped(held) ? checkedTrust(held) : null;
  } catch (noJson) {
    return null;
  }
}

/** Give {number, of, part} of the text of a list's code, one of several or the only one. */
function listCodeOf(text) {
  const found = LIST_CODE.exec(text.trim());
  return found && { number: Number(found[1] || 1), of: Number(found[2] || 1), part: found[3] };
}

/** Give the JSON that the parts of a list carry together; null where they carry none. */
function unpackedList(parts) {
  const packed = bytesOfBase45(parts.join(""));
  const bytes = packed && inflated(packed);
  return bytes && textOfBytes(bytes);
}

/** Give what was signed: the keys in order, no spaces, and every sign as it is. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}

function isTrustShaped(held) {
  const isText = (value) => typeof value === "string";
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isKey = (value) => isText(value) && (bytesOfBase64(value) || []).length === 32;
  const isList = (value, isRight) =>
    Array.isArray(value) && value.every((one) => isObject(one) && isRight(one));
  return (
    isObject(held) &&
    held.kind === TRUST_KIND &&
    isText(held.made_at) &&
    IS_MOMENT.test(held.made_at) &&
    !Number.isNaN(Date.parse(held.made_at)) &&
    Number.isSafeInteger(held.sequence) &&
    (held.organisation === null ||
      (isObject(held.organisation) && isKey(held.organisation.public_key) &&
        isText(held.organisation.name_km) && isText(held.organisation.name_en))) &&
    isList(held.issuers, (one) =>
      isText(one.letter) && isKey(one.public_key) &&
      (one.endorsement === null || (isObject(one.endorsement) && isEndorsed(one)))) &&
    isList(held.revoked, (one) => isText(one.mark)) &&
    isList(held.superseded, (one) => isText(one.mark) && Number.isInteger(one.by_revision)) &&
    isKey(held.signed_by) &&
    isText(held.signature)
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
  const given = bytesOfBase64(signature);
  if (!given || !isSigned(bytesOfBase64(held.signed_by), bytes, given)) return null;
  return {
    organisation,
    sequence: held.sequence,
    madeAt: new Date(held.made_at),
    signedBy: held.signed_by,
    maySign,
    issuers: issuers.map((one) => ({ letter: one.letter, key: bytesOfBase64(one.public_key) })),
    revoked: new Set(held.revoked.map((one) => one.mark.toLowerCase())),
    superseded: held.superseded.map((one) => ({ mark: one.mark.toLowerCase(), by: one.by_revision })),
    text: canonical(held),
  };
}

/** Say whether the organisation that an endorsement names really gave it to this key and letter. */
function isEndorsed({ letter, public_key: key, endorsement }) {
  const { organisation_key: by, signed_on: day, signature } = endorsement;
  if (![by, day, signature].every((value) => typeof value === "string")) return false;
  const text = new TextEncoder();
  const keys = [bytesOfBase64(by), bytesOfBase64(signature)];
  const message = joined(text.encode(ENDORSEMENT), bytesOfBase64(key), text.encode(`${letter}\n${day}`));
  return keys.every(Boolean) && isSigned(keys[0], message, keys[1]);
}

/** Give whose list it is: the key of the organisation, or of who signed it. */
function sourceOf(list) {
  return list.organisation ? list.organisation.public_key : list.signedBy;
}

/**
 * Say why a list may not join those in use ("foreign", "older", "same"), or "" where it may.
 *
 * Each laptop of an organisation counts its own lists, so only one of the same hand can be older.
 */
function whyNotNext(next, lists) {
  const isOurs = lists[0].organisation
    ? next.organisation && sourceOf(next) === sourceOf(lists[0])
    : lists.some((one) => one.maySign.includes(next.signedBy));
  if (!isOurs) return "foreign";
  const earlier = lists.find((one) => one.signedBy === next.signedBy);
  if (!earlier) return "";
  if (earlier.text === next.text) return "same";
  const ahead = next.sequence - earlier.sequence || next.madeAt - earlier.madeAt;
  return ahead > 0 ? "" : "older";
}

/** Give the lists with one more, in the place of the earlier one of the same hand. */
function withList(next, lists) {
  const at = lists.findIndex((one) => one.signedBy === next.signedBy);
  return at < 0 ? [...lists, next] : lists.map((one, place) => (place === at ? next : one));
}

function newestOf(lists) {
  return lists.reduce((newest, one) => (one.madeAt > newest.madeAt ? one : newest));
}
