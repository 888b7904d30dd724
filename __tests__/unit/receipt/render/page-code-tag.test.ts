import { describe, expect, it } from '@jest/globals';

import { contentHash } from '@/lib/paper/render/content-hash';
import { isPageCodeTag, pageCodeTag } from '@/lib/receipt/render/page-code-tag';

import { aReceiptModel } from '../../../builders/receipt-model';

const secret = new TextEncoder().encode('a secret for tests only');
const model = aReceiptModel();
const page = { number: model.number, version: 2, page: 1, contentSha256: contentHash(model) };
const tag = pageCodeTag(secret, page);

describe('the tag of a page code', () => {
  it('is 128 bits in 26 characters and the same every time', () => {
    expect(tag).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(pageCodeTag(secret, page)).toBe(tag);
    expect(isPageCodeTag(tag, secret, page)).toBe(true);
  });

  it('belongs to one number, one version, one page, one content and one secret', () => {
    const others = [
      { number: 'SJ20260001884' },
      { version: 3 },
      { page: 2 },
      { contentSha256: contentHash(aReceiptModel({ version: 1 })) },
    ];
    for (const other of others) expect(isPageCodeTag(tag, secret, { ...page, ...other })).toBe(false);
    expect(isPageCodeTag(tag, new TextEncoder().encode('another secret'), page)).toBe(false);
  });

  it('is refused when any one character is changed, missing, added or in lower case', () => {
    for (let index = 0; index < tag.length; index += 1) {
      const changed = tag[index] === '0' ? '1' : '0';
      expect(isPageCodeTag(tag.slice(0, index) + changed + tag.slice(index + 1), secret, page)).toBe(false);
    }
    for (const other of [tag.slice(1), `${tag}0`, tag.toLowerCase(), ''])
      expect(isPageCodeTag(other, secret, page)).toBe(false);
  });

  it('changes with a single digit of a single amount', () => {
    const talent = { name: '陈思远', categoryLabel: 'A 类', amountFen: 100_000_00 };
    const [one, other] = [100_000_00, 100_000_01].map((amountFen) =>
      pageCodeTag(secret, {
        ...page,
        contentSha256: contentHash(aReceiptModel({ lines: [{ ...talent, amountFen }] })),
      }),
    );
    expect(one).not.toBe(other);
  });
});

describe('the hash of the content', () => {
  it('does not depend on the order in which the model was put together', () => {
    const reversed = Object.fromEntries(Object.entries(model).reverse()) as typeof model;
    expect(contentHash(reversed)).toBe(contentHash(model));
  });
});
