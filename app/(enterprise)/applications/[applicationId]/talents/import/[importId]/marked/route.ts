import { z } from 'zod';
import { markedFile } from '@/lib/application/commands/talent-sheets';
import { route } from '@/lib/runtime/route';
import { sheetResponse } from '@/lib/runtime/sheet-response';

const params = z.object({ applicationId: z.uuid(), importId: z.uuid() });

/** The sheet that was read, back with its errors marked. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params: { applicationId, importId } }) =>
  sheetResponse(await markedFile(ctx, applicationId, importId), '导入结果.xlsx'),
);
