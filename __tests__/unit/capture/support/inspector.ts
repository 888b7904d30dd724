import { afterAll, beforeAll, jest } from '@jest/globals';
import type { ContentReading } from '@/lib/capture/rules/inspection';
import type { Result } from '@/lib/kernel/result';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import type { InspectedPhotograph, PhotographRefusal } from '@/lib/ports/photograph-inspector';
import { buildVisionAssets } from '../../../../scripts/build/vision-assets.mjs';

type Inspector = {
  inspect(picture: Uint8Array): Promise<Result<InspectedPhotograph, PhotographRefusal>>;
  /** For pictures that must be readable. */
  lookAt(picture: Uint8Array): Promise<InspectedPhotograph>;
  compare(flat: Uint8Array, pdf: Uint8Array): Promise<ContentReading>;
};

/**
 * Looks at pictures as the server does, in the built thread; it ends with the test file. Also the fast way: inside a
 * test's own context the same arithmetic takes twenty times as long.
 */
export function anInspector(): Inspector {
  // a picture takes a second, and ten on a machine that is busy with other things
  jest.setTimeout(120_000);
  let inspector: ReturnType<typeof workerInspector>;
  beforeAll(async () => {
    inspector = workerInspector({ workerPath: await buildVisionAssets() });
  });
  afterAll(() => inspector.close());
  return {
    inspect: (picture) => inspector.inspect(picture),
    compare: async (flat, pdf) => {
      const reading = await inspector.compare(flat, pdf);
      if (!reading) throw new Error('it took too long to compare');
      return reading;
    },
    lookAt: async (picture) => {
      const result = await inspector.inspect(picture);
      if (!result.ok) throw new Error(`not a picture: ${result.refusal.code}`);
      return result.value;
    },
  };
}
