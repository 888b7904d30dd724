import { z } from 'zod';
import { exportCases } from '@/lib/export/commands/export-cases';
import { exportMoney } from '@/lib/export/commands/export-money';
import { exportTalents } from '@/lib/export/commands/export-talents';
import { exportCasesSchema, exportMoneySchema, exportTalentsSchema } from '@/lib/export/rules/export.schema';
import { explainExport } from '@/lib/export/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { sheetResponse } from '@/lib/runtime/sheet-response';

const params = z.object({ kind: z.enum(['cases', 'talents', 'money']) });
const asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cases'), input: exportCasesSchema }),
  z.object({ kind: z.literal('talents'), input: exportTalentsSchema }),
  z.object({ kind: z.literal('money'), input: exportMoneySchema }),
]);

/** 导出. Not a GET: it is an act that stands in the log; personal data leave only after a new proof of who asks. */
export const POST = route(
  { who: 'staff', params, changes: true, requireStepUp: true },
  async ({ ctx, params: { kind }, request }) => {
    const body: unknown = await request.json().catch(() => null);
    const read = asked.safeParse({ kind, input: body });
    if (!read.success) return problem(400, 'form-incomplete');
    const answer = await answerTo(ctx, read.data);
    return answer.ok ? sheetResponse(answer.value.body, answer.value.name) : answerJson(answer, explainExport);
  },
);

function answerTo(ctx: Parameters<typeof exportCases>[0], { kind, input }: z.infer<typeof asked>) {
  switch (kind) {
    case 'cases':
      return exportCases(ctx, input);
    case 'talents':
      return exportTalents(ctx, input);
    case 'money':
      return exportMoney(ctx, input);
  }
}
