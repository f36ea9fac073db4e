// Checks the evidence file of one delivery (docs/exchange-evidence.md) without any server, network or package:
//
//   node verify-evidence.mjs evidence.json [--root <fingerprint hex>]… [--json]      exit code 0 valid, 1 not valid, 2 nothing checked
//
// This is a second implementation on purpose. SM3 (GB/T 32905), SM2 verification (GB/T 32918.2 and .5), canonical JSON (RFC 8785), DER
// and base64 are written here anew, from the standards; nothing is shared with libs/crypto, by which the files are made, so that a fault
// there is not repeated here. Whoever doubts a file needs this one file, which runs in Node 20 and later and in a browser as it is.
/* global TextDecoder, TextEncoder */

export const LIMITS = { bytes: 64 * 2 ** 20, statements: 10_000, events: 100_000, certificates: 1_000, roots: 16, revocations: 10_000 };
const FORMAT = 'karez-evidence/1';
/** Clocks of two nodes may differ by this. */
const TOLERANCE_MS = 5 * 60_000;

// ---------------------------------------------------------------- what is signed, by which side, and what follows from it

/** Which side says it. */
export const SIDES = {
  ...{ consign: 'sender', recall: 'sender', revoke: 'sender', urge: 'sender', acknowledged: 'sender' },
  ...{ custody: 'recipient', signed: 'recipient', rejected: 'recipient', recalled: 'recipient', returned: 'recipient' },
  ...{ declined: 'recipient', revoked: 'recipient' },
};
/** Where a receipt moves the custody holder. `declined` is a decision too, and moves nothing. */
export const RECEIPTS = {
  ...{ custody: 'delivered', signed: 'signed_for', rejected: 'rejected', recalled: 'recalled', returned: 'returned', revoked: 'revoked' },
};
/** The custody holder's moves. */
export const CUSTODY = {
  absent: ['delivered', 'rejected', 'recalled'],
  delivered: ['rejected', 'signed_for', 'recalled'],
  signed_for: ['returned', 'revoked'],
  ...{ rejected: [], recalled: [], returned: [], revoked: [] },
};
/** No such word without that one before it in the file. */
const ANSWERS = {
  ...{ custody: 'consign', signed: 'consign', returned: 'consign', recalled: 'recall' },
  ...{ revoked: 'revoke', declined: 'revoke', acknowledged: 'returned' },
};
/** Events that rest on a signed word of this kind and name it. */
export const PROVEN_BY = {
  ...{ delivered: 'custody', signed_for: 'signed', rejected: 'rejected', recalled: 'recalled', returned: 'returned', revoked: 'revoked' },
  ...{ acknowledged: 'acknowledged', revoke_declined: 'declined' },
};

const WORDS = {
  'file.too_large': '文件超过 64 MiB，不予核验',
  'file.not_json': '文件不是 UTF-8 编码的 JSON',
  'file.not_canonical': '文件字节不是规范 JSON（RFC 8785），可能已被改动',
  'file.format': '不认识的证据文件格式',
  'file.malformed': '证据文件的内容不全，或多出不认识的内容',
  'file.too_many': '证据文件的条目超过上限',
  'root.malformed': '根密钥的写法有误，或不在 SM2 曲线上',
  'root.duplicate': '密钥编号重复',
  'root.foreign': '根密钥的指纹与给定的指纹不符',
  'root.not_compared': '根密钥的指纹未核对：请与从别处得到的指纹比对',
  'seal.time': '封签时间与导出时间不一致',
  'signature.malformed': '签名的写法有误',
  'signature.purpose': '签名的用途不符',
  'signature.digest': '内容与签名不符，可能已被改动',
  'signature.signer': '签名的单位不对',
  'signature.future': '签名时间晚于导出时间',
  'signature.invalid': '签名验证未通过',
  'key.unknown': '没有签名所用密钥的证书',
  'key.owner': '签名所用的密钥属于另一个单位',
  'key.wrong_use': '签名所用的密钥不是签名密钥',
  'key.not_valid': '签名时密钥不在有效期内',
  'key.revoked': '签名时密钥已被撤销',
  'key.revoked_later': '密钥在签名之后被撤销；签名仍然有效',
  'certificate.malformed': '证书的写法有误',
  'certificate.duplicate': '密钥编号重复',
  'revocation.malformed': '撤销记录的写法有误或重复',
  'document.malformed': '公文不是规范 JSON',
  'statement.malformed': '回执或声明的写法有误',
  'statement.mixed': '回执或声明说的是另一件公文、另一次投递或另一个单位',
  'statement.time': '签名时间早于所声明的时间',
  'statement.duplicate': '同一份回执或声明出现两次',
  'statement.unasked': '缺少它所答复的声明',
  'receipt.order': '收文方回执的次序有误',
  'receipt.path': '收文方的回执互相矛盾',
  'receipt.two_endings': '有两种互相排斥的终结回执',
  'receipt.missing': '收文方更早的回执不在本文件中',
  'event.malformed': '经过记录的写法有误',
  'event.chain': '经过记录不连续：有缺失、插入、改动或调换',
  'event.statement': '经过记录所依据的回执或声明不在本文件中，或种类不符',
  'event.unproven': '经过记录没有指明所依据的回执',
};
/** Every code of a finding. */
export const CODES = Object.keys(WORDS);
const KIND_WORDS = {
  ...{ document: '封装公文', consign: '投递', custody: '保管回执', signed: '签收回执', rejected: '拒收回执', recall: '请求撤回' },
  ...{ recalled: '撤回回执', returned: '退文', acknowledged: '确认退文', revoke: '商请收回', declined: '不同意收回', revoked: '收回回执' },
  ...{ urge: '催办', seal: '封签证据文件' },
};
const STATE_WORDS = {
  ...{ absent: '无收文方回执', delivered: '待签收', signed_for: '已签收', rejected: '已拒收', recalled: '已撤回', returned: '已退文' },
  revoked: '已收回',
};

// ---------------------------------------------------------------- bytes and text

const encoder = new TextEncoder();
const utf8 = (text) => encoder.encode(text);
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding, in the one spelling that it has (RFC 4648 §3.5: unused bits are zero); otherwise undefined. */
export function readBase64(text) {
  if (typeof text !== 'string' || text.length % 4 !== 0) return undefined;
  const digits = text.replace(/={1,2}$/, '');
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const digit of digits) {
    const value = BASE64.indexOf(digit);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 0xff);
  }
  return (held & ((1 << bits) - 1)) === 0 && Math.ceil(bytes.length / 3) * 4 === text.length ? Uint8Array.from(bytes) : undefined;
}

/** `2026-11-23T02:05:09.123Z` in milliseconds; undefined for any other spelling and for days that do not exist. */
function readInstant(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || new Date(ms).toISOString() !== text ? undefined : ms;
}

// ---------------------------------------------------------------- canonical JSON (RFC 8785)

/** Deeper nesting than this is refused. */
const DEEPEST = 64;

/** The canonical text of what JSON.parse gave; throws RangeError for what has none. */
export function canonical(value, depth = 0) {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  switch (typeof value) {
    case 'string':
      if (/[\ud800-\udfff]/u.test(value)) throw new RangeError('lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('not finite');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return '[' + value.map((item) => canonical(item, depth + 1)).join() + ']';
      // Array.prototype.sort without a comparator orders by UTF-16 code units, as §3.2.3 wants it
      const names = Object.keys(value).sort();
      return '{' + names.map((name) => canonical(name, depth + 1) + ':' + canonical(value[name], depth + 1)).join() + '}';
    }
    default:
      throw new RangeError('not JSON');
  }
}

/** The value of a text that is canonical; undefined for every other text. */
export function readCanonical(text) {
  try {
    const value = JSON.parse(text);
    return canonical(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

// ---------------------------------------------------------------- SM3 (GB/T 32905)

const rotate = (x, n) => (x << n) | (x >>> (32 - n));
const ROUND = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

/** 32 bytes. */
export function sm3(message) {
  const state = Int32Array.from(START);
  const w = new Int32Array(68);
  const whole = message.length & ~63;
  for (let at = 0; at < whole; at += 64) compress(state, w, message, at);
  const tail = new Uint8Array(message.length - whole < 56 ? 64 : 128);
  tail.set(message.subarray(whole));
  tail[message.length - whole] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(tail.length - 4, (message.length << 3) >>> 0);
  for (let at = 0; at < tail.length; at += 64) compress(state, w, tail, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function compress(state, w, bytes, at) {
  for (let j = 0; j < 16; j++, at += 4) w[j] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  for (let j = 16; j < 68; j++) {
    const x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15);
    w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6];
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + ROUND[j]) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4])) | 0;
    const tt2 = (gg + h + ss1 + w[j]) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] ^= word));
}

const sm3Hex = (bytes) => toHex(sm3(bytes));

// ---------------------------------------------------------------- SM2 verification (GB/T 32918.2 on the curve of .5)

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const GX = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const GY = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;

const hex64 = (number) => number.toString(16).padStart(64, '0');
const toNumber = (bytes) => BigInt('0x' + (toHex(bytes) || '0'));
const modulo = (x, m) => ((x % m) + m) % m;

// Points are Jacobian, [x, y, z] for (x/z², y/z³); z = 0 is the point at infinity. Intermediate numbers may be negative.
const INFINITY = [1n, 1n, 0n];

function double([x, y, z]) {
  const [delta, gamma] = [(z * z) % P, (y * y) % P];
  const beta = (x * gamma) % P;
  const alpha = (3n * (x - delta) * (x + delta)) % P; // a = −3
  const x3 = (alpha * alpha - 8n * beta) % P;
  return [x3, (alpha * (4n * beta - x3) - 8n * gamma * gamma) % P, (2n * y * z) % P];
}

function add(one, other) {
  const [x1, y1, z1] = one;
  const [x2, y2, z2] = other;
  if (z1 === 0n) return other;
  if (z2 === 0n) return one;
  const [zz1, zz2] = [(z1 * z1) % P, (z2 * z2) % P];
  const [u1, s1] = [(x1 * zz2) % P, (((y1 * z2) % P) * zz2) % P];
  const h = (x2 * zz1 - u1) % P;
  const r = ((((y2 * z1) % P) * zz1) % P) - s1;
  if (h === 0n) return r % P === 0n ? double(one) : INFINITY;
  const hh = (h * h) % P;
  const [hhh, v] = [(h * hh) % P, (u1 * hh) % P];
  const x3 = (r * r - hhh - 2n * v) % P;
  return [x3, (r * (v - x3) - s1 * hhh) % P, (((z1 * z2) % P) * h) % P];
}

/** 0·point … 15·point. */
function multiples(point) {
  const table = [INFINITY, point];
  for (let n = 2; n < 16; n++) table.push(add(table[n - 1], point));
  return table;
}
const BASE_MULTIPLES = multiples([GX, GY, 1n]);

/** The affine x of s·G + t·point, four bits at a time; undefined at infinity. */
function xOfSum(s, t, table) {
  const [sDigits, tDigits] = [hex64(s), hex64(t)];
  let sum = INFINITY;
  for (let at = 0; at < 64; at++) {
    if (at > 0) for (let twice = 0; twice < 4; twice++) sum = double(sum);
    sum = add(sum, BASE_MULTIPLES[Number.parseInt(sDigits[at], 16)]);
    sum = add(sum, table[Number.parseInt(tDigits[at], 16)]);
  }
  const [x, , z] = sum;
  return z % P === 0n ? undefined : modulo(x * inverse(z * z), P);
}

function inverse(x) {
  let [low, high, a, b] = [modulo(x, P), P, 1n, 0n];
  while (low !== 0n) {
    const quotient = high / low;
    [low, high] = [high - quotient * low, low];
    [a, b] = [b - quotient * a, a];
  }
  return modulo(b, P);
}

/** A checked public key from the uncompressed point (130 hexadecimal digits, lower case); undefined when it is not on the curve. */
export function readPoint(text) {
  if (typeof text !== 'string' || !/^04[0-9a-f]{128}$/.test(text)) return undefined;
  const [x, y] = [BigInt('0x' + text.slice(2, 66)), BigInt('0x' + text.slice(66))];
  if (x >= P || y >= P || modulo(y * y - (x * x * x + A * x + B), P) !== 0n) return undefined;
  return { hex: text, fingerprint: sm3Hex(fromHex(text)), table: multiples([x, y, 1n]) };
}

/** SEQUENCE { INTEGER r, INTEGER s } in its one DER form with r, s in [1, n−1]; otherwise undefined. */
export function readSignature(der) {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined;
  const r = readInteger(der, 2);
  const s = r && readInteger(der, r.end);
  return s && s.end === der.length ? [r.value, s.value] : undefined;
}

function readInteger(der, at) {
  const [tag, length, first, second] = der.subarray(at, at + 4);
  const end = at + 2 + length;
  if (tag !== 0x02 || !(length >= 1 && length <= 33) || end > der.length) return undefined;
  if (first >= 0x80 || (first === 0 && length > 1 && second < 0x80)) return undefined;
  const value = toNumber(der.subarray(at + 2, end));
  return value > 0n && value < N ? { value, end } : undefined;
}

/**
 * Does the DER signature stand for the message? §7.1, with the user id of both GM/T 0009 and Karez unless another is given.
 * @param {Uint8Array} message @param {Uint8Array} der @param {{hex: string, table: bigint[][]}} point from `readPoint`
 */
export function sm2Verify(message, der, point, userId = '1234567812345678') {
  const numbers = readSignature(der);
  if (!numbers) return false;
  const [r, s] = numbers;
  const t = (r + s) % N;
  if (t === 0n) return false;
  const id = utf8(userId);
  const curve = fromHex([A, B, GX, GY].map(hex64).join('') + point.hex.slice(2));
  const z = sm3(join(Uint8Array.of((id.length * 8) >> 8, (id.length * 8) & 0xff), id, curve));
  const x = xOfSum(s, t, point.table);
  return x !== undefined && (toNumber(sm3(join(z, message))) + x) % N === r;
}

// ---------------------------------------------------------------- shapes

const isText = (value) => typeof value === 'string' && value.length > 0;
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDigest = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 1;
const isTime = (value) => readInstant(value) !== undefined;
const is = (wanted) => (value) => value === wanted;
const optional = (test) => Object.assign((value) => test(value), { optional: true });

/** Exactly these members, each passing its test: a member that nobody here knows could mean something to somebody else. */
const shape = (members) => (value) =>
  isObject(value) &&
  Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
  Object.entries(members).every(([name, test]) => (Object.hasOwn(value, name) ? test(value[name]) : test.optional === true));
const listOf = (test) => (value) => Array.isArray(value) && value.every(test);
const scalars = (value) => isObject(value) && Object.values(value).every((each) => ['string', 'number', 'boolean'].includes(typeof each));

const isSignature = shape({
  ...{ v: is(1), alg: is('SM2-SM3'), purpose: isText, signer: isText, keyId: isText, signedAt: isTime, digest: isDigest },
  signature: (value) => readBase64(value) !== undefined,
});
const isSigned = shape({ body: isText, signature: isObject });
const isPerson = shape({ id: isText, name: isText, orgId: isText });
const isStatement = shape({
  ...{
    v: is(1),
    kind: (kind) => isText(kind) && Object.hasOwn(SIDES, kind),
    deliveryId: isText,
    dispatchId: isText,
    documentDigest: isDigest,
  },
  ...{ senderId: isText, recipientId: isText, at: isTime, by: optional(isPerson), details: optional(scalars), epoch: optional(isCount) },
  reason: optional(shape({ code: optional(isText), text: isText })),
});
const isEvent = shape({
  ...{ v: is(1), deliveryId: isText, seq: isCount, at: isTime, previous: isDigest, data: scalars, statement: optional(isDigest) },
  ...{ kind: (kind) => typeof kind === 'string' && /^[a-z_]+$/.test(kind), side: (side) => side === 'sender' || side === 'recipient' },
  ...{ orgName: optional(isText), personName: optional(isText), receiptNumber: optional(isText) },
});
const isCertificate = shape({
  ...{ v: is(1), keyId: isText, owner: isText, ownerName: isText, publicKey: isText, validFrom: isTime, validUntil: optional(isTime) },
  use: (use) => use === 'signature' || use === 'encryption',
});
const isRoot = shape({ owner: isText, keyId: isText, publicKey: isText, validFrom: isTime });
const isRevocation = shape({ keyId: isText, revokedAt: isTime });
const isFile = shape({
  ...{ format: is(FORMAT), deliveryId: isText, exportedAt: isTime, document: isSigned, statements: listOf(isSigned) },
  ...{ events: listOf(isText), certificates: listOf(isSigned), roots: listOf(isObject), revocations: listOf(isObject), seal: isObject },
});

// ---------------------------------------------------------------- one verification

/**
 * @param {Uint8Array} bytes the file
 * @param options `roots`: fingerprints known from elsewhere, hexadecimal; `memo`: a Map kept between calls, so that a signature is
 * computed once; `pause`: awaited between signatures, so that a page stays alive
 */
export async function verifyEvidence(bytes, { roots = [], memo = new Map(), pause } = {}) {
  const check = { findings: [], expected: roots.map((each) => each.toLowerCase()), memo, pause, keys: new Map(), rootKeys: new Map() };
  const file = readFile(check, bytes);
  if (!file) return resultOf(check);
  Object.assign(check, { file, exportedAt: readInstant(file.exportedAt), revoked: readRevocations(check, file.revocations) });
  readRoots(check, file.roots);
  // everything that costs no signature first
  const events = checkEvents(check, file);
  await checkSeal(check, file);
  await readCertificates(check, file.certificates);
  await checkDocument(check, file.document);
  const statements = await checkStatements(check, file.statements, events);
  const custody = checkReceipts(check, statements);
  checkProofs(check, events, statements);
  return resultOf(check, { statements, custody, events });
}

const complain = (check, code, at, level = 'error') => void check.findings.push({ level, code, at });

function readFile(check, bytes) {
  const at = 'file';
  if (bytes.length > LIMITS.bytes) return complain(check, 'file.too_large', at);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
  } catch {
    return complain(check, 'file.not_json', at);
  }
  const file = readCanonical(text);
  if (file === undefined) return complain(check, 'file.not_canonical', at);
  if (!isObject(file) || file.format !== FORMAT) return complain(check, 'file.format', at);
  if (!isFile(file)) return complain(check, 'file.malformed', at);
  const tooMany = ['statements', 'events', 'certificates', 'roots', 'revocations'].filter((name) => file[name].length > LIMITS[name]);
  return tooMany.length ? complain(check, 'file.too_many', tooMany[0]) : file;
}

function readRevocations(check, list) {
  const revoked = new Map();
  list.forEach((each, index) => {
    if (!isRevocation(each) || revoked.has(each.keyId)) return complain(check, 'revocation.malformed', `revocations[${index}]`);
    revoked.set(each.keyId, readInstant(each.revokedAt));
  });
  return revoked;
}

function readRoots(check, list) {
  list.forEach((root, index) => {
    const at = `roots[${index}]`;
    const point = isRoot(root) ? readPoint(root.publicKey) : undefined;
    if (!point) return complain(check, 'root.malformed', at);
    if (check.rootKeys.has(root.keyId)) return complain(check, 'root.duplicate', at);
    const compared = check.expected.includes(point.fingerprint);
    check.rootKeys.set(root.keyId, { ...root, point, compared, use: 'signature', validFrom: readInstant(root.validFrom) });
    if (!check.expected.length) complain(check, 'root.not_compared', at, 'notice');
    else if (!compared) complain(check, 'root.foreign', at);
  });
}

async function checkSeal(check, file) {
  const { seal, ...sealed } = file;
  const signer = check.rootKeys.get(seal.keyId)?.owner;
  const stands = await checkSignature(check, seal, {
    at: 'seal',
    body: canonical(sealed),
    purpose: 'exchange.evidence',
    root: true,
    signer,
  });
  if (stands && seal.signedAt !== file.exportedAt) complain(check, 'seal.time', 'seal');
}

async function readCertificates(check, list) {
  for (const [index, { body, signature }] of list.entries()) {
    const at = `certificates[${index}]`;
    const certificate = readCanonical(body);
    const point = isCertificate(certificate) ? readPoint(certificate.publicKey) : undefined;
    const [from, until] = [readInstant(certificate?.validFrom), readInstant(certificate?.validUntil) ?? Infinity];
    if (!point || from >= until) complain(check, 'certificate.malformed', at);
    else if (check.keys.has(certificate.keyId) || check.rootKeys.has(certificate.keyId)) complain(check, 'certificate.duplicate', at);
    else {
      const root = check.rootKeys.get(signature.keyId);
      const expected = { at, body, purpose: 'exchange.certificate', root: true, signer: root?.owner };
      const stands = await checkSignature(check, signature, expected);
      if (stands) check.keys.set(certificate.keyId, { ...certificate, point, validFrom: from, validUntil: until, root: root.keyId });
    }
  }
}

async function checkDocument(check, { body, signature }) {
  check.document = readCanonical(body);
  if (!isObject(check.document)) return complain(check, 'document.malformed', 'document');
  // whose document it must be is told by the statements; here the key only has to be the signer's own
  await checkSignature(check, signature, { at: 'document', body, purpose: 'exchange.document', signer: signature.signer });
}

/**
 * Everything about one signature; the arithmetic comes last. True when it stands.
 * @param expected `at` place in the file, `body` the text that was signed, `purpose`, `signer`, `root`: by a root key, `seenAt`
 */
async function checkSignature(check, signature, expected) {
  const { at, body, purpose, signer, root = false } = expected;
  if (!isSignature(signature)) return complain(check, 'signature.malformed', at);
  if (signature.purpose !== purpose) return complain(check, 'signature.purpose', at);
  if (signature.digest !== sm3Hex(utf8(body))) return complain(check, 'signature.digest', at);
  const key = (root ? check.rootKeys : check.keys).get(signature.keyId);
  if (!key) return complain(check, 'key.unknown', at);
  if (signature.signer !== signer) return complain(check, 'signature.signer', at);
  const unusable = whyUnusable(check, key, signature, expected);
  if (unusable) return complain(check, unusable, at);
  if (!(await signatureStands(check, signature, key.point))) return complain(check, 'signature.invalid', at);
  if (check.revoked.has(key.keyId)) complain(check, 'key.revoked_later', at, 'notice');
  return true;
}

/**
 * Validity is judged by the signing time. A revocation is judged by the later of the signing time and the time at which the exporting
 * side recorded the statement, because the thief of a key writes any signing time he likes.
 */
function whyUnusable({ revoked, exportedAt }, key, signature, { seenAt = -Infinity }) {
  const signedAt = readInstant(signature.signedAt);
  if (key.owner !== signature.signer) return 'key.owner';
  if (key.use !== 'signature') return 'key.wrong_use';
  if (signedAt < key.validFrom || signedAt >= (key.validUntil ?? Infinity)) return 'key.not_valid';
  if (Math.max(signedAt, seenAt) >= (revoked.get(key.keyId) ?? Infinity)) return 'key.revoked';
  return signedAt > exportedAt + TOLERANCE_MS ? 'signature.future' : undefined;
}

async function signatureStands({ memo, pause }, { signature, ...signed }, point) {
  const message = canonical(signed);
  const id = [point.hex, signature, message].join('\n');
  if (!memo.has(id)) {
    await pause?.();
    memo.set(id, sm2Verify(utf8(message), readBase64(signature), point));
  }
  return memo.get(id);
}

/** The statements that stand, in their order. */
async function checkStatements(check, list, events) {
  const seenAt = new Map(events.flatMap(({ statement, at }) => (statement ? [[statement, readInstant(at)]] : [])).reverse());
  const statements = list.map(({ body, signature }, index) => ({ at: `statements[${index}]`, body, signature, says: readCanonical(body) }));
  const first = statements.find(({ says }) => isStatement(says))?.says;
  const known = new Set();
  const standing = [];
  for (const statement of statements) {
    const { at, body, signature, says } = statement;
    const wrong = whyNoStatement(check, says, first) ?? (known.has(body) ? 'statement.duplicate' : undefined);
    known.add(body);
    if (wrong) complain(check, wrong, at);
    else {
      const [signer, seen] = [says[`${SIDES[says.kind]}Id`], seenAt.get(signature.digest)];
      const stands = await checkSignature(check, signature, { at, body, purpose: `exchange.${says.kind}`, signer, seenAt: seen });
      if (stands && signature.signedAt < says.at) complain(check, 'statement.time', at);
      else if (stands) standing.push({ ...statement, digest: signature.digest });
    }
  }
  return standing;
}

function whyNoStatement({ file }, says, first) {
  if (!isStatement(says)) return 'statement.malformed';
  // decisions are numbered by the side that decides
  if ((says.epoch === undefined) !== (SIDES[says.kind] === 'sender')) return 'statement.malformed';
  const { digest, signer } = file.document.signature;
  const wanted = { ...first, deliveryId: file.deliveryId, documentDigest: digest, senderId: signer };
  const same = ['deliveryId', 'documentDigest', 'senderId', 'dispatchId', 'recipientId'].every((name) => says[name] === wanted[name]);
  return same ? undefined : 'statement.mixed';
}

/** The holder's receipts, in their order, are one way through `CUSTODY`; answers the state at its end. */
function checkReceipts(check, statements) {
  let [state, epoch] = ['absent', 0];
  const kinds = new Set(statements.map(({ says }) => says.kind));
  for (const { at, says } of statements) {
    const asked = ANSWERS[says.kind];
    if (asked && !kinds.has(asked)) complain(check, 'statement.unasked', at);
    if (SIDES[says.kind] === 'sender') continue;
    const declined = says.kind === 'declined';
    const to = declined ? 'signed_for' : RECEIPTS[says.kind];
    if (says.epoch < epoch || (says.epoch === epoch && !declined)) complain(check, 'receipt.order', at);
    else if (!leadsTo(state, to, says.epoch - epoch) && !(declined && state === to)) complain(check, 'receipt.path', at);
    else if (says.epoch > epoch + 1) complain(check, 'receipt.missing', at, 'notice');
    [state, epoch] = [to, Math.max(epoch, says.epoch)];
  }
  const endings = statements.filter(({ says }) => CUSTODY[RECEIPTS[says.kind]]?.length === 0);
  if (new Set(endings.map(({ says }) => says.kind)).size > 1) complain(check, 'receipt.two_endings', endings.at(-1).at);
  return state;
}

/** In at most this many decisions: a decline may have been one of them, and stays where it is. */
function leadsTo(from, to, decisions) {
  return decisions > 0 && CUSTODY[from].some((next) => next === to || (decisions > 1 && leadsTo(next, to, decisions - 1)));
}

/** Each event carries the SM3 of the one before it; answers those that can be read. */
function checkEvents(check, { events, deliveryId }) {
  let previous = '0'.repeat(64);
  const side = readCanonical(events[0] ?? '')?.side;
  return events.flatMap((text, index) => {
    const place = `events[${index}]`;
    const event = readCanonical(text);
    if (!isEvent(event) || event.deliveryId !== deliveryId) complain(check, 'event.malformed', place);
    else if (event.seq !== index + 1 || event.previous !== previous || event.side !== side) complain(check, 'event.chain', place);
    previous = sm3Hex(utf8(text));
    return isEvent(event) ? [{ ...event, place }] : [];
  });
}

/** What an event rests on is in the file; the state of the exporting side is never ahead of what was signed. */
function checkProofs(check, events, statements) {
  const kinds = new Map(statements.map(({ digest, says }) => [digest, says.kind]));
  let attempted = false;
  for (const { place, kind, statement } of events) {
    attempted ||= kind === 'attempt';
    const needed = Object.hasOwn(PROVEN_BY, kind) ? PROVEN_BY[kind] : undefined;
    // what never left is recalled by the sender alone
    const alone = kind === 'recalled' && !attempted;
    if (statement === undefined && needed && !alone) complain(check, 'event.unproven', place);
    if (statement !== undefined && (!kinds.has(statement) || (needed && kinds.get(statement) !== needed)))
      complain(check, 'event.statement', place);
  }
}

// ---------------------------------------------------------------- the result, for people and for programs

function resultOf(check, { statements = [], custody, events = [] } = {}) {
  const { file, findings, rootKeys } = check;
  const valid = findings.every(({ level }) => level !== 'error');
  return {
    verdict: valid ? 'valid' : 'invalid',
    // only as much as was compared is known of who vouches for the keys
    rootCompared: rootKeys.size > 0 && [...rootKeys.values()].every(({ compared }) => compared),
    roots: [...rootKeys.values()].map(({ owner, keyId, point, compared }) => ({ owner, keyId, fingerprint: point.fingerprint, compared })),
    ...(file && { deliveryId: file.deliveryId, exportedAt: file.exportedAt, ...partiesOf(check, statements), custody }),
    signed: file ? signedWords(check, file) : [],
    events: events.length,
    findings: findings.map((finding) => ({ ...finding, text: WORDS[finding.code] })),
  };
}

function partiesOf({ file, keys, document }, statements) {
  const names = new Map([...keys.values()].map(({ owner, ownerName }) => [owner, ownerName]));
  const [senderId, recipientId] = [file.document.signature.signer, statements[0]?.says.recipientId];
  const party = (id) => ({ id, ...(names.has(id) && { name: names.get(id) }) });
  return {
    ...(isText(senderId) && { sender: party(senderId) }),
    ...(recipientId && { recipient: party(recipientId), dispatchId: statements[0].says.dispatchId }),
    document: { ...(isDigest(file.document.signature.digest) && { digest: file.document.signature.digest }), ...titleOf(document) },
  };
}

/** Title and 发文字号, when the document has them in the usual places. */
function titleOf(document) {
  const { title, documentNumber: number } = isObject(document) && isObject(document.elements) ? document.elements : {};
  const numbered = isObject(number) && isText(number.agencyCode) && isCount(number.year) && isCount(number.serial);
  return { ...(isText(title) && { title }), ...(numbered && { number: `${number.agencyCode}〔${number.year}〕${number.serial}号` }) };
}

/** Who signed what when, in the order of the file; `stands` is false when anything about it was found wrong. */
function signedWords({ keys, rootKeys, findings }, file) {
  const faulty = new Set(findings.filter(({ level }) => level === 'error').map(({ at }) => at));
  const word = (at, kind, signature, says = {}) => {
    const key = keys.get(signature.keyId) ?? rootKeys.get(signature.keyId);
    const { signer, keyId, signedAt } = signature;
    const root = rootKeys.get(key?.root)?.point.fingerprint;
    const { by, reason } = isStatement(says) ? says : {};
    return { at, kind, signer, signerName: key?.ownerName, keyId, signedAt, by, reason, root, stands: !faulty.has(at) };
  };
  return [
    word('document', 'document', file.document.signature),
    ...file.statements.map(({ body, signature }, index) => {
      const says = readCanonical(body);
      return word(`statements[${index}]`, isStatement(says) ? says.kind : 'unknown', signature, says);
    }),
    word('seal', 'seal', file.seal),
  ];
}

/** `2026-11-23 10:05:09`, the time of the office (Asia/Shanghai). */
export function officeTime(instant) {
  const ms = readInstant(instant);
  return ms === undefined ? '时间不明' : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The result in the words of the office: what the page and the command line show. Plain text, nothing of it is markup. */
export function wordsOf(result) {
  const { verdict, rootCompared, document = {}, sender, recipient } = result;
  const nameOf = (party) => party?.name ?? party?.id ?? '不明';
  return {
    verdict: verdict === 'invalid' ? '证据无效' : rootCompared ? '证据有效' : '签名全部有效，根密钥未核对',
    facts: [
      ['公文', [document.number, document.title].filter(Boolean).join(' ') || '不明'],
      ['公文摘要', document.digest ?? '不明'],
      ['发文单位', nameOf(sender)],
      ['收文单位', nameOf(recipient)],
      ['收文方状态', STATE_WORDS[result.custody] ?? '不明'],
      ['投递编号', result.deliveryId ?? '不明'],
      ['经过记录', `${result.events} 条`],
      ['导出时间', officeTime(result.exportedAt)],
    ],
    roots: result.roots.map(({ fingerprint, compared }) => [fingerprint, compared ? '已核对' : '未核对']),
    signed: result.signed.map(({ kind, signer, signerName, signedAt, by, reason, stands }) => ({
      ...{ stands, when: officeTime(signedAt), what: KIND_WORDS[kind] ?? '不明' },
      who: [signerName ?? (kind === 'seal' ? '导出节点' : isText(signer) ? signer : '不明'), by?.name].filter(Boolean).join(' '),
      why: reason?.text ?? '',
    })),
    findings: result.findings.map(({ level, code, at, text }) => ({ level, text, where: `${at} · ${code}` })),
  };
}

// ---------------------------------------------------------------- command line

const USAGE = '用法: node verify-evidence.mjs <证据文件> [--root <根密钥指纹>]… [--json]';

function readArguments(args) {
  const [paths, roots] = [[], []];
  let json = false;
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--json') json = true;
    else if (args[at] === '--root') roots.push(args[(at += 1)] ?? '');
    else paths.push(args[at]);
  }
  const wrong = paths.length !== 1 || paths[0].startsWith('--') || !roots.every((root) => /^[0-9a-f]{64}$/i.test(root));
  return wrong ? undefined : { path: paths[0], roots, json };
}

function printedLines(result) {
  const { verdict, facts, roots, signed, findings } = wordsOf(result);
  return [
    verdict,
    ...(result.deliveryId ? facts.map(([name, value]) => `  ${name}  ${value}`) : []),
    ...roots.map(([fingerprint, compared]) => `  根密钥指纹（${compared}）  ${fingerprint}`),
    ...signed.map(({ stands, when, what, who, why }) => `  ${stands ? '✓' : '✗'} ${[when, what, who, why].filter(Boolean).join('  ')}`),
    ...findings.map(({ level, text, where }) => `  ${level === 'error' ? '问题' : '提示'}: ${text}（${where}）`),
  ];
}

/** One line each, whatever the file says in it: control characters would let a file write on the terminal. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const printable = (line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');

async function main(args) {
  const wanted = readArguments(args);
  if (!wanted) {
    console.error(USAGE);
    return 2;
  }
  const { readFile: read, stat } = await import('node:fs/promises');
  let bytes;
  try {
    // one byte beyond the limit is enough to be refused; a larger file is not read at all
    const { size } = await stat(wanted.path);
    bytes = size > LIMITS.bytes ? new Uint8Array(LIMITS.bytes + 1) : await read(wanted.path);
  } catch {
    console.error(`无法读取文件: ${wanted.path}`);
    return 2;
  }
  const result = await verifyEvidence(bytes, { roots: wanted.roots });
  const lines = wanted.json ? [JSON.stringify(result)] : printedLines(result).map(printable);
  console.log(lines.join('\n'));
  return result.verdict === 'valid' ? 0 : 1;
}

/** Started as a program, not imported by another module or a page. */
async function isProgram() {
  const started = globalThis.process?.argv?.[1];
  if (!started) return false;
  const [{ realpathSync }, { pathToFileURL }] = [await import('node:fs'), await import('node:url')];
  try {
    return pathToFileURL(realpathSync(started)).href === import.meta.url;
  } catch {
    return false;
  }
}

if (await isProgram()) process.exitCode = await main(process.argv.slice(2));
