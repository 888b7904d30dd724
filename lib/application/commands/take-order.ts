import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { forgetWindows, nameOfUser, noteWriter, takeNumber, windowsOf, type Form, type Order } from '../window-store';
import type { FieldConflict } from './merge-changes';

/** Which window of a browser sends this, and its how many-th sending it is. */
export const orderSchema = z.strictObject({ window: z.uuid(), number: z.number().int().positive() });

export type Superseded = { readonly code: 'superseded' };

export type Taken = {
  /** Whether this very window wrote the field last: then nobody else's value can be overwritten there. */
  isOwn(fieldId: string): boolean;
  /** Notes the fields that were written, and says of the others who wrote them. */
  finish(fieldIds: readonly string[], conflicts: readonly FieldConflict[]): Promise<FieldConflict[]>;
};

/** What is written without a window belongs to none any more. */
function unnumbered(tx: Context<EnterpriseActor>, form: Form): Taken {
  return {
    isOwn: () => false,
    async finish(fieldIds, conflicts) {
      const rows = await windowsOf(tx.db, form);
      if (rows.length > 0) await noteWriter(tx.db, form, { order: null, at: tx.now, fieldIds, rows });
      return [...conflicts];
    },
  };
}

/**
 * Takes the number of a sending, inside the transaction that saves. A request that was given up may arrive after its
 * retry: it is refused as superseded, which undoes all of it.
 */
export async function takeOrder(
  tx: Context<EnterpriseActor>,
  form: Form,
  order: Order | undefined,
): Promise<Result<Taken, Superseded>> {
  if (!order) return ok(unnumbered(tx, form));
  if (!(await takeNumber(tx.db, form, order, { userId: tx.actor.id, at: tx.now })))
    return refuse({ code: 'superseded' });
  const rows = await windowsOf(tx.db, form);
  return ok({
    isOwn: (fieldId) => rows.some((row) => row.windowId === order.window && row.fields[fieldId] !== undefined),
    async finish(fieldIds, conflicts) {
      if (fieldIds.length > 0) await noteWriter(tx.db, form, { order, at: tx.now, fieldIds, rows });
      const named: FieldConflict[] = [];
      for (const conflict of conflicts) {
        const row = rows.find(({ fields }) => fields[conflict.fieldId] !== undefined);
        const at = row?.fields[conflict.fieldId];
        if (!row || !at) named.push(conflict);
        // One's own other window needs no name.
        else
          named.push({
            ...conflict,
            by: { name: row.userId === tx.actor.id ? null : await nameOfUser(tx.db, row.userId), at },
          });
      }
      return named;
    },
  });
}

/** Once handed in or deleted nothing can be saved, so there is no order to keep. */
export const endOrder = forgetWindows;
