import { enter } from '@/lib/capture/commands/enter';
import { openLink } from '@/lib/capture/commands/open-link';
import { showCamera, submitPhotograph, takePhotograph } from '@/lib/capture/commands/photograph';
import { acceptReceipt, openReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { rasterisePdf } from '@/lib/drivers/pdf/rasterise';
import { currentReceipt } from '@/lib/receipt/paper-queries';
import type { PhoneActor } from '@/lib/access/actor';
import { done, type Papers } from '@/__tests__/builders/disbursement';
import { takePhotograph as photographOf } from '@/__tests__/builders/photograph/photograph';

const DOTS_PER_INCH = 200;

let seed = 7;

/** Paper in the demo: printed by the command, stamped and photographed by the generator, handed in through a capture link. */
export const demoPapers: Papers = {
  async print(clerk, disbursementId) {
    done('printReceipt', await printReceipt(clerk, { disbursementId }));
  },
  async submit(clerk, disbursementId) {
    const receipt = await currentReceipt(clerk.db, disbursementId);
    const pdf = receipt ? await clerk.ports.files.get(receipt.pdfKey) : null;
    if (!receipt || !pdf) throw new Error(`disbursement ${disbursementId} has no printed receipt`);
    seed += 1;
    const page = await rasterisePdf(pdf, 1, DOTS_PER_INCH);
    const { jpeg } = await photographOf(page, { seed, owner: clerk.actor.enterpriseName, turnDegrees: (seed % 5) - 2 });
    const link = done('openLink', await openLink(clerk, { receiptId: receipt.id }));
    const entered = done('enter', await enter(clerk, { token: link.token, device: null, label: '安卓手机' }));
    const actor: PhoneActor = {
      kind: 'phone',
      captureId: entered.captureId,
      receiptId: receipt.id,
      enterpriseId: clerk.actor.enterpriseId,
    };
    const phone = { ...clerk, actor };
    done('showCamera', await showCamera(phone));
    const { photographId } = done('takePhotograph', await takePhotograph(phone, { bytes: jpeg }));
    done('submitPhotograph', await submitPhotograph(phone, { photographId }));
  },
  async accept(maker, disbursementId) {
    done('openReceipt', await openReceipt(maker, { disbursementId }));
    done('acceptReceipt', await acceptReceipt(maker, { disbursementId }));
  },
};
