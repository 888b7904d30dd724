import { createHash, randomBytes } from 'node:crypto';
import type { EnterpriseActor, PhoneActor, StaffActor } from '@/lib/access/actor';
import { PUBLIC } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { submitPhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { enter, hashDevice, type Entered } from '@/lib/capture/commands/enter';
import { openLink } from '@/lib/capture/commands/open-link';
import { showCamera, submitPhotograph, takePhotograph } from '@/lib/capture/commands/photograph';
import { acceptReceipt, openReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { printReceipt, type Printed } from '@/lib/disbursement/commands/print-receipt';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { keepPhotograph } from '@/lib/receipt/commands/keep-photograph';
import { currentReceipt, receiptById, submittedPhotograph } from '@/lib/receipt/paper-queries';
import { done, type Papers } from './disbursement';
import { takePhotograph as photographOf, type PhotographOptions } from './photograph/photograph';

type Clerk = Context<EnterpriseActor>;
type Phone = Context<PhoneActor>;

const DOTS_PER_INCH = 200;

/** 打印收据 by the command; answers number, version and id. */
export async function printPaper(clerk: Clerk, disbursementId: string): Promise<Printed> {
  return done('printReceipt', await printReceipt(clerk, { disbursementId }));
}

/** The first page of any PDF, stamped and photographed on a desk: a JPEG as a phone would make it. */
export async function photographPdf(pdf: Uint8Array, plan: Partial<PhotographOptions> = {}): Promise<Uint8Array> {
  const { jpeg } = await photographOf(await rasterisePdf(pdf, 1, DOTS_PER_INCH), plan);
  return new Uint8Array(jpeg);
}

/** The paper that was issued as this version, stamped by its enterprise and photographed. */
export async function photographPaper(
  clerk: Clerk,
  receiptId: string,
  plan: Partial<PhotographOptions> = {},
): Promise<Uint8Array> {
  const receipt = await receiptById(clerk.db, receiptId);
  const pdf = receipt && (await clerk.ports.files.get(receipt.pdfKey));
  if (!pdf) throw new Error(`receipt ${receiptId} was not printed`);
  return photographPdf(pdf, { owner: clerk.actor.enterpriseName, ...plan });
}

/** A phone that scanned the QR of a fresh link: its context, and the link. */
export async function scannedPhone(clerk: Clerk, receiptId: string): Promise<Phone> {
  const link = done('openLink', await openLink(clerk, { receiptId }));
  const publicly = { ...clerk, actor: PUBLIC };
  const entered = done('enter', await enter(publicly, { token: link.token, device: null, label: '安卓手机' }));
  return phoneOf(clerk, receiptId, entered);
}

/** The context of a phone that was let in. */
export function phoneOf(clerk: Clerk, receiptId: string, { captureId, deviceSecret }: Entered): Phone {
  const deviceHash = hashDevice(captureId, deviceSecret);
  return {
    ...clerk,
    actor: { kind: 'phone', captureId, deviceHash, receiptId, enterpriseId: clerk.actor.enterpriseId },
  };
}

/** Shows the camera, takes this picture and has it checked; answers the photograph. */
export async function shoot(phone: Phone, jpeg: Uint8Array): Promise<string> {
  done('showCamera', await showCamera(phone));
  return done('takePhotograph', await takePhotograph(phone, { bytes: jpeg })).photographId;
}

/** 上传收据 the whole way: QR, phone, photograph of the stamped paper, 确认提交; answers the photograph. */
export async function photographAndSubmit(
  clerk: Clerk,
  disbursementId: string,
  plan: Partial<PhotographOptions> = {},
): Promise<string> {
  const receipt = await currentReceipt(clerk.db, disbursementId);
  if (!receipt) throw new Error(`disbursement ${disbursementId} has no printed receipt`);
  const jpeg = await photographPaper(clerk, receipt.id, plan);
  const phone = await scannedPhone(clerk, receipt.id);
  const photographId = await shoot(phone, jpeg);
  done('submitPhotograph', await submitPhotograph(phone, { photographId }));
  return photographId;
}

/** A picture that nobody drew or looked at, handed in from the desktop: where it only matters that there is one. */
export async function handInUnseen(
  clerk: Clerk,
  disbursementId: string,
  { flat = null, verdict = 'CLEAN' }: { flat?: Uint8Array | null; verdict?: string } = {},
): Promise<string> {
  const receipt = await currentReceipt(clerk.db, disbursementId);
  if (!receipt) throw new Error(`disbursement ${disbursementId} has no printed receipt`);
  const [kept, view] = [randomBytes(64), randomBytes(64)];
  const inspection = { width: 8, height: 8, page: null, code: null, whole: null };
  const marks = { found: [], outside: [], hidden: [], pxPerMm: null };
  const picture = {
    ...{ mediaType: 'image/jpeg' as const, kept, view, flat, findings: [] },
    originalSha256: createHash('sha256').update(kept).digest('hex'),
    inspection: { ...inspection, marks },
  };
  const taken = { receiptId: receipt.id, captureSessionId: null, picture, verdict, findings: [] };
  const photographId = await keepPhotograph(clerk, taken);
  done('submitPhotograph', await submitPhotographFromDesktop(clerk, { photographId }));
  return photographId;
}

/** Prints, photographs and hands in the receipt of a confirmed disbursement, and has finance accept it. */
export async function printAndPhotograph(
  people: { readonly clerk: Clerk; readonly maker: Context<StaffActor> },
  disbursementId: string,
  plan: Partial<PhotographOptions> = {},
): Promise<void> {
  await printPaper(people.clerk, disbursementId);
  await photographAndSubmit(people.clerk, disbursementId, plan);
  await paperTrail().accept(people.maker, disbursementId);
}

/** Paper as it is done: really printed, stamped and photographed, every photograph a little different. */
export function paperTrail(firstSeed = 7): Papers {
  let seed = firstSeed;
  return {
    async print(clerk, disbursementId) {
      await printPaper(clerk, disbursementId);
    },
    async submit(clerk, disbursementId) {
      seed += 1;
      await photographAndSubmit(clerk, disbursementId, { seed, turnDegrees: (seed % 5) - 2 });
    },
    async accept(maker, disbursementId) {
      const receipt = await currentReceipt(maker.db, disbursementId);
      const photographId = (receipt && (await submittedPhotograph(maker.db, receipt.id)))?.id ?? '';
      done('openReceipt', await openReceipt(maker, { disbursementId, photographId }));
      done('acceptReceipt', await acceptReceipt(maker, { disbursementId, photographId }));
    },
  };
}
