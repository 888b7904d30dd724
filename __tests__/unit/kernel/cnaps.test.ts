import { describe, expect, it } from '@jest/globals';

import { parseCnaps } from '@/lib/kernel/cnaps';

describe('parseCnaps', () => {
  it.each(['102305000001', '1023 0500 0001', '１０２３０５０００００１'])('reads %j', (text) => {
    expect(parseCnaps(text)).toEqual({ ok: true, value: '102305000001' });
  });

  it.each([
    ['', 'length'],
    ['10230500000', 'length'],
    ['1023050000011', 'length'],
    ['10230500000A', 'digits'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseCnaps(text)).toEqual({ ok: false, refusal });
  });
});
