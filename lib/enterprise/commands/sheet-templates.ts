import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { sheetTemplate } from '../reading/sheet-template';
import { BANK_COLUMNS } from '../rules/bank-sheet';
import { REGISTER_COLUMNS } from '../rules/register-sheet';
import type { SheetColumn } from '../rules/sheet-heading';

/** The spreadsheet of the register to fill in, for whoever may see the register. */
export function registerTemplateFile(ctx: Context<StaffActor>): Uint8Array {
  authorise(ctx.actor, 'register.read');
  return sheetTemplate('法人库', headingsOf(REGISTER_COLUMNS));
}

/** The spreadsheet of the bank table to fill in. */
export function bankTemplateFile(ctx: Context<StaffActor>): Uint8Array {
  authorise(ctx.actor, 'bank.manage');
  return sheetTemplate('银行表', headingsOf(BANK_COLUMNS));
}

const headingsOf = (columns: readonly SheetColumn<string>[]) => columns.map(({ headings: [first = ''] }) => first);
