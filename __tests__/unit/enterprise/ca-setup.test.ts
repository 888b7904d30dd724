import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CA_SETUP_DEFAULT, caOfSlug, isOlderVersion, readCaSetup } from '@/lib/enterprise/rules/ca-setup';
import { oldBrowserPage } from '@/lib/enterprise/rules/old-browser-page';

const aVersion = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 });
const text = (parts: readonly number[]) => parts.join('.');

describe('versions', () => {
  it('are compared number by number, the first difference decides', () => {
    fc.assert(
      fc.property(aVersion, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 }), (parts, at, more) => {
        const place = Math.min(at, parts.length - 1);
        const newer = parts.map((one, index) => (index === place ? one + more : index > place ? 0 : one));
        expect(isOlderVersion(text(parts), text(newer))).toBe(true);
        expect(isOlderVersion(text(newer), text(parts))).toBe(false);
      }),
    );
  });

  it('are not older than themselves, with or without noughts behind', () => {
    fc.assert(fc.property(aVersion, (parts) => expect(isOlderVersion(text(parts), `${text(parts)}.0`)).toBe(false)));
    expect(isOlderVersion('3.10.0', '3.9')).toBe(false);
  });

  it('that are none count as too old', () => {
    for (const odd of ['', 'latest', '3.x', '-1', '3..1']) expect(isOlderVersion(odd, '0.1')).toBe(true);
  });
});

describe('what the operator says', () => {
  it('counts as not said when it does not hold', () => {
    for (const odd of [null, undefined, 7, {}, { JIANGSU: {} }]) expect(readCaSetup(odd)).toEqual(CA_SETUP_DEFAULT);
  });

  it('may name a package on another server by https only', () => {
    const found = { name: 'driver.exe', version: '3.1', sha256: 'a'.repeat(64), sizeBytes: 9 };
    const withUrl = (url: string) => ({
      ...CA_SETUP_DEFAULT,
      JIANGSU: { ...CA_SETUP_DEFAULT.JIANGSU, package: { ...found, url } },
    });
    expect(readCaSetup(withUrl('https://files.example.com/driver.exe')).JIANGSU.package?.name).toBe('driver.exe');
    expect(readCaSetup(withUrl('http://files.example.com/driver.exe')).JIANGSU.package).toBeNull();
    expect(readCaSetup(withUrl('javascript:alert(1)')).JIANGSU.package).toBeNull();
  });

  it('has no page for a CA that does not exist', () => {
    expect([caOfSlug('jiangsu'), caOfSlug('suzhou'), caOfSlug('beijing')]).toEqual(['JIANGSU', 'SUZHOU', undefined]);
  });
});

describe('the page for Internet Explorer', () => {
  it('names browsers that work, runs no script and lets no configured text become markup', () => {
    const html = oldBrowserPage({ wordmark: '<script>alert(1)</script>', phone: '"><img>', email: 'a@example.com' });
    expect(html).toContain('Microsoft Edge');
    expect(html).toContain('a@example.com');
    expect(html).not.toMatch(/<script|<img|var\(|grid/i);
  });
});
