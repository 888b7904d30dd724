import { describe, expect, it } from '@jest/globals';
import { filesBelow } from '../../scripts/tools/sources.mjs';
import { readSource } from './source';

const written = (filesBelow(['components', 'lib', 'scripts', '__tests__', 'prisma']) as string[]).filter((path) =>
  /\.(tsx?|mjs|cjs|css)$/.test(path),
);

describe('names', () => {
  it('are in kebab case, folders too', () => {
    const isKebab = (part: string) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part);
    const isOdd = (path: string) => !path.replace('__tests__/', '').split('/').every(isKebab);
    expect(written.filter(isOdd)).toEqual([]);
  });

  it('say what a file is about, not that it is of some use', () => {
    const vague = /\/(utils?|helpers?|misc|common|manager|service|types|index)\.(tsx?|mjs)$/;
    expect(written.filter((path) => vague.test(path))).toEqual([]);
  });

  it('no path of a machine and no address of a registry stands in any file', () => {
    const everything = filesBelow([
      ...[
        'app',
        'components',
        'lib',
        'scripts',
        '__tests__',
        'prisma',
        'docs',
        '.ci',
        'package.json',
        '.npmrc',
        '.env.example',
      ],
      ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'next.config.ts', 'jest.config.mjs'],
    ]) as string[];
    const texts = everything.filter((path) => !/\.(png|jpe?g|pdf|ttf|otf|woff2?|mjpeg|wasm|icns?)$/.test(path));
    const telling = /(^|[^\w/.-])\/(home|root|Users|work|farm|tmp\/plan)\/|registry\.(npmjs|npmmirror)\./m;
    expect(
      texts.filter((path) => path !== '__tests__/architecture/names.test.ts' && telling.test(readSource(path))),
    ).toEqual([]);
  });
});
