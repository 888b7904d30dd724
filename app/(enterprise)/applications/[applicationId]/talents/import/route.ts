import { z } from 'zod';
import { readTalents } from '@/lib/application/commands/read-talents';
import { explainApplication } from '@/lib/application/rules/refusals';
import { explainImport } from '@/lib/application/rules/import-refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ applicationId: z.uuid() });

/** A sheet or a paste of talents as the body, to be read and compared; its name stands in a header. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params, request }) => {
  const source = new URL(request.url).searchParams.get('source') === 'paste' ? 'paste' : 'file';
  const input = { applicationId: params.applicationId, source, name: uploadName(request) } as const;
  return answerJson(await readTalents(ctx, input, request.body), { ...explainApplication, ...explainImport });
});
