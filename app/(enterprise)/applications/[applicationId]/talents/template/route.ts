import { z } from 'zod';
import { templateFile } from '@/lib/application/commands/talent-sheets';
import { route } from '@/lib/runtime/route';
import { sheetResponse } from '@/lib/runtime/sheet-response';

const params = z.object({ applicationId: z.uuid() });

/** The sheet to fill in, by the version of the programme that the application is pinned to. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params: { applicationId } }) =>
  sheetResponse(await templateFile(ctx, applicationId), '导入模板.xlsx'),
);
