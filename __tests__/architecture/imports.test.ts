import { describe, expect, it } from '@jest/globals';
import { runQuietly } from '../../scripts/tools/command.mjs';
import { inProject } from '../../scripts/tools/project.mjs';

const SOURCES = ['app', 'components', 'lib', 'prisma', 'scripts', '__tests__', 'proxy.ts', 'instrumentation.ts'];

describe('imports', () => {
  it('go only where the table of layers and areas allows, and never in a circle', async () => {
    const cruise = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const { code, output } = await runQuietly(process.execPath, [cruise, ...SOURCES]);
    expect(code === 0 ? '' : output).toBe('');
  }, 180_000);
});
