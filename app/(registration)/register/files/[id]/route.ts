import { z } from 'zod';
import { registrationFile } from '@/lib/enterprise/registration-queries';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { fileResponse } from '@/lib/runtime/file-response';
import { route } from '@/lib/runtime/route';

/** What was uploaded for a registration, for the browser that holds it. */
export const GET = route({ who: 'public', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) =>
  fileResponse(await registrationFile(ctx, await readCaBrowser(), params.id), request),
);
