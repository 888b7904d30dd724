import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { softwareVerifier } from '@/lib/drivers/ca/software-verifier';
import { isTestRoot } from '@/lib/enterprise/rules/ca-provider';
import { publicCode, stepOf } from '@/lib/enterprise/rules/ca-reasons';
import { explainCa } from '@/lib/enterprise/rules/ca-refusals';
import { readCertificate } from '@/lib/enterprise/reading/certificate';
import { inventedUscc } from '../../builders/certificates/hierarchy';
import type { Algorithm } from '../../builders/certificates/keys';
import { type Bench, CASES, evidence, leafOf, makeBench } from './certificate-cases';

// RSA keys take a second each to make, and the machine may be busy.
jest.setTimeout(120_000);

const ALGORITHMS: readonly Algorithm[] = ['RSA', 'SM2'];
const benches = new Map<Algorithm, Bench>();
beforeAll(() => {
  for (const algorithm of ALGORITHMS) benches.set(algorithm, makeBench(algorithm));
});

function benchOf(algorithm: Algorithm): Bench {
  const bench = benches.get(algorithm);
  if (!bench) throw new Error('no keys were made');
  return bench;
}

const verifier = softwareVerifier({ takesTestRoots: true });

/** The words of the manual, written out once more: what a visitor reads is part of what is promised. */
const TITLES = {
  'certificate-invalid': '无效的CA证书',
  'challenge-late': '无效的CA证书',
  'cannot-verify-now': '暂时无法核验',
  'no-uscc': '无法自动匹配出统一社会信用代码',
} as const;

const RUNS = CASES.flatMap((one) =>
  ALGORITHMS.filter((algorithm) => !one.only || one.only === algorithm).map((algorithm) => ({ ...one, algorithm })),
);

describe('a key is judged', () => {
  it('by at least 36 cases', () => {
    expect(RUNS.length).toBeGreaterThanOrEqual(36);
  });

  it.each(RUNS.filter(({ gives }) => typeof gives !== 'string'))(
    '$algorithm: $name proves the enterprise',
    async ({ algorithm, gives, make }) => {
      const judged = await verifier.judge(make(benchOf(algorithm)));
      expect(judged).toMatchObject({
        ok: true,
        value: { algorithm, uscc: inventedUscc(), enterpriseName: (gives as { name: string }).name },
      });
    },
  );

  it.each(RUNS.filter(({ gives }) => typeof gives === 'string'))(
    '$algorithm: $name is refused as $gives',
    async ({ algorithm, gives, make }) => {
      const judged = await verifier.judge(make(benchOf(algorithm)));
      if (judged.ok) throw new Error('was taken for good');
      expect(judged.refusal.reason).toBe(gives);
      const code = publicCode(judged.refusal.reason);
      const told = explainCa[code]({ code, step: stepOf(judged.refusal.reason), reference: 'CA-0' } as never);
      expect(told.title).toBe(TITLES[code]);
      expect(told.why).toContain('CA-0');
      expect(told.next.length).toBeGreaterThan(0);
    },
  );
});

describe('[certificate-invalid] [cannot-verify-now] [no-uscc] what is told', () => {
  it('is the same for every reason of a code, so that nobody learns which check to get around', () => {
    const told = (code: 'certificate-invalid' | 'challenge-late') =>
      explainCa[code]({ code, step: 'chain', reference: 'CA-1' } as never);
    expect(told('challenge-late')).toEqual(told('certificate-invalid'));
  });
});

describe('roots of the test builder', () => {
  it.each(ALGORITHMS)(
    '%s: are known by their key id and trusted by no service that is not the demo',
    async (algorithm) => {
      const bench = benchOf(algorithm);
      const root = readCertificate(bench.good.root.certificate);
      expect(root.ok && isTestRoot(root.value.subjectKeyId)).toBe(true);
      const given = evidence(bench.good, leafOf(bench));
      expect(await verifier.judge(given)).toMatchObject({ ok: true });
      expect(await softwareVerifier({ takesTestRoots: false }).judge(given)).toMatchObject({
        refusal: { reason: 'no-roots' },
      });
    },
  );
});
