import 'server-only';
import type { MessageChannel } from '@/prisma/generated/client';
import type { Context } from '@/lib/access/context';
import { enqueue } from '@/lib/db/enqueue';
import type { SecretKind } from '../rules/secret-texts';
import { insertSecretMessage } from '../store';

export type SecretMessage = {
  /** One message per key, however often the act is repeated. */
  readonly key: string;
  readonly kind: SecretKind;
  readonly channel: MessageChannel;
  readonly address: string;
  readonly subject?: string;
  readonly body: string;
};

/**
 * Asks, in the caller's transaction, for a message that carries a code or a password. Its address and its body are
 * sealed; it belongs to no enterprise's list of notices.
 */
export async function queueSecret(tx: Context, message: SecretMessage): Promise<void> {
  const id = await insertSecretMessage(tx, message);
  if (id) await enqueue(tx.db, 'send', { messageId: id }, { key: `send ${id}` });
}
