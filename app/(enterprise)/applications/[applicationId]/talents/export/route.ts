import { z } from 'zod';
import { exportTalents, exportTalentsSchema } from '@/lib/application/commands/export-talents';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { sheetResponse } from '@/lib/runtime/sheet-response';

const params = z.object({ applicationId: z.uuid() });

/** 导出. Not a GET: it is an act that stands in the log. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params, request }) => {
  const body: unknown = await request.json().catch(() => null);
  const input = exportTalentsSchema.omit({ applicationId: true }).safeParse(body);
  if (!input.success) return problem(400, 'form-incomplete');
  const file = await exportTalents(ctx, { ...input.data, applicationId: params.applicationId });
  return file.ok ? sheetResponse(file.value.bytes, file.value.name) : answerJson(file, explainApplication);
});
