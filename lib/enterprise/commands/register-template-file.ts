import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { registerTemplate } from '../reading/register-template';

/** The spreadsheet to fill in, for whoever may see the register. */
export function registerTemplateFile(ctx: Context<StaffActor>): Uint8Array {
  authorise(ctx.actor, 'register.read');
  return registerTemplate();
}
