import type { Region } from '@/lib/files/rules/region';
import type { OpinionVerdict } from '@/lib/review/rules/labels';
import type { ActionState } from '@/lib/runtime/action-state';

/** Why something was refused, in words with the next step. */
export type Explained = Extract<ActionState, { status: 'refused' }>['explained'];

export type Answered<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly explained: Explained; readonly code: string };

type Reasoned = { applicationId: string; reason: string; reasonIds?: string[] };

/** Who has the case now, and a mark that differs once anything on the page has grown old. */
export type Watched = {
  readonly holder: { readonly mine: boolean; readonly name: string; readonly since: Date; readonly until: Date } | null;
  readonly stamp: string;
};

/** What a reviewer does to the case on the page; each is a call to the server. */
export type DeskActs = {
  readonly claim: (input: { applicationId: string }) => Promise<Answered>;
  readonly release: (input: { applicationId: string }) => Promise<Answered>;
  readonly renew: (input: { applicationId: string }) => Promise<Answered<{ until: Date }>>;
  readonly lookAt: (input: { applicationId: string; parts: string[] }) => Promise<Answered>;
  readonly decide: (input: {
    applicationId: string;
    talentId: string;
    supported: boolean;
    reason: string | null;
    reasonIds?: string[];
  }) => Promise<Answered>;
  readonly comment: (input: {
    applicationId: string;
    target: string;
    text: string;
    reasonIds?: string[];
    region?: Region;
  }) => Promise<Answered<{ id: string }>>;
  readonly markPlace: (input: {
    applicationId: string;
    pin: string;
    paper: string;
    region: Region;
  }) => Promise<Answered>;
  readonly uncomment: (input: { applicationId: string; commentId: string }) => Promise<Answered>;
  readonly reveal: (input: {
    applicationId: string;
    talentId: string;
    fieldId: string;
  }) => Promise<Answered<{ clear: string }>>;
  readonly giveBack: (input: { applicationId: string }) => Promise<Answered<{ deadline: string }>>;
  readonly pass: (input: { applicationId: string }) => Promise<Answered>;
  readonly proposeRejection: (input: Reasoned) => Promise<Answered>;
  readonly approve: (input: { applicationId: string }) => Promise<Answered>;
  readonly reject: (input: Reasoned) => Promise<Answered>;
  readonly sendBack: (input: { applicationId: string; reason: string }) => Promise<Answered>;
  readonly watch: (input: { applicationId: string }) => Promise<Answered<Watched>>;
  readonly handOver: (input: {
    applicationId: string;
    toId: string;
    reason: string;
  }) => Promise<Answered<{ name: string }>>;
  readonly askOpinion: (input: {
    applicationId: string;
    ofId: string;
    question: string;
  }) => Promise<Answered<{ name: string }>>;
  readonly answerOpinion: (input: { opinionId: string; verdict: OpinionVerdict; answer: string }) => Promise<Answered>;
  readonly withdrawOpinion: (input: { opinionId: string }) => Promise<Answered>;
  readonly next: (input: { stage: 'FIRST' | 'FINAL' }) => Promise<Answered<{ applicationId: string }>>;
};

const NOT_SENT: Answered<never> = {
  ok: false,
  code: 'not-sent',
  explained: {
    title: '没有记下',
    why: '网络断开或服务繁忙，刚才的操作没有送达。',
    next: [{ label: '请稍后再试' }],
  },
};

/** The answer of a call; a connection that failed is an answer too, so that nothing is taken for recorded that is not. */
export async function answered<T>(call: Promise<Answered<T>>): Promise<Answered<T>> {
  try {
    return await call;
  } catch {
    return NOT_SENT;
  }
}

/** `没有记下：网络断开…`, for a line. */
export function sentenceOf({ title, why }: Explained): string {
  return `${title}：${why}`;
}
