import { describe, expect, it } from '@jest/globals';
import { readSource } from './source';

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };

const lock = JSON.parse(readSource('package-lock.json')) as Lock;

// Below these versions there are published holes: remote code, bypassed guards, poisoned caches.
const AT_LEAST: Record<string, string> = {
  next: '16.3.5',
  react: '19.2.6',
  'react-dom': '19.2.6',
};

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [numbers(version), numbers(floor)];
  const differing = need.findIndex((part, index) => part !== have[index]);
  return differing < 0 || (have[differing] ?? 0) > (need[differing] ?? 0);
}

describe('packages', () => {
  it.each(Object.entries(AT_LEAST))('%s is at least %s', (name, floor) => {
    const version = lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect({ version, isSafe: isAtLeast(version, floor) }).toEqual({ version, isSafe: true });
  });

  it('the lock names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved)).toEqual([]);
  });

  it('the abandoned spreadsheet reader with known holes never comes in', () => {
    expect(Object.keys(lock.packages).filter((path) => /node_modules\/(xlsx|svg-captcha)$/.test(path))).toEqual([]);
  });
});
