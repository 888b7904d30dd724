import 'server-only';
import { headers } from 'next/headers';
import { paths } from '@/lib/kernel/paths';

/** The page that asks for proof again and leads back to where the act was asked for. */
export async function provePage(): Promise<string> {
  const from = (await headers()).get('referer');
  if (!from || !URL.canParse(from)) return paths.staffProve();
  const { pathname, search } = new URL(from);
  return paths.staffProve(`${pathname}${search}`);
}
