/* The list of those who may issue and of what no longer holds: only as good as its signature. */

const TRUST_KIND = "bootcamp-desk-trust/1";
const TRUST_MARK = "BT1:";
const ENDORSEMENT = "bootcamp-desk-endorsement/1\n";

/** Give a list out of its JSON or the text of its code; null where it is none or not signed. */
function trustOf(text) {
  const json = jsonOf(text.trim());
  if (json === null) return null;
  let held;
  try {
    held = JSON.parse(json);
  } catch (noJson) {
    return null;
  }
  return isTrustShaped(held) ? checkedTrust(held) : null;
}

function jsonOf(text) {
  if (!text.startsWith(TRUST_MARK)) return text;
  const packed = bytesOfBase45(text.slice(TRUST_MARK.length));
  const bytes = packed && inflated(packed);
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (notUtf8) {
    return null;
  }
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
    !Number.isNaN(Date.parse(held.made_at)) &&
    Number.isSafeInteger(held.sequence) &&
    (held.organisation === null ||
      (isObject(held.organisation) && isKey(held.organisation.public_key) &&
        isText(held.organisation.name_km) && isText(held.organisation.name_en))) &&
    isList(held.issuers, (one) =>
      isText(one.letter) && isKey(one.public_key) &&
      (one.endorsement === null || isObject(one.endorsement))) &&
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
  const issuers = held.issuers.filter((one) => !organisation || isEndorsed(one, organisation));
  const maySign = [...issuers.map((one) => one.public_key)];
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
    revoked: new Map(held.revoked.map((one) => [one.mark, one])),
    superseded: new Map(held.superseded.map((one) => [one.mark, one])),
    text: canonical(held),
  };
}

function isEndorsed(issuer, organisation) {
  const endorsement = issuer.endorsement;
  if (!endorsement || endorsement.organisation_key !== organisation.public_key) return false;
  if (typeof endorsement.signed_on !== "string" || typeof endorsement.signature !== "string") return false;
  const text = new TextEncoder();
  const message = joined(
    text.encode(ENDORSEMENT),
    bytesOfBase64(issuer.public_key),
    text.encode(`${issuer.letter}\n${endorsement.signed_on}`),
  );
  const signature = bytesOfBase64(endorsement.signature);
  return Boolean(signature) && isSigned(bytesOfBase64(organisation.public_key), message, signature);
}

/** Say why a list may not follow the one in use ("foreign", "older", "same"), or "" where it may. */
function whyNotNext(next, current) {
  const mine = current.organisation && current.organisation.public_key;
  const theirs = next.organisation && next.organisation.public_key;
  const isOurs = mine ? mine === theirs : current.maySign.includes(next.signedBy);
  if (!isOurs) return "foreign";
  if (next.text === current.text) return "same";
  return next.sequence > current.sequence ? "" : "older";
}
