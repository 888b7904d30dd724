import { describe, expect, it } from '@jest/globals';

import { parseResidentId } from '@/lib/kernel/resident-id';
import { parseUscc } from '@/lib/kernel/uscc';
import { APPLIED_ON, inventedResidentId, inventedUscc } from '../../builders/answers';

describe('invented people and enterprises', () => {
  const seeds = Array.from({ length: 2000 }, (_, seed) => seed);

  it('have right check characters, a region that was never issued, and no namesake in number', () => {
    const numbers = seeds.map(inventedResidentId);
    expect(numbers.every((number) => number.startsWith('320599') && parseResidentId(number, APPLIED_ON).ok)).toBe(true);
    expect(new Set(numbers).size).toBe(seeds.length);
    expect(seeds.every((seed) => parseUscc(inventedUscc(seed)).ok)).toBe(true);
  });
});
