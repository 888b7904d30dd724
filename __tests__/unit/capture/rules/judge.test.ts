import { describe, expect, it } from '@jest/globals';
import { explainFinding } from '@/lib/capture/rules/findings';
import type { ContentReading, Inspection, PageReading } from '@/lib/capture/rules/inspection';
import { judge } from '@/lib/capture/rules/judge';
import { SEAL_ZONE } from '@/lib/paper/rules/geometry';
import { formatPageCode } from '@/lib/receipt/rules/page-code';

const EXPECTED = { number: 'SJ20260001876', version: 2 };
const TAG = '0123456789ABCDEFGHJKMNPQR0';
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;

const GOOD_PAGE: PageReading = {
  frameCorners: [],
  pxPerMm: 5,
  tiltDegrees: 10,
  perspective: 0.2,
  misfitMm: 0.05,
  paperWhite: 200,
  sharpness: 0.05,
  grain: 2,
  seal: { verdict: 'PRESENT', areaMm2: 430, ringCoverage: 1, centreMm: { x: 151, y: 226 } },
};

function anInspection(page: Partial<PageReading> | null = {}, rest: Partial<Inspection> = {}): Inspection {
  return {
    width: 1080,
    height: 1920,
    marks: { found: CORNERS, outside: [], hidden: [], pxPerMm: 5 },
    page: page && { ...GOOD_PAGE, ...page },
    code: formatPageCode({ ...EXPECTED, page: 1, tag: TAG }),
    whole: page ? null : { brightness: 200, crispness: 1 },
    ...rest,
  };
}

const SAME: ContentReading = { pieces: 3000, usual: 0.98, lowest: 0.9, share: 0, found: 1, driftMm: 0, places: [] };
const A_PLACE = { x: 92, y: 163, width: 5, height: 5 };

const faultsOf = (inspection: Inspection) =>
  judge(inspection, EXPECTED, 'valid').findings.filter(({ severity }) => severity !== 'ok');

describe('judge', () => {
  it('finds nothing to remark on a good picture of the right receipt, and says what it checked', () => {
    const { verdict, findings } = judge(anInspection(), EXPECTED, 'valid');
    expect(verdict).toBe('CLEAN');
    expect(findings.map(({ code }) => code)).toEqual(['code-valid', 'page-complete', 'seal-present', 'picture-clear']);
  });

  it.each([
    ['what was issued', {}, 'CLEAN', 'content-same'],
    ['one changed place', { places: [A_PLACE], share: 0.001 }, 'DOUBTFUL', 'content-differs'],
    ['another page', { places: [A_PLACE, { ...A_PLACE, y: 99 }], share: 0.06 }, 'REFUSED', 'content-differs'],
    ['a sheet whose print is not found again', { found: 0.4 }, 'REFUSED', 'content-unreadable'],
    ['print too unlike any', { usual: 0.4 }, 'REFUSED', 'content-unreadable'],
    ['print so unlike that a changed digit would not stand out', { usual: 0.85 }, 'DOUBTFUL', 'content-unreadable'],
  ])('says of %s what it is worth', (_, reading, verdict, code) => {
    const judged = judge(anInspection({}, { content: { ...SAME, ...reading } }), EXPECTED, 'valid');
    expect([judged.verdict, judged.findings.some((finding) => finding.code === code)]).toEqual([verdict, true]);
  });

  it('shows where a doubtful seal was seen, and where a missing one belongs', () => {
    const beside = { verdict: 'DOUBTFUL', areaMm2: 300, ringCoverage: 0.9, centreMm: { x: 62, y: 150 } } as const;
    expect(faultsOf(anInspection({ seal: beside }))).toEqual([
      { code: 'seal-doubtful', severity: 'doubt', places: [{ x: 38, y: 126, width: 48, height: 48 }] },
    ]);
    const none = { verdict: 'ABSENT', areaMm2: 0, ringCoverage: 0, centreMm: null } as const;
    expect(faultsOf(anInspection({ seal: none }))).toEqual([
      { code: 'seal-absent', severity: 'doubt', places: [SEAL_ZONE] },
    ]);
  });

  it('never calls clean what could not be compared; of another code nothing is compared', () => {
    expect(judge(anInspection({}, { content: null }), EXPECTED, 'valid').verdict).toBe('DOUBTFUL');
    const foreign = judge(anInspection({}, { content: SAME }), EXPECTED, 'foreign');
    expect(foreign.findings.map(({ code }) => code)).not.toContain('content-same');
  });

  it('refuses an earlier version and names both', () => {
    const code = formatPageCode({ number: EXPECTED.number, version: 1, page: 1, tag: TAG });
    const { verdict, findings } = judge(anInspection({}, { code }), EXPECTED, 'voided');
    expect(verdict).toBe('REFUSED');
    expect(findings[0]).toMatchObject({ code: 'voided-version', seen: { version: 1 }, expected: { version: 2 } });
    expect(findings[0] && explainFinding(findings[0]).title).toBe('这张收据已作废：SJ20260001876（第1版）');
  });

  it.each([
    ['foreign', 'wrong-receipt'],
    ['forged', 'forged-code'],
  ] as const)('refuses a code that is %s', (check, code) => {
    const { verdict, findings } = judge(anInspection(), EXPECTED, check);
    expect(verdict).toBe('REFUSED');
    expect(findings[0]?.code).toBe(code);
  });

  it('refuses an annex page in place of the stamped first page', () => {
    const code = formatPageCode({ ...EXPECTED, page: 2, tag: TAG });
    expect(judge(anInspection({}, { code }), EXPECTED, 'valid')).toMatchObject({
      verdict: 'REFUSED',
      findings: [{ code: 'wrong-page' }, {}, {}, {}],
    });
  });

  it('says once that a code cannot be read', () => {
    const { verdict, findings } = judge(anInspection({}, { code: null }), EXPECTED, 'unread');
    expect(verdict).toBe('REFUSED');
    expect(findings.filter(({ code }) => code === 'code-unreadable')).toHaveLength(1);
  });

  it('lets a missing seal be submitted for a person to look at', () => {
    const seal = { verdict: 'ABSENT', areaMm2: 0, ringCoverage: 0, centreMm: null } as const;
    expect(judge(anInspection({ seal }), EXPECTED, 'valid').verdict).toBe('DOUBTFUL');
  });

  it('does not call a picture blurred that is dark or far off: the cause is named', () => {
    expect(faultsOf(anInspection({ paperWhite: 60, sharpness: 0.001 }))).toEqual([
      { code: 'too-dark', severity: 'refuse' },
    ]);
    expect(faultsOf(anInspection({ pxPerMm: 2.7, sharpness: 0.001 }))).toEqual([
      { code: 'too-far', severity: 'doubt' },
    ]);
  });

  it('blames the dark and not a thumb for a mark that cannot be seen in it', () => {
    const marks = { found: CORNERS.slice(0, 3), outside: [], hidden: CORNERS.slice(3), pxPerMm: 5 };
    const dark = anInspection(null, { marks, whole: { brightness: 50, crispness: 1 } });
    const light = anInspection(null, { marks });
    expect(faultsOf(dark)).toEqual([{ code: 'too-dark', severity: 'refuse' }]);
    expect(faultsOf(light)).toEqual([{ code: 'corner-hidden', severity: 'refuse', corners: ['bottom-left'] }]);
  });
});

describe('explainFinding', () => {
  it.each(['seal-absent', 'seal-doubtful'] as const)('says of %s that its place is drawn, where it has one', (code) => {
    const nextOf = (more: object) => explainFinding({ code, severity: 'doubt', ...more }).next;
    expect(nextOf({ places: [{ x: 120, y: 200, width: 50, height: 50 }] })).toContain('图中已标出');
    expect(nextOf({})).not.toContain('图中');
  });

  it('names the corners that are outside', () => {
    const corners = ['top-left', 'bottom-left'] as const;
    expect(explainFinding({ code: 'corner-outside', severity: 'refuse', corners }).title).toBe(
      '收据的左上角、左下角不在画面内',
    );
  });
});
