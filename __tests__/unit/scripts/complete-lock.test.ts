import { describe, expect, it } from '@jest/globals';
import { completeLock } from '../../../scripts/complete-lock.mjs';

const withOptional = (optionalDependencies: Record<string, string>) => ({
  packages: { '': {}, 'node_modules/builder': { version: '2.0.0', dev: true, optionalDependencies } } as Record<
    string,
    object
  >,
});

describe('completing the lock', () => {
  it('adds a platform binary that npm left out, with the system and processor its name tells', () => {
    const lock = withOptional({ '@builder/binding-win32-arm64-msvc': '2.0.0' });
    expect(completeLock(lock)).toEqual(['@builder/binding-win32-arm64-msvc']);
    expect(lock.packages['node_modules/@builder/binding-win32-arm64-msvc']).toEqual({
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['win32'],
      cpu: ['arm64'],
    });
  });

  it('adds nothing a second time and keeps the packages in order', () => {
    const lock = withOptional({ '@builder/binding-linux-x64-gnu': '2.0.0', '@a/darwin-x64': '1.0.0' });
    completeLock(lock);
    expect(completeLock(lock)).toEqual([]);
    expect(Object.keys(lock.packages)).toEqual([...Object.keys(lock.packages)].sort());
  });

  it('leaves alone what is asked for by a range, since npm may choose there', () => {
    expect(completeLock(withOptional({ 'something-optional': '^1.2.0' }))).toEqual([]);
  });
});
