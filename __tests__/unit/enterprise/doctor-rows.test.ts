import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CA_REASONS, type CaReason } from '@/lib/enterprise/rules/ca-reasons';
import { EXPLAIN_CA_STATE, type CaState } from '@/lib/enterprise/rules/ca-states';
import { DEFAULT_CA_WINDOW } from '@/lib/enterprise/rules/ca-window';
import { DOCTOR_STEPS } from '@/lib/enterprise/rules/doctor-code';
import { doctorRows, examinedSteps, type DoctorSeen } from '@/lib/enterprise/rules/doctor-rows';
import { EXPLAIN_DOCTOR } from '@/lib/enterprise/rules/doctor-words';

const states = Object.keys(EXPLAIN_CA_STATE) as CaState[];
const reasons = Object.keys(CA_REASONS) as CaReason[];
const seen = (given: Partial<DoctorSeen>): DoctorSeen => ({
  ...{ state: 'ready', isSigning: false, silent: null, examination: null },
  ...given,
});
const states10 = (given: Partial<DoctorSeen>) => doctorRows(seen(given)).map(({ result }) => result.state);

describe('the rows of the doctor', () => {
  it('are always the ten steps in their order, with at most one red one before a key has signed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.boolean(), (state, isSigning) => {
        const rows = doctorRows(seen({ state, isSigning }));
        expect(rows.map(({ step }) => step)).toEqual([...DOCTOR_STEPS]);
        expect(rows.filter(({ result }) => result.state === 'bad').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never show green behind a red one before a key has signed', () => {
    for (const state of states) {
      const shown = states10({ state });
      const red = shown.indexOf('bad');
      if (red >= 0) expect(shown.slice(red)).not.toContain('good');
    }
  });

  it('do not call a driver good that the browser may not reach', () => {
    expect(states10({ state: 'permission-denied' }).slice(0, 3)).toEqual(['unknown', 'bad', 'unknown']);
  });

  it('show an old driver as running, permitted and too old', () => {
    expect(states10({ state: 'agent-outdated' }).slice(0, 4)).toEqual(['good', 'good', 'bad', 'unknown']);
  });

  it('blame this site, not the key, when it does not answer', () => {
    const rows = doctorRows(seen({ silent: 'server-silent' }));
    expect(rows.flatMap(({ step, result }) => (result.state === 'bad' ? [step] : []))).toEqual(['certificate']);
    expect(rows.find(({ step }) => step === 'key')?.result.state).toBe('good');
  });
});

describe('what the server found', () => {
  it('is red at the step of every fault, and a sound key is green everywhere', () => {
    expect(Object.values(examinedSteps([], { state: 'good' })).map(({ state }) => state)).toEqual(
      Array(6).fill('good'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...reasons), { minLength: 1, maxLength: 4 }), (faults) => {
        const steps = examinedSteps(faults);
        const told = Object.values(steps).flatMap((one) => (one.state === 'bad' ? [one.reason] : []));
        expect(told.length).toBeGreaterThan(0);
        expect(told.every((reason) => (faults as string[]).includes(reason))).toBe(true);
        expect(steps.register.state).toBe('unknown');
      }),
    );
  });

  it('says two things that one visit to the window mends', () => {
    const steps = examinedSteps(['expired', 'registration-number-only']);
    expect([steps.dates.state, steps.fields.state, steps.chain.state]).toEqual(['bad', 'bad', 'good']);
  });

  it('says nothing of revocation where no way leads to a known root', () => {
    expect(examinedSteps(['unknown-root']).revocation.state).toBe('unknown');
  });
});

describe('the words', () => {
  const facts = {
    provider: 'JIANGSU',
    window: DEFAULT_CA_WINDOW,
    left: 5,
    version: '2.1',
    minimumVersion: '3.0.0',
  } as const;
  const all = [
    ...Object.values(EXPLAIN_DOCTOR).map((row) => row(facts)),
    ...Object.values(EXPLAIN_CA_STATE).map((row) => row(facts)),
  ];

  it('say what is the matter and what to do, in sentences of the house', () => {
    for (const { title, why, next } of all) {
      expect(title.length).toBeGreaterThan(0);
      expect(why).toMatch(/。$/);
      expect([title, why, ...next.map(({ label }) => label)].join('')).not.toMatch(/确定|[!！]|亲/);
    }
  });

  it('lead on from every refusal: to a page, a window or another try', () => {
    for (const row of Object.values(EXPLAIN_DOCTOR)) expect(row(facts).next.length).toBeGreaterThan(0);
  });

  it('name the window wherever only the window can mend it', () => {
    for (const reason of ['expired', 'revoked', 'registration-number-only', 'not-in-register', 'pin-locked'] as const) {
      expect(
        EXPLAIN_DOCTOR[reason](facts)
          .next.map(({ label }) => label)
          .join(),
      ).toContain(DEFAULT_CA_WINDOW.place);
    }
  });
});
