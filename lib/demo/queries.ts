import 'server-only';
import { z } from 'zod';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';

export const DEMO_ACCOUNTS = 'demo.accounts';

const accountsSchema = z.array(
  z.object({ label: z.string(), organisation: z.string().optional(), username: z.string(), password: z.string() }),
);
export type DemoAccount = z.infer<typeof accountsSchema>[number];

/** One account per role, as the seed made them. */
export async function demoAccounts(ctx: Context): Promise<DemoAccount[]> {
  authorise(ctx.actor, 'dev.read');
  const row = await ctx.db.setting.findUnique({ where: { key: DEMO_ACCOUNTS } });
  return row ? accountsSchema.parse(row.value) : [];
}

export type DevMessage = {
  readonly id: string;
  readonly channel: 'MAIL' | 'SMS';
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: Date;
};

const SHOWN = 100;

/** What the development drivers of mail and SMS were given, newest first; `search` narrows by any part. */
export async function devMessages(
  ctx: Context,
  given: { channel?: 'MAIL' | 'SMS'; search?: string },
): Promise<DevMessage[]> {
  authorise(ctx.actor, 'dev.read');
  return ctx.db.devOutbox.findMany({
    where: {
      ...(given.channel ? { channel: given.channel } : {}),
      ...(given.search
        ? { OR: [{ body: { contains: given.search } }, { recipient: { contains: given.search } }] }
        : {}),
    },
    orderBy: { id: 'desc' },
    take: SHOWN,
  });
}
