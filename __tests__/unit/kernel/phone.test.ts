import { describe, expect, it } from '@jest/globals';

import { parseMobile, parseTelephone } from '@/lib/kernel/phone';

describe('parseMobile', () => {
  it.each(['13800000000', '138 0000 0000', '138-0000-0000', '+8613800000000', '+86 138 0000 0000', '0086-13800000000'])(
    'reads %j',
    (text) => {
      expect(parseMobile(text)).toEqual({ ok: true, value: '13800000000' });
    },
  );

  it('reads full width and the bare country code', () => {
    expect(parseMobile('１３８００００００００')).toEqual({ ok: true, value: '13800000000' });
    expect(parseMobile('8613800000000')).toEqual({ ok: true, value: '13800000000' });
  });

  it.each(['', '1380000000', '138000000000', '12800000000', '23800000000', '+852 61234567', '1380000000a'])(
    'refuses %j',
    (text) => {
      expect(parseMobile(text)).toEqual({ ok: false, refusal: 'format' });
    },
  );
});

describe('parseTelephone', () => {
  it.each([
    ['0512-66680000', '0512-66680000'],
    ['051266680000', '0512-66680000'],
    ['(0512) 66680000', '0512-66680000'],
    ['（０５１２）６６６８００００', '0512-66680000'],
    ['+86 512 66680000', '0512-66680000'],
    ['+86-0512-66680000', '0512-66680000'],
    ['0512-66680000-801', '0512-66680000-801'],
    ['0512-66680000转801', '0512-66680000-801'],
    ['0512-66680000 ext. 801', '0512-66680000-801'],
    ['010-12345678', '010-12345678'],
    ['02512345678', '025-12345678'],
    ['0991-1234567', '0991-1234567'],
    ['400-000-0000', '400-000-0000'],
    ['4000000000', '400-000-0000'],
    ['138 0000 0000', '13800000000'],
  ])('reads %j as %s', (text, telephone) => {
    expect(parseTelephone(text)).toEqual({ ok: true, value: telephone });
  });

  it.each(['', '66680000', '0512', '0512-666800', '0512-666800001', '12345', '400-000-000', 'abc'])(
    'refuses %j',
    (text) => {
      expect(parseTelephone(text)).toEqual({ ok: false, refusal: 'format' });
    },
  );

  it('answers a canonical number: reading it again changes nothing', () => {
    for (const text of ['051266680000', '(0512)66680000转801', '4000000000', '+8613800000000', '02512345678']) {
      const read = parseTelephone(text);
      expect(read.ok && parseTelephone(read.value)).toEqual(read);
    }
  });
});
