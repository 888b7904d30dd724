import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256OfWords } from '@/lib/kernel/sha256';

function hashOf(words: readonly number[]): string {
  const digest = new Int32Array(8);
  sha256OfWords(Int32Array.from(words), digest);
  return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function hashOfNode(words: readonly number[]): string {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, index) => bytes.writeUInt32BE(word >>> 0, index * 4));
  return createHash('sha256').update(bytes).digest('hex');
}

describe('SHA-256 of a few words', () => {
  it('of nothing is that of the standard', () => {
    expect(hashOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is what Node computes, one after another, whatever their length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 13 }), (words) => {
        expect(hashOf(words)).toBe(hashOfNode(words));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what does not fit into one block', () => {
    expect(() => hashOf(Array.from({ length: 14 }, () => 0))).toThrow(RangeError);
  });
});
