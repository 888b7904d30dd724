import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseEmail } from '@/lib/kernel/email';

describe('parseEmail', () => {
  it.each([
    ['hr@example.com', 'hr@example.com'],
    [' Zhang.San@Example.COM ', 'Zhang.San@example.com'],
    ['ｈｒ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'hr@example.com'],
    ['a+b_c@mail.example-park.com.cn', 'a+b_c@mail.example-park.com.cn'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('reads %j as %s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    '',
    'hr',
    '@example.com',
    'hr@',
    'hr@example',
    'hr@@example.com',
    'h r@example.com',
    '.hr@example.com',
    'hr.@example.com',
    'h..r@example.com',
    'hr@-example.com',
    'hr@example..com',
    'hr@example.c',
    'hr@192.0.2.1',
    '张三@example.com',
    'hr@example.com\nBcc: x@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
  ])('refuses %j', (text) => {
    expect(parseEmail(text)).toEqual({ ok: false, refusal: 'format' });
  });

  it('answers an address without white space or control characters, or refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseEmail(`${text}@example.com`);
        if (read.ok) expect(read.value).toMatch(/^[!-~]+@[!-~]+$/);
      }),
    );
  });

  it('answers at once on text made to stall a pattern', () => {
    const started = performance.now();
    parseEmail(`${'a.'.repeat(50_000)}@`);
    parseEmail(`a@${'a-'.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
