import 'server-only';
import type { Context } from '@/lib/access/context';
import { settingValue } from '../ca-store';
import { CA_WINDOW_SETTING, caWindowSchema, DEFAULT_CA_WINDOW, type CaWindow } from '../rules/ca-window';

/** The window as the operator has set it; a setting that does not hold counts as not set. */
export async function caWindow(ctx: Context): Promise<CaWindow> {
  const read = caWindowSchema.safeParse(await settingValue(ctx.db, CA_WINDOW_SETTING));
  return read.success ? read.data : DEFAULT_CA_WINDOW;
}
