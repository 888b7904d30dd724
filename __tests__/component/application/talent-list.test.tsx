import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { TalentsStep } from '@/components/application/talents/talents-step';
import type { WizardActs } from '@/components/application/wizard/wizard-acts';
import type { WizardView } from '@/components/application/wizard/wizard-view';
import type { ImportView } from '@/lib/application/rules/import-view';
import { paths } from '@/lib/kernel/paths';
import { standInForDialogs } from '../disbursement/with-router';
import { atAddress, aTalentView, aView, keepingServer } from './a-view';

const before = globalThis.fetch;
beforeAll(() => {
  standInForDialogs();
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => window.localStorage.clear());
afterEach(() => {
  globalThis.fetch = before;
});

const NAMES = ['欧阳文静', '张明远', '安德烈·诺瓦克', '王䶮'];
const FOUR = NAMES.map((name, index) => aTalentView(index + 1, name));

/** The step over these talents; what its acts are called with is kept. */
async function open(given: Partial<WizardView['draft']> = { talents: FOUR }) {
  const view = aView('talents', given);
  const asked: { act: string; talentIds: readonly string[] }[] = [];
  const keep = (name: string) => async (input: { talentIds: readonly string[] }) => {
    asked.push({ act: name, talentIds: input.talentIds });
    return { ok: true, value: {} } as const;
  };
  const acts: WizardActs = {
    ...view.acts,
    ...{ removeTalents: keep('remove'), restoreTalents: keep('restore'), reorderTalents: keep('reorder') },
  };
  globalThis.fetch = keepingServer(view).fetch;
  const { Wrapper } = atAddress(paths.edit(view.draft.id, 'talents'));
  await act(async () => void render(<TalentsStep view={{ ...view, acts }} />, { wrapper: Wrapper }));
  return { asked };
}

const click = (element: HTMLElement) => act(async () => void fireEvent.click(element));
const names = () => screen.getAllByRole('row').flatMap((row) => NAMES.filter((name) => within(row).queryByText(name)));

describe('the list of talents', () => {
  it('finds by part of a name, and each filter counts what its list holds', async () => {
    await open({ talents: [...FOUR.slice(0, 3), { ...aTalentView(4, '王䶮'), answers: {} }] });
    fireEvent.change(screen.getByLabelText('按姓名查找'), { target: { value: '诺瓦' } });
    expect(names()).toEqual(['安德烈·诺瓦克']);
    fireEvent.change(screen.getByLabelText('按姓名查找'), { target: { value: '' } });
    for (const [word, count] of [
      ['有缺项', 1],
      ['已填完', 3],
      ['全部', 4],
    ] as const) {
      fireEvent.click(screen.getByRole('button', { name: `${word} ${count}` }));
      expect(names()).toHaveLength(count);
    }
  });

  it('moves by the arrows of the grip, and by the menu to any place', async () => {
    const { asked } = await open();
    const grip = screen.getByRole('button', { name: /^调整张明远的顺序/ });
    await act(async () => void fireEvent.keyDown(grip, { key: 'ArrowUp' }));
    await click(screen.getByRole('button', { name: '张明远的更多操作' }));
    await click(screen.getByRole('menuitem', { name: '移到第几位…' }));
    fireEvent.change(screen.getByLabelText('位次'), { target: { value: '4' } });
    await act(async () => void fireEvent.submit(screen.getByLabelText('位次')));
    expect(asked.map(({ talentIds }) => talentIds.map((id) => id.slice(7)).join(' '))).toEqual(['2 1 3 4', '1 3 4 2']);
  });

  it('walks its menu by arrows, and gives the focus back on Escape', async () => {
    await open();
    const button = screen.getByRole('button', { name: '王䶮的更多操作' });
    await click(button);
    expect(document.activeElement?.textContent).toBe('编辑');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('移除');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(document.activeElement).toBe(button);
  });

  it('removes those that are chosen at once, and has them back at once', async () => {
    const { asked } = await open();
    await click(screen.getByLabelText('选择欧阳文静'));
    await click(screen.getByLabelText('选择王䶮'));
    await click(screen.getByRole('button', { name: '移除所选' }));
    expect(screen.getByText('已移除 2 位及其附件。')).toBeTruthy();
    await click(screen.getByRole('button', { name: '撤销移除' }));
    expect(asked).toEqual([
      { act: 'remove', talentIds: ['talent-1', 'talent-4'] },
      { act: 'restore', talentIds: ['talent-1', 'talent-4'] },
    ]);
  });

  it('draws only what is in sight of a long list, and says how many there are', async () => {
    await open({ talents: Array.from({ length: 150 }, (_, index) => aTalentView(index + 1, `人才${index + 1}`)) });
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('151');
    expect(screen.getAllByRole('row').length).toBeLessThan(90);
    expect(screen.getByText(/再从前面 \d+ 人扣减/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('按姓名查找'), { target: { value: '人才149' } });
    expect(screen.getByRole('button', { name: '人才149' })).toBeTruthy();
  });

  it('remembers cards for whoever is signed in', async () => {
    await open();
    await click(screen.getByRole('button', { name: '卡片' }));
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('button', { name: '王䶮' })).toBeTruthy();
    expect(window.localStorage.getItem('talents-look:super')).toBe('cards');
  });
});

const PLAN: ImportView = {
  ...{ id: 'import-1', fileName: '人才.xlsx', source: 'file', seen: 'seen' },
  counts: { added: 1, changed: 1, same: 2, wrong: 1 },
  ...{ takes: { right: 2, all: 3 }, tooMany: null, withoutNumber: 0 },
  rows: [
    {
      ...{ line: 3, name: '陈思睿', what: 'new', by: 'none', differences: [], blocked: null, missing: 1 },
      faults: [{ column: 'Q', label: '合同结束日期', says: '没有这一天，请核对年月日。' }],
    },
    {
      ...{ line: 4, name: '张明远', what: 'changed', by: 'number', faults: [], blocked: null, missing: 0 },
      differences: [{ label: '岗位', before: '算法工程师', after: '总工程师' }],
    },
  ],
};

describe('importing', () => {
  it('shows what would happen before it happens, row and column of each error, old and new of each change', async () => {
    await open();
    const json = async () => ({ ok: true, value: PLAN });
    globalThis.fetch = (async () => ({ ok: true, status: 200, json })) as unknown as typeof fetch;
    await click(screen.getByRole('button', { name: '从 Excel 导入' }));
    fireEvent.change(screen.getByLabelText(/粘贴到这里/), { target: { value: '姓名\n张明远' } });
    await click(screen.getByRole('button', { name: '读取粘贴的内容' }));
    const [wrong, changed] = screen.getAllByRole('table');
    expect(within(wrong as HTMLElement).getByText('Q')).toBeTruthy();
    expect(within(wrong as HTMLElement).getByText(/没有这一天/)).toBeTruthy();
    expect(within(changed as HTMLElement).getByText('算法工程师')).toBeTruthy();
    expect(screen.getByRole('button', { name: '连同有误的共 3 行一起导入' })).toBeTruthy();
    await click(screen.getByRole('button', { name: '导入无误的 2 行' }));
    expect(screen.getByRole('button', { name: '撤销本次导入' })).toBeTruthy();
  });
});
