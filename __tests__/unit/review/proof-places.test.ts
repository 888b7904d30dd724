import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxBetween, boxByKey, boxSchema, SMALLEST_BOX } from '@/lib/files/rules/region';
import { fieldById } from '@/lib/programme/rules/fields';
import { joined, proofOf, subjectOf, type MarkedPlace } from '@/lib/review/rules/proof-places';
import { provingPaper } from '@/lib/review/rules/proving-paper';
import { aCaseView } from './a-case-view';
import { CONFIG } from '../application/a-draft';

const field = (id: string) =>
  fieldById(CONFIG, id) ??
  (() => {
    throw new Error(id);
  })();
const ofEntry = CONFIG.requirements.filter(({ per }) => per === 'entry');
const ofAll = CONFIG.requirements.filter(({ per }) => per === 'application');

describe('the paper that shows a field', () => {
  it('is the one that the name of the field points to, of those that were handed in', () => {
    const shown = (id: string) => provingPaper(field(id), ofEntry, true)?.id;
    expect([shown('contractTo'), shown('insuredFrom'), shown('idNumber'), shown('birthDate')]).toEqual([
      ...['labourContract', 'insuranceRecord', 'idDocument', 'idDocument'],
    ]);
    expect(provingPaper(field('legalRepresentative'), ofAll, false)?.id).toBe('businessLicence');
    expect(provingPaper(field('employees'), ofAll, false)).toBeNull();
    expect(
      provingPaper(
        field('contractTo'),
        ofEntry.filter(({ id }) => id !== 'labourContract'),
        true,
      ),
    ).toBeNull();
  });

  it('is what the programme says, where it says so', () => {
    const said = { ...field('contractTo'), provenBy: ['consent', 'insuranceRecord'] };
    expect(provingPaper(said, ofEntry, true)?.id).toBe('consent');
    expect(
      provingPaper(
        said,
        ofEntry.filter(({ id }) => id !== 'consent'),
        true,
      )?.id,
    ).toBe('insuranceRecord');
    expect(provingPaper({ ...said, provenBy: [] }, ofEntry, true)).toBeNull();
  });
});

describe('the place that shows a field', () => {
  const view = aCaseView();
  const [, talent] = view.snapshot.talents;
  if (!talent) throw new Error('no talent');
  const contract = view.snapshot.attachments.find(
    (file) => file.talentId === talent.id && file.requirementId === 'labourContract',
  );
  const place: MarkedPlace = {
    ...{ sha256: contract?.sha256 ?? '', requirementId: 'labourContract', fieldId: 'contractTo' },
    ...{ subject: subjectOf(talent, CONFIG), page: 3, box: { x: 0.1, y: 0.2, width: 0.5, height: 0.1 } },
  };
  const found = (places: Partial<typeof view.places>) =>
    proofOf(field('contractTo'), talent, { ...view, places: { marked: [], hints: [], ...places } });
  const paper = `attachment:labourContract:${talent.id}`;

  it('is exact in the very file, and of the very person', () => {
    expect(found({ marked: [place] })).toEqual({ paper, fileIndex: 0, page: 3, box: place.box });
    expect(found({ marked: [{ ...place, subject: 'somebody else' }] })).toEqual({
      paper,
      fileIndex: 0,
      page: 3,
      box: null,
    });
    expect(found({ marked: [{ ...place, sha256: 'another file' }] })).toEqual({
      paper,
      fileIndex: 0,
      page: null,
      box: null,
    });
  });

  it('is only a likely page in another file of the same paper', () => {
    const hints = [{ requirementId: 'labourContract', fieldId: 'contractTo', page: 4 }];
    expect(found({ hints })).toEqual({ paper, fileIndex: 0, page: 4, box: null });
    expect(found({ hints, marked: [place] })?.page).toBe(3);
  });

  it('joins a field and a paper of one person only', () => {
    expect(joined('talent:a:contractTo', 'attachment:labourContract:a')).toEqual({
      fieldId: 'contractTo',
      talentId: 'a',
    });
    expect(joined('talent:a:contractTo', 'attachment:labourContract:b')).toBeNull();
    expect(joined('field:scale', 'attachment:businessLicence')).toEqual({ fieldId: 'scale', talentId: null });
    expect(joined('talent:a', 'attachment:labourContract:a')).toBeNull();
  });
});

describe('a box on a page', () => {
  const point = fc.record({
    x: fc.double({ min: -1, max: 2, noNaN: true }),
    y: fc.double({ min: -1, max: 2, noNaN: true }),
  });
  const keys = fc.array(fc.tuple(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'), fc.boolean()), {
    maxLength: 40,
  });

  it('stays on the page, and large enough to be seen, however it is dragged and moved', () => {
    fc.assert(
      fc.property(point, point, keys, (a, b, moves) => {
        const box = moves.reduce((now, [key, grows]) => boxByKey(now, key, grows) ?? now, boxBetween(a, b));
        expect(boxSchema.safeParse(box).success).toBe(true);
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(SMALLEST_BOX);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
