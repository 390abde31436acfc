/* The signed record of a certificate, out of the text of its code. */

const RECORD_MARK = "BD1:";
const KEY_ID = 4;
const SIGNATURE = 64;
const EPOCH = Date.UTC(2000, 0, 1);
const ESCAPE = 0x1b;
const MOST_SIGNS = 2 * (1 + KEY_ID + 2 + 1 + 4 * 256 + SIGNATURE); // four texts of 255 bytes are the most

/**
 * Give {serial, revision, nameKm, nameEn, title, issuedOn, keyId, mark, body, signature} of a code's
 * text; null where it is not the code of a certificate. Nothing is said here about who signed it.
 */
function recordOf(text) {
  if (text.length > MOST_SIGNS) return null;
  const code = trimmed(text); // base45 may begin with a space, behind the mark, and never ends in one
  if (!code.startsWith(RECORD_MARK)) return null;
  const data = bytesOfBase45(code.slice(RECORD_MARK.length));
  if (!data || data.length <= SIGNATURE) return null;
  const body = data.slice(0, -SIGNATURE);
  const parts = partsOf(body);
  if (!parts) return null;
  return {
    ...parts,
    body,
    keyId: hexOf(body.slice(1, 1 + KEY_ID)),
    mark: hexOf(sha256(data).slice(0, 8)),
    signature: data.slice(-SIGNATURE),
  };
}

function partsOf(body) {
  const format = body[0];
  if (format !== 1 && format !== 2) return null;
  let at = 1 + KEY_ID;
  const day = (body[at] << 8) | body[at + 1];
  at += 2;
  const revision = format === 2 ? body[at] : 1;
  if (format === 2) at += 1;
  const texts = [];
  for (let field = 0; field < 4; field += 1) {
    const end = at + 1 + body[at];
    if (!(end <= body.length)) return null;
    const text = unpackedText(body.slice(at + 1, end));
    if (text === null) return null;
    texts.push(text);
    at = end;
  }
  if (at !== body.length || !revision) return null;
  const [serial, nameKm, nameEn, title] = texts;
  return { serial, revision, nameKm, nameEn, title, issuedOn: new Date(EPOCH + day * 86400000) };
}

function unpackedText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== ESCAPE) {
      text += String.fromCharCode(byte < 0x80 ? byte : byte - 0x80 + 0x1780);
      continue;
    }
    const end = at + 2 + bytes[at + 1];
    if (!(end <= bytes.length)) return null;
    const sign = textOfBytes(bytes.slice(at + 2, end));
    if (sign === null || [...sign].length !== 1) return null;
    text += sign;
    at = end - 1;
  }
  return text;
}

/** Say whether a text is a badge's: 17 digits of which the last two check the others. */
function isBadge(text) {
  const digits = text.slice(0, 100).replace(/[\s-]/g, "");
  return /^7[0-9]{16}$/.test(digits) && BigInt(digits) % 97n === 1n;
}
