import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeNext } from '@/lib/access/rules/safe-next';

const home = (next: string | undefined) => safeNext(next, 'enterprise', '/home');
const desk = (next: string | undefined) => safeNext(next, 'staff', '/staff');

describe('the page to go to after signing in', () => {
  it('is the page that was asked for, with its query and fragment', () => {
    expect(home('/applications/new/talent-recruitment')).toBe('/applications/new/talent-recruitment');
    expect(home('/disbursements/1?at=receipt#upload')).toBe('/disbursements/1?at=receipt#upload');
    expect(desk('/staff/queue/first?q=苏州')).toBe('/staff/queue/first?q=%E8%8B%8F%E5%B7%9E');
  });

  it.each([
    undefined,
    '',
    'home',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%09/../..//evil.example',
    'https://evil.example/home',
    'http:/home',
    'javascript:alert(1)',
    'data:text/html,x',
    '/home\\@evil.example',
    `/${'a'.repeat(600)}`,
  ])('is the home page when asked for %j', (next) => {
    expect(home(next)).toBe('/home');
  });

  it('is never a page of the other side, which would only refuse', () => {
    expect(home('/staff/queue/first')).toBe('/home');
    expect(home('/staff')).toBe('/home');
    expect(home('/x/../staff')).toBe('/home');
    expect(desk('/home')).toBe('/staff');
    expect(home('/staffing')).toBe('/staffing');
  });

  it.each(['/login', '/login?next=/login', '/sign-out', '/api/auth/session', '/dev/outbox', '/_next/x'])(
    'is never %s',
    (next) => {
      expect(home(next)).toBe('/home');
    },
  );

  it('is never the staff form itself', () => {
    expect(desk('/staff/login?next=/staff')).toBe('/staff');
  });

  it('stays on this site whatever is asked for', () => {
    const parts = fc.constantFrom('/', '\\', '.', '..', '%2f', '%5c', '\t', '@', ':', 'evil.example', '?', '#', 'a');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (some) => {
        const answer = home(some.join(''));
        expect(new URL(answer, 'https://portal.example').origin).toBe('https://portal.example');
      }),
      { numRuns: 3000 },
    );
  });
});
