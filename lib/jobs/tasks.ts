import 'server-only';
import type { Context } from '@/lib/access/context';
import { refreshCrls } from '@/lib/enterprise/commands/refresh-crls';
import { drawPages } from '@/lib/files/commands/draw-pages';
import { sendResetCode } from '@/lib/access/commands/ask-reset';
import { send } from '@/lib/messaging/commands/send';
import { issueLetter, type LetterPayload } from '@/lib/letter/commands/issue-letter';
import { tell, type TellPayload } from '@/lib/messaging/commands/tell';
import { sweep } from './sweep';

export type JobTools = { readonly context: (job: string) => Promise<Context>; readonly origin: string };

/** Every job by name; what is not here cannot be run. */
export function tasks(tools: JobTools): Record<string, (payload: unknown) => Promise<void>> {
  return {
    tell: async (payload) => tell(await tools.context('tell'), payload as TellPayload, tools.origin),
    letter: async (payload) => issueLetter(await tools.context('letter'), payload as LetterPayload),
    send: async (payload) => send(await tools.context('send'), payload as { messageId: string }),
    'ca-crls': async () => void (await refreshCrls(await tools.context('ca-crls'))),
    'reset-code': async (payload) => sendResetCode(await tools.context('reset-code'), payload as { resetId: string }),
    'draw-pages': async (payload) => drawPages(await tools.context('draw-pages'), payload as { fileId: string }),
    sweep: async () => sweep(await tools.context('sweep')),
  };
}
