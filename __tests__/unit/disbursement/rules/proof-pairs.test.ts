import { describe, expect, it } from '@jest/globals';
import { pairProofs } from '@/lib/disbursement/rules/proof-pairs';

const talents = [
  { id: 'a', name: '张明' },
  { id: 'b', name: '张明远' },
  { id: 'c', name: 'Anna Müller' },
  { id: 'd', name: '阿不都·热合曼' },
];

describe('whose paper a file is', () => {
  it.each([
    [['在职证明-张明.pdf'], ['a']],
    [
      ['张明远 在职证明.pdf', '张明.pdf'],
      ['b', 'a'],
    ],
    [
      ['anna müller.jpg', '阿不都热合曼.png'],
      ['c', 'd'],
    ],
    [['IMG_0001.jpg'], [null]],
  ])('%j: %j', (names, ids) => {
    expect(pairProofs(names, talents)).toEqual(ids);
  });

  it('is left to the clerk where two are called the same', () => {
    expect(pairProofs(['张明.pdf'], [...talents, { id: 'e', name: '张明' }])).toEqual([null]);
  });

  it('is never given twice', () => {
    expect(pairProofs(['张明 1.pdf', '张明 2.pdf'], [talents[0] ?? { id: '', name: '' }])).toEqual(['a', null]);
  });
});
