import { usccCheckCharacter } from '@/lib/kernel/uscc';
import type { CaProvider } from './ca-provider';
import type { CaReason } from './ca-reasons';
import type { CaState } from './ca-states';

/** What the doctor (CA 体检) walks through, in this order. */
export const DOCTOR_STEPS = [
  'agent',
  'permission',
  'version',
  'key',
  'certificate',
  'chain',
  'dates',
  'revocation',
  'fields',
  'register',
] as const;
export type DoctorStep = (typeof DOCTOR_STEPS)[number];

type SeenHere = Exclude<CaState, 'probing' | 'asking' | 'ready' | 'many-keys'>;
/** Why a step is red: what the browser saw, what the verifier found, what the register said. */
export type DoctorReason = SeenHere | CaReason | 'not-in-register' | 'register-down' | 'server-silent' | 'ca-busy';

/** Numbers that support reads in codes people have written down: one that was used never means anything else. */
export const REASON_NUMBERS: Readonly<Record<DoctorReason, number>> = {
  'agent-missing': 1,
  'agent-silent': 2,
  'agent-broken': 3,
  'permission-denied': 4,
  'insecure-page': 5,
  'agent-outdated': 6,
  'no-key': 7,
  'other-key': 8,
  'pin-wrong': 9,
  'pin-locked': 10,
  cancelled: 11,
  interrupted: 12,
  'server-silent': 13,
  'ca-busy': 14,
  'on-a-phone': 15,
  'challenge-unknown': 20,
  'challenge-late': 21,
  'challenge-replayed': 22,
  'challenge-foreign-browser': 23,
  'challenge-foreign-origin': 24,
  'too-large': 30,
  'not-der': 31,
  'not-a-certificate': 32,
  'algorithm-refused': 33,
  'key-refused': 34,
  'rsa-too-short': 35,
  'point-off-curve': 36,
  'no-digital-signature': 37,
  'other-key-purpose': 38,
  'leaf-is-ca': 39,
  'personal-certificate': 40,
  'signature-unreadable': 41,
  'signature-other-content': 42,
  'signature-other-signer': 43,
  'signature-empty-id': 44,
  'signature-wrong': 45,
  'unknown-root': 50,
  'link-signature': 51,
  'issuer-not-ca': 52,
  'issuer-may-not-sign': 53,
  'path-too-long': 54,
  'critical-extension': 55,
  'no-roots': 56,
  'not-yet-valid': 60,
  expired: 61,
  'issuer-not-in-force': 62,
  revoked: 70,
  'crl-missing': 71,
  'crl-stale': 72,
  'crl-not-yet': 73,
  'crl-forged': 74,
  'no-uscc': 80,
  'registration-number-only': 81,
  'bad-check-character': 82,
  'sources-disagree': 83,
  'no-name': 84,
  'not-in-register': 90,
  'register-down': 91,
};

export type DoctorFault = {
  readonly provider: CaProvider;
  readonly step: DoctorStep;
  readonly reason: DoctorReason;
};

const LETTERS: Readonly<Record<CaProvider, string>> = { JIANGSU: 'J', SUZHOU: 'S' };
const PROVIDER_OF: Readonly<Record<string, CaProvider>> = { J: 'JIANGSU', S: 'SUZHOU' };

/**
 * What a clerk reads to support over the telephone, `CA-J05-61-K`: which CA, which step failed, why, and a character
 * by which a misheard one is noticed. It says nothing about whose key it is.
 */
export function doctorCode({ provider, step, reason }: DoctorFault): string {
  const place = String(DOCTOR_STEPS.indexOf(step) + 1).padStart(2, '0');
  const number = String(REASON_NUMBERS[reason]).padStart(2, '0');
  return `CA-${LETTERS[provider]}${place}-${number}-${check(`${place}${number}`, provider)}`;
}

/** The letters S and J do not both belong to the alphabet of the check; the provider moves the sum instead. */
function check(digits: string, provider: CaProvider): string {
  return usccCheckCharacter(digits.padStart(17, provider === 'JIANGSU' ? '1' : '2'));
}

/** What a code says, or null where it was misread. Spaces, dashes and small letters are forgiven. */
export function readDoctorCode(text: string): DoctorFault | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const found = /^CA([JS])(\d{2})(\d{2})([0-9A-Z])$/.exec(plain);
  if (!found) return null;
  const [, letter = '', place = '', number = '', sign] = found;
  const provider = PROVIDER_OF[letter];
  const step = DOCTOR_STEPS[Number(place) - 1];
  const reason = (Object.keys(REASON_NUMBERS) as DoctorReason[]).find((one) => REASON_NUMBERS[one] === Number(number));
  if (!provider || !step || !reason || check(`${place}${number}`, provider) !== sign) return null;
  return { provider, step, reason };
}
