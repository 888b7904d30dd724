import { DOCTOR_STEPS, type DoctorReason, type DoctorStep } from './doctor-code';
import type { CaReason } from './ca-reasons';
import { stepOf } from './ca-reasons';
import type { CaState } from './ca-states';

/** good: green; bad: red, with a reason; unknown: could not be looked at, because of something before it. */
export type StepResult =
  | { readonly state: 'good' }
  | { readonly state: 'bad'; readonly reason: DoctorReason }
  | { readonly state: 'unknown' }
  | { readonly state: 'running' }
  /** The key is there and its PIN is awaited. */
  | { readonly state: 'waiting' };

/** The steps that only the server can judge. */
export type ServerStep = Extract<DoctorStep, 'certificate' | 'chain' | 'dates' | 'revocation' | 'fields' | 'register'>;
const SERVER_STEPS = ['certificate', 'chain', 'dates', 'revocation', 'fields', 'register'] as const;

/** What the server found out about a key, step by step. */
export type Examination = {
  readonly steps: Readonly<Record<ServerStep, StepResult>>;
  /** As the certificate has them, once it is known to be good enough to be believed. */
  readonly enterprise: { readonly name: string; readonly uscc: string; readonly notAfter: string } | null;
  /** Whether the enterprise has accounts; only said to whoever holds its key. */
  readonly isRegistered: boolean;
};

const PLACE: Readonly<Record<ReturnType<typeof stepOf>, ServerStep>> = {
  challenge: 'certificate',
  certificate: 'certificate',
  usage: 'certificate',
  signature: 'certificate',
  chain: 'chain',
  dates: 'dates',
  revocation: 'revocation',
  fields: 'fields',
};

const GOOD: StepResult = { state: 'good' };
const UNKNOWN: StepResult = { state: 'unknown' };

/** Challenge and format faults leave nothing to look at; without a path neither dates nor lists of issuers are known. */
const ENDS_ALL = /^(challenge-|too-large|not-der|not-a-certificate)/;

/**
 * Every fault put at its step. What depends on a step that failed is unknown and not green: without a way to a root
 * nobody vouches for a list, and the register is asked only for a name that is proven.
 */
export function examinedSteps(faults: readonly CaReason[], register: StepResult = UNKNOWN): Examination['steps'] {
  const [first] = faults;
  const bad = new Map<ServerStep, StepResult>();
  for (const reason of faults)
    if (!bad.has(PLACE[stepOf(reason)])) bad.set(PLACE[stepOf(reason)], { state: 'bad', reason });
  const endsAll = first !== undefined && ENDS_ALL.test(first);
  const at = (step: ServerStep): StepResult => {
    const found = bad.get(step);
    if (found) return found;
    if (endsAll) return UNKNOWN;
    return step === 'revocation' && bad.has('chain') ? UNKNOWN : GOOD;
  };
  return {
    certificate: at('certificate'),
    chain: at('chain'),
    dates: at('dates'),
    revocation: at('revocation'),
    fields: at('fields'),
    register: faults.length === 0 ? register : UNKNOWN,
  };
}

const PLACE_OF_STATE: Readonly<Record<Exclude<CaState, 'probing' | 'asking' | 'ready' | 'many-keys'>, DoctorStep>> = {
  'on-a-phone': 'agent',
  'agent-missing': 'agent',
  'agent-silent': 'agent',
  'agent-broken': 'agent',
  'permission-denied': 'permission',
  'insecure-page': 'permission',
  'agent-outdated': 'version',
  'no-key': 'key',
  'other-key': 'key',
  'pin-wrong': 'key',
  'pin-locked': 'key',
  cancelled: 'key',
  interrupted: 'key',
};

export type DoctorSeen = {
  readonly state: CaState;
  readonly isSigning: boolean;
  /** The server refused to look, or did not answer. */
  readonly silent: 'server-silent' | 'ca-busy' | null;
  readonly examination: Examination | null;
};

/** All ten rows as they stand now. */
export function doctorRows(seen: DoctorSeen): readonly { readonly step: DoctorStep; readonly result: StepResult }[] {
  return DOCTOR_STEPS.map((step) => ({ step, result: resultOf(step, seen) }));
}

function resultOf(step: DoctorStep, { state, isSigning, silent, examination }: DoctorSeen): StepResult {
  const isServers = (SERVER_STEPS as readonly DoctorStep[]).includes(step);
  if (examination) return isServers ? examination.steps[step as ServerStep] : GOOD;
  if (silent && step === 'certificate') return { state: 'bad', reason: silent };
  if (isServers) return isSigning && step === 'certificate' ? { state: 'running' } : UNKNOWN;
  if (silent) return GOOD;
  if (state === 'probing') return step === 'agent' ? { state: 'running' } : UNKNOWN;
  if (state === 'asking') return step === 'permission' ? { state: 'running' } : UNKNOWN;
  const isReady = state === 'ready' || state === 'many-keys';
  if (isReady) return step === 'key' ? { state: isSigning ? 'running' : 'waiting' } : GOOD;
  const failing = PLACE_OF_STATE[state];
  if (step === failing) return { state: 'bad', reason: state };
  // An agent that the browser may not reach is not known to run.
  if (failing === 'permission') return UNKNOWN;
  return DOCTOR_STEPS.indexOf(step) < DOCTOR_STEPS.indexOf(failing) ? GOOD : UNKNOWN;
}
