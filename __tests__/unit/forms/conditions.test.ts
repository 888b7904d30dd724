import { describe, expect, it } from '@jest/globals';

import { answersThatApply, fieldsThatApply } from '@/lib/forms/rules/applying';
import { applies } from '@/lib/forms/rules/conditions';
import { aField } from './a-field';

describe('applies', () => {
  const isB = { field: 'category', is: ['B', 'C'] };
  const answered = { field: 'degree', answered: true };

  it('holds when nothing is asked', () => {
    expect(applies(undefined, {})).toBe(true);
  });

  it.each([
    [isB, { category: 'B' }, true],
    [isB, { category: 'D' }, false],
    [isB, {}, false],
    [answered, { degree: 'doctor' }, true],
    [answered, { degree: '' }, false],
    [{ field: 'degree', answered: false }, {}, true],
    [{ all: [isB, answered] }, { category: 'C' }, false],
    [{ all: [isB, answered] }, { category: 'C', degree: 'x' }, true],
    [{ any: [isB, answered] }, { degree: 'x' }, true],
    [{ any: [isB, answered] }, {}, false],
  ])('reads %j over %j as %s', (condition, answers, expected) => {
    expect(applies(condition, answers)).toBe(expected);
  });

  it('looks into the entry first and into the application only where the entry has nothing', () => {
    expect(applies(isB, { category: '' }, { category: 'B' })).toBe(true);
    expect(applies(isB, { category: 'D' }, { category: 'B' })).toBe(false);
  });
});

describe('fieldsThatApply', () => {
  const fields = [
    aField('choice', { id: 'kind' }),
    aField('choice', { id: 'basis', appliesWhen: { field: 'kind', is: ['own'] } }),
    aField('text', { id: 'title', appliesWhen: { field: 'basis', is: ['fair'] } }),
  ];
  const ids = (answers: Record<string, string>) => fieldsThatApply(fields, answers).map(({ id }) => id);

  it('asks for a field only while its condition holds', () => {
    expect(ids({})).toEqual(['kind']);
    expect(ids({ kind: 'own', basis: 'fair' })).toEqual(['kind', 'basis', 'title']);
  });

  it('lets an answer that no longer applies count for nothing, without losing it', () => {
    const answers = { kind: 'fair', basis: 'fair', title: '高级工程师' };
    expect(ids(answers)).toEqual(['kind']);
    expect(answersThatApply(fields, answers)).toEqual({ kind: 'fair' });
    expect(answersThatApply(fields, { ...answers, kind: 'own' })).toEqual({ ...answers, kind: 'own' });
  });

  it('knows that a sealed field is answered without its value', () => {
    const sealed = { idNumber: { masked: '3***', ok: true as const } };
    const asked = aField('text', { id: 'why', appliesWhen: { field: 'idNumber', answered: true } });
    expect(fieldsThatApply([asked], {}, { sealed })).toEqual([asked]);
    expect(fieldsThatApply([asked], {})).toEqual([]);
  });
});
