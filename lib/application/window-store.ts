import 'server-only';
import type { Db } from '@/lib/db/client';

/** One form of a draft: the enterprise's own (`talentId` null) or one talent's. */
export type Form = { readonly applicationId: string; readonly talentId: string | null };
export type Order = { readonly window: string; readonly number: number };

/** Field id → when this window wrote it (ISO 8601, UTC). */
export type Written = Readonly<Record<string, string>>;
export type WindowRow = { readonly windowId: string; readonly userId: string; readonly fields: Written };

const formKey = ({ talentId }: Form) => talentId ?? '';
const DAY_MS = 24 * 60 * 60 * 1000;
/** No request is on its way for so long, and nobody asks any more who wrote a field. */
const KEPT_DAYS = 30;

/** Every window that saved something of this form. */
export async function windowsOf(db: Db, form: Form): Promise<WindowRow[]> {
  const rows = await db.draftWindow.findMany({ where: { applicationId: form.applicationId, form: formKey(form) } });
  return rows.map(({ windowId, userId, fields }) => ({ windowId, userId, fields: fields as Written }));
}

/**
 * Takes a number of this window; false when the same or a later one was taken before. Only under the lock of the
 * application's row, which makes looking and writing one.
 */
export async function takeNumber(db: Db, form: Form, order: Order, by: { userId: string; at: Date }): Promise<boolean> {
  const { applicationId } = form;
  const key = { applicationId, windowId: order.window, form: formKey(form) };
  const { number } = order;
  const found = await db.draftWindow.findUnique({ where: { applicationId_windowId_form: key } });
  if (found && found.number >= number) return false;
  const taken = { number, userId: by.userId, takenAt: by.at };
  if (found) {
    await db.draftWindow.update({ where: { applicationId_windowId_form: key }, data: taken });
    return true;
  }
  const before = new Date(by.at.getTime() - KEPT_DAYS * DAY_MS);
  await db.draftWindow.deleteMany({ where: { applicationId, takenAt: { lt: before } } });
  await db.draftWindow.create({ data: { ...key, ...taken, fields: {} } });
  return true;
}

/** Notes who wrote these fields last: this window (none where there is no order), and no other one any more. */
export async function noteWriter(
  db: Db,
  form: Form,
  writer: {
    readonly order: Order | null;
    readonly at: Date;
    readonly fieldIds: readonly string[];
    readonly rows: readonly WindowRow[];
  },
): Promise<void> {
  const { order, at, fieldIds, rows } = writer;
  for (const row of rows) {
    const isOwn = row.windowId === order?.window;
    const kept = Object.entries(row.fields).filter(([fieldId]) => !fieldIds.includes(fieldId));
    if (!isOwn && kept.length === Object.keys(row.fields).length) continue;
    const own = isOwn ? fieldIds.map((fieldId) => [fieldId, at.toISOString()]) : [];
    const key = { applicationId: form.applicationId, windowId: row.windowId, form: formKey(form) };
    const fields = Object.fromEntries([...kept, ...own]) as Record<string, string>;
    await db.draftWindow.update({ where: { applicationId_windowId_form: key }, data: { fields } });
  }
}

/** Nothing of this draft is under way any more: it was handed in or deleted. */
export async function forgetWindows(db: Db, applicationId: string): Promise<void> {
  await db.draftWindow.deleteMany({ where: { applicationId } });
}

export async function nameOfUser(db: Db, id: string): Promise<string | null> {
  return (await db.enterpriseUser.findUnique({ where: { id }, select: { displayName: true } }))?.displayName ?? null;
}
