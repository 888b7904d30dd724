import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { Answers } from '@/lib/programme/rules/config';
import type { Fen } from '@/lib/kernel/fen';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ApplicationStatus } from './states';

/** An application as the wizard holds it, in browser and server alike. Plain data; nothing that is sealed in the clear. */
export type DraftView = {
  readonly id: string;
  readonly status: ApplicationStatus;
  /** Grows with every saved answer; a page that saves names the one it saw. */
  readonly revision: number;
  readonly answers: Answers;
  readonly contact: ContactView | null;
  /** In the order that the clerk gave them, which the yearly cap goes by. */
  readonly talents: readonly TalentView[];
  readonly attachments: readonly AttachmentView[];
  /** The version of the 申请说明 that was read and accepted; null before that. */
  readonly acceptedInstructions: string | null;
  /** The day of version 1, by which entitlement is judged for good; null in a first draft. */
  readonly firstSubmittedOn: ShanghaiDay | null;
};

export type ContactView = {
  readonly id: string;
  readonly name: string;
  readonly maskedMobile: string;
  readonly maskedEmail: string;
};

export type TalentView = {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly idType: string;
  readonly category: string;
  readonly answers: Answers;
  readonly sealed: SealedAnswers;
  /** The standard before the cap. */
  readonly amountFen: Fen;
  /** The earlier talent of this application with the same ID type and number (equal blind index); null if none. */
  readonly samePersonAs: string | null;
};

export type AttachmentView = {
  readonly id: string;
  readonly requirementId: string;
  readonly talentId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** ISO 8601, UTC. */
  readonly uploadedAt: string;
};

/** A talent's answers with what stands in columns of its own (name, ID type, category), which go before the others. */
export function talentAnswers({
  answers,
  name,
  idType,
  category,
}: Pick<TalentView, 'answers' | 'name' | 'idType' | 'category'>): Answers {
  return { ...answers, name, idType, category };
}
