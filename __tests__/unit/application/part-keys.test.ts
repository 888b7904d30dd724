import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatPart, hrefOfPart, parsePart, partLabel, stepOfPart, type Part } from '@/lib/application/rules/part-keys';
import { WIZARD_STEPS } from '@/lib/kernel/paths';
import { aDraft, CONFIG } from './a-draft';

const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,12}$/));
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.constant<Part>({ kind: 'whole' }),
  fc.constantFrom(...WIZARD_STEPS).map((step): Part => ({ kind: 'section', step })),
  id.map((fieldId): Part => ({ kind: 'field', fieldId })),
  id.map((talentId): Part => ({ kind: 'talent', talentId })),
  fc.tuple(id, id).map(([talentId, fieldId]): Part => ({ kind: 'talent-field', talentId, fieldId })),
  fc
    .tuple(id, fc.option(id))
    .map(([requirementId, talentId]): Part => ({ kind: 'attachment', requirementId, talentId })),
);

describe('a part key', () => {
  it('reads back as the part that it was written from', () => {
    fc.assert(fc.property(anyPart, (part) => expect(parsePart(formatPart(part))).toEqual(part)));
  });

  it.each([
    [{ kind: 'whole' }, 'whole', 'preview', '本申请'],
    [{ kind: 'section', step: 'talents' }, 'section:talents', 'talents', '引进人才信息'],
    [{ kind: 'field', fieldId: 'mainBusiness' }, 'field:mainBusiness', 'enterprise', '企业基本信息，主营业务'],
    [{ kind: 'talent', talentId: 'talent-2' }, 'talent:talent-2', 'talents', '欧阳文静'],
    [
      { kind: 'talent-field', talentId: 'talent-2', fieldId: 'contractTo' },
      'talent:talent-2:contractTo',
      'talents',
      '欧阳文静，合同结束日期',
    ],
    [
      { kind: 'attachment', requirementId: 'commitmentLetter', talentId: null },
      'attachment:commitmentLetter',
      'attachments',
      '本申请，承诺书',
    ],
    [
      { kind: 'attachment', requirementId: 'consent', talentId: 'talent-2' },
      'attachment:consent:talent-2',
      'attachments',
      '欧阳文静，个人信息处理及公示授权书',
    ],
  ] as const)('names %j', (part, key, step, label) => {
    expect(formatPart(part)).toBe(key);
    expect(stepOfPart(part)).toBe(step);
    expect(partLabel(part, aDraft(), CONFIG)).toBe(label);
  });

  it.each([
    '',
    'whole:x',
    'section:nowhere',
    'section',
    'field:',
    'field:a:b',
    'talent::x',
    'talent:a:',
    'talent:a:b:c',
    'x:y',
  ])('is not %j', (key) => {
    expect(parsePart(key)).toBeNull();
  });

  it('leads to the part itself', () => {
    expect(hrefOfPart('a1', { kind: 'talent-field', talentId: 't', fieldId: 'f' })).toBe(
      '/applications/a1/edit/talents?at=talent%3At%3Af',
    );
    expect(hrefOfPart('a1', { kind: 'whole' })).toBe('/applications/a1/edit/preview');
  });

  it('has words for what is no longer there', () => {
    expect(partLabel({ kind: 'talent', talentId: 'gone' }, aDraft(), CONFIG)).toBe('未填姓名的引进人才');
    expect(partLabel({ kind: 'field', fieldId: 'gone' }, aDraft(), CONFIG)).toBe('企业基本信息，其他内容');
  });
});
