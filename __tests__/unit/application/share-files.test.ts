import { describe, expect, it } from '@jest/globals';
import { ownersByName, proposedOwners, sharedPapers } from '@/lib/application/rules/share-files';
import { aTalentView, aView } from '../../component/application/a-view';

const wen = aTalentView(1, '张明');
const yuan = aTalentView(2, '张明远');
const other = aTalentView(3, '李华');
const sameName = aTalentView(4, '李华');
const everybody = [wen, yuan, other, sameName];
const tail = (talent: typeof wen) => talent.sealed.idNumber?.masked.slice(-4) ?? '';
const ids = (talents: readonly { id: string }[]) => talents.map(({ id }) => id);

describe('whose a file is by its name', () => {
  it('is told by the whole name, the longer one where one name is part of another', () => {
    expect(ids(ownersByName('社保记录_张明.pdf', everybody))).toEqual([wen.id]);
    expect(ids(ownersByName('张 明 远 社保.pdf', everybody))).toEqual([yuan.id]);
  });

  it('is told by the last digits of the ID number, and these tell people of one name apart', () => {
    expect(ids(ownersByName(`社保${tail(wen)}.pdf`, [wen, yuan]))).toEqual([wen.id]);
    expect(ids(ownersByName(`李华${tail(sameName)}.pdf`, everybody))).toContain(sameName.id);
    expect(ownersByName('李华.pdf', everybody)).toHaveLength(2);
  });

  it('is nobody’s where neither stands there', () => {
    expect(ownersByName('扫描件001.pdf', everybody)).toEqual([]);
  });
});

describe('what is proposed', () => {
  const { draft, config } = aView('attachments');
  const [first] = sharedPapers(draft, config);
  if (!first) throw new Error('no paper is asked for of talents');

  it('is all who have none for one file that names nobody', () => {
    expect(proposedOwners(['社保.pdf'], first)).toEqual([ids(draft.talents)]);
  });

  it('is each his own for several files, and nobody for one that tells nobody', () => {
    const [one, two] = draft.talents;
    const names = [`${two?.name}.pdf`, 'scan.pdf', `${one?.name}.pdf`];
    expect(proposedOwners(names, first)).toEqual([[two?.id], [], [one?.id]]);
  });

  it('leaves out whoever has as many files as may be', () => {
    const { requirement } = first;
    const file = { requirementId: requirement.id, talentId: draft.talents[0]?.id ?? '', fileId: 'f' };
    const more = { fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, uploadedAt: '2026-11-20T00:00:00Z' };
    const attachments = Array.from({ length: requirement.maxFiles }, (_, at) => ({ id: `a${at}`, ...file, ...more }));
    const after = sharedPapers({ ...draft, attachments }, config).find((one) => one.requirement.id === requirement.id);
    expect(ids(after?.open ?? [])).toEqual([draft.talents[1]?.id]);
  });
});
