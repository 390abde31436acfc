/* What a certificate turned out to be. The states are those of the program itself. */

const OLD_AFTER = 30; // days
const DAY = 86400000;

/** Give {state, record, days, by, issuer, isAfterList} for the text of a code. */
function verdictOf(text, trust, now) {
  const record = recordOf(text);
  if (!record) return { state: "not_a_certificate", record: null };
  const days = Math.max(0, Math.floor((now - trust.madeAt) / DAY));
  const known = trust.issuers.filter((one) => hexOf(sha256(one.key).slice(0, KEY_ID)) === record.keyId);
  if (!known.length) return { state: "unknown_issuer", record, days };
  const issuer = known.find((one) => isSigned(one.key, record.body, record.signature));
  if (!issuer) return { state: "altered", record, days };
  const isAfterList = record.issuedOn - trust.madeAt > 0;
  const said = { record, days, issuer, isAfterList };
  if (trust.revoked.has(record.mark)) return { state: "revoked", on: trust.revoked.get(record.mark).on, ...said };
  const later = trust.superseded.get(record.mark);
  if (later) return { state: "superseded", by: later.by_revision, ...said };
  return { state: days > OLD_AFTER ? "valid_old_list" : "valid", ...said };
}

/** Give the fingerprint of a key as people compare it: groups of four. */
function fingerprintOf(key) {
  return hexOf(sha256(key).slice(0, 16)).toUpperCase().match(/..../g).join(" ");
}
