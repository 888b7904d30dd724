import { join } from 'node:path';
import { jest } from '@jest/globals';
import { PUBLIC, type EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { workerDrawer } from '@/lib/drivers/vision/worker-drawer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import type { Ports } from '@/lib/ports/ports';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { batchOf, confirmStanding, disbursementOf, proveAll } from '../../builders/disbursement';
import type { BuiltEnterprise } from '../../builders/people';
import { printPaper } from '../../builders/receipt';
import { aClearedCase, disbursementWorld, type DisbursementWorld } from '../disbursement/disbursement-world';

export type ReceiptWorld = DisbursementWorld & {
  readonly clerk: Context<EnterpriseActor>;
  /** A confirmed disbursement that waits for 打印收据; answers its id. */
  confirmed(enterprise?: BuiltEnterprise, amounts?: readonly number[]): Promise<string>;
  /** The same, printed, with one talent per amount; answers disbursement and receipt. */
  printed(amounts?: readonly number[]): Promise<{ disbursementId: string; receiptId: string; number: string }>;
};

// Drawing, photographing and looking take a second each, and other suites run beside.
jest.setTimeout(120_000);

export const RECEIPT_WORKER = join(process.cwd(), '.cache', 'workers', 'receipt-worker.mjs');
export const VISION_WORKER = join(process.cwd(), '.cache', 'workers', 'vision-worker.mjs');

/** The world of disbursements with the real renderer and the real inspector, each in its thread. */
export async function receiptWorld(): Promise<ReceiptWorld> {
  const world = await disbursementWorld();
  const secret = Buffer.from(world.as(PUBLIC).secrets.pageCode, 'base64');
  const receipts = workerRenderer({ workerPath: RECEIPT_WORKER, secret, fonts: receiptFonts() });
  const photographs = workerInspector({ workerPath: VISION_WORKER });
  const pages = workerDrawer({ workerPath: VISION_WORKER });
  // Every context shares this one object.
  Object.assign(world.ports satisfies Ports, { receipts, photographs, pages });

  async function confirmed(enterprise = world.own, amounts?: readonly number[]): Promise<string> {
    const { id: applicationId } = await aClearedCase(world, { enterprise, ...(amounts && { amounts }) });
    await batchOf(world.finance, [applicationId]);
    const id = await disbursementOf(world.finance.maker, applicationId);
    const clerk = world.clerkOf(enterprise);
    await proveAll(clerk, id);
    await confirmStanding(clerk, id);
    return id;
  }

  async function printed(amounts?: readonly number[]) {
    const disbursementId = await confirmed(world.own, amounts);
    const { receiptId, number } = await printPaper(world.finance.clerk, disbursementId);
    return { disbursementId, receiptId, number };
  }

  const drop = async () => {
    await Promise.all([receipts.close(), photographs.close(), pages.close()]);
    await world.drop();
  };
  return { ...world, clerk: world.finance.clerk, confirmed, printed, drop };
}
