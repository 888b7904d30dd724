/** FIPS 180-4, 4.2.2: the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
);
/** FIPS 180-4, 5.3.3. Whole 32-bit numbers throughout: with one that is larger, engines compute in floating point. */
const START = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);
const WORDS_MAX = 13;

const schedule = new Int32Array(64);

/**
 * SHA-256 of at most 13 words (one block), written into `digest` (8 words). For many short messages one after another:
 * WebCrypto answers each by a promise, and is missing where the site is served over http.
 */
export function sha256OfWords(words: Int32Array, digest: Int32Array): void {
  if (words.length > WORDS_MAX) throw new RangeError(`more than ${WORDS_MAX} words`);
  schedule.fill(0, words.length, 15);
  schedule.set(words);
  schedule[words.length] = 0x80000000;
  schedule[15] = words.length * 32;
  expand();
  digest.set(START);
  compress(digest);
}

/** FIPS 180-4, 6.2.2, step 1. */
function expand(): void {
  for (let t = 16; t < 64; t += 1) {
    const [x, y] = [schedule[t - 15] ?? 0, schedule[t - 2] ?? 0];
    const near = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const far = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = far + (schedule[t - 7] ?? 0) + near + (schedule[t - 16] ?? 0);
  }
}

/** Steps 2 to 4; the letters are those of the standard. */
function compress(digest: Int32Array): void {
  // One by one: taken apart as a list, the eight cost more than all that follows.
  let a = digest[0] ?? 0;
  let b = digest[1] ?? 0;
  let c = digest[2] ?? 0;
  let d = digest[3] ?? 0;
  let e = digest[4] ?? 0;
  let f = digest[5] ?? 0;
  let g = digest[6] ?? 0;
  let h = digest[7] ?? 0;
  for (let t = 0; t < 64; t += 1) {
    const turned = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + turned + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const mixed = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (mixed + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    digest[index] = (digest[index] ?? 0) + word;
  });
}
