/** Why the computer could not do it. */
export type WorkTrouble = 'unreachable' | 'too-many' | 'failed';

/** What takes the picture's place: the computer works out a code, and another one before its time is over. */
export type OwnWork = {
  /** The code that is being worked out or was; null while the picture is used. */
  readonly aim: string | null;
  /** What the form would send now. */
  readonly solved: { readonly id: string; readonly answer: string } | null;
  /** How much of the work is done, 0 to 1. */
  readonly share: number;
  readonly trouble: WorkTrouble | null;
  /** The form was sent too early and goes out as soon as there is an answer. */
  readonly isHeld: boolean;
};

export type WorkEvent =
  | { readonly kind: 'begin'; readonly id: string }
  /** The time of the present answer is nearly over; it stands until the next one is there. */
  | { readonly kind: 'renew'; readonly id: string }
  | { readonly kind: 'step'; readonly share: number }
  | { readonly kind: 'solve'; readonly answer: string }
  | { readonly kind: 'fail'; readonly trouble: WorkTrouble }
  | { readonly kind: 'hold' }
  | { readonly kind: 'send' }
  | { readonly kind: 'stop' };

export const NO_WORK: OwnWork = { aim: null, solved: null, share: 0, trouble: null, isHeld: false };

export function nextWork(work: OwnWork, event: WorkEvent): OwnWork {
  switch (event.kind) {
    case 'begin':
      return { ...NO_WORK, aim: event.id };
    case 'renew':
      return { ...work, aim: event.id, share: 0 };
    case 'step':
      return { ...work, share: event.share };
    case 'solve':
      return work.aim ? { ...work, share: 1, solved: { id: work.aim, answer: event.answer } } : work;
    case 'fail':
      return { ...work, solved: null, trouble: event.trouble, isHeld: false };
    case 'hold':
      return { ...work, isHeld: true };
    case 'send':
      return { ...work, isHeld: false };
    case 'stop':
      return NO_WORK;
  }
}

export type WorkPhase = 'off' | 'working' | 'done' | 'failed';

export function phaseOf({ aim, solved, trouble }: OwnWork): WorkPhase {
  if (!aim) return 'off';
  if (trouble) return 'failed';
  return solved ? 'done' : 'working';
}

const TROUBLES: Readonly<Record<WorkTrouble, string>> = {
  unreachable: '没有连上服务器，请重试，或改用图片验证码。',
  'too-many': '验证过于频繁，请几分钟后重试。',
  failed: '本机未能完成验证，请重试，或改用图片验证码。',
};

/** How it stands, in words that are read aloud when they change. */
export function wordsOf(work: OwnWork): string {
  const phase = phaseOf(work);
  if (phase === 'off') return '';
  if (phase === 'done') return '验证完成';
  if (work.trouble) return TROUBLES[work.trouble];
  return work.isHeld ? '正在验证，完成后自动提交' : '正在验证，约需几秒';
}
