import 'server-only';
import type { Context } from '@/lib/access/context';
import { CA_SETUP_SETTING, readCaSetup, type CaSetup } from './rules/ca-setup';
import { CA_WINDOW_SETTING, caWindowSchema, DEFAULT_CA_WINDOW, type CaWindow } from './rules/ca-window';

/** What the operator says about the two CAs and their window: public, as it stands on the download pages. */
export async function caSetup({ db }: Pick<Context, 'db'>): Promise<CaSetup & { readonly window: CaWindow }> {
  const rows = await db.setting.findMany({ where: { key: { in: [CA_SETUP_SETTING, CA_WINDOW_SETTING] } } });
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  const window = caWindowSchema.safeParse(value(CA_WINDOW_SETTING)).data ?? DEFAULT_CA_WINDOW;
  return { ...readCaSetup(value(CA_SETUP_SETTING)), window };
}
