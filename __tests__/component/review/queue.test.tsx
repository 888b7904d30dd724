import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ComponentProps, ReactNode } from 'react';
import type { Answered } from '@/components/review/acts';
import { BatchDialog } from '@/components/review/batch-dialog';
import { FilterChips, QueueFilters } from '@/components/review/queue-filters';
import { ReasonField, reasonOf } from '@/components/review/reason-field';
import { ManageViews, SaveView, type ViewActs } from '@/components/review/saved-views';
import type { BatchActs } from '@/components/review/use-batch';
import { Announcer } from '@/components/ui/announcer';
import type { BatchPreview } from '@/lib/review/rules/clean-case';
import { parseWish } from '@/lib/review/rules/queue-filter';
import { patchBrowser, REFUSED } from './a-desk';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;
beforeAll(patchBrowser);

const done = async (): Promise<Answered<never>> => ({ ok: true, value: undefined as never });

async function show(page: ReactNode) {
  const [push, refresh] = [jest.fn(), jest.fn()];
  const router = { push, refresh, replace: push, back: push, forward: push, prefetch: push } as unknown as Router;
  await act(async () => {
    render(
      <AppRouterContext.Provider value={router}>
        {page}
        <Announcer />
      </AppRouterContext.Provider>,
    );
  });
  return { push, refresh };
}
const click = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

const HERE = '/staff/queue/first';
const choices = {
  programmes: [{ id: '0198c000-0000-7000-8000-000000000001', name: '招聘补贴' }],
  categories: [{ code: 'B', label: '博士' }],
  scales: ['小型'],
};

describe('the filters of the queue', () => {
  it('are taken at once and all together, into the address, with what is searched', async () => {
    const wish = parseWish({ view: 'due', checks: 'green' });
    const { push } = await show(<QueueFilters here={HERE} wish={wish} query="李慕" choices={choices} />);
    await act(
      async () => void fireEvent.change(screen.getByRole('combobox', { name: '类别' }), { target: { value: 'B' } }),
    );
    expect(push).toHaveBeenLastCalledWith(`${HERE}?view=due&category=B&checks=green&q=${encodeURIComponent('李慕')}`);
    const least = screen.getByRole('spinbutton', { name: '最低金额（元）' });
    fireEvent.change(least, { target: { value: '50000' } });
    await act(async () => void fireEvent.blur(least));
    expect(push.mock.lastCall?.[0]).toContain('min=50000');
  });

  it('stand as words, each taken away by itself', async () => {
    const wish = parseWish({ view: 'todo', min: '200000', again: 'yes', sort: 'amount' });
    await show(<FilterChips here={HERE} wish={wish} query="" programmes={[]} />);
    const chip = screen.getByRole('link', { name: '去掉筛选：20 万元以上' });
    expect(chip.getAttribute('href')).toBe(`${HERE}?view=todo&sort=amount&again=yes`);
    expect(screen.getByRole('link', { name: '清除筛选' }).getAttribute('href')).toBe(`${HERE}?view=todo&sort=amount`);
  });
});

describe('saved views', () => {
  const someActs = () =>
    Object.fromEntries(
      ['save', 'rename', 'remove', 'makeDefault', 'moveUp'].map((name) => [name, jest.fn(done)]),
    ) as unknown as { readonly [K in keyof ViewActs]: jest.Mock<ViewActs[K]> };

  it('are saved under a name that the filters suggest; a refusal keeps what was typed', async () => {
    const acts = someActs();
    acts.save.mockResolvedValueOnce(REFUSED('views-too-many', '视图已满'));
    const wish = parseWish({ checks: 'green', min: '200000' });
    await show(<SaveView stage="FIRST" wish={wish} suggestion="核验全部通过" acts={acts} />);
    await click('保存为视图');
    const dialog = within(screen.getByRole('dialog'));
    const name = dialog.getByRole<HTMLInputElement>('textbox', { name: '名称' });
    expect(name.value).toBe('核验全部通过');
    const save = () => act(async () => void fireEvent.click(dialog.getByRole('button', { name: '保存' })));
    await save();
    expect(dialog.getByRole('alert').textContent).toContain('视图已满');
    await save();
    expect(acts.save).toHaveBeenLastCalledWith({
      ...{ stage: 'FIRST', name: '核验全部通过' },
      query: { view: 'todo', checks: 'green', min: '200000' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are renamed, made the default and deleted in one place', async () => {
    const acts = someActs();
    const views = [
      { id: 'a', name: '急件', isDefault: true },
      { id: 'b', name: '大额', isDefault: false },
    ];
    const { refresh } = await show(<ManageViews views={views} acts={acts} />);
    await click('管理视图');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '前移 急件' }).disabled).toBe(true);
    await click('设为默认 大额');
    expect(acts.makeDefault).toHaveBeenCalledWith({ viewId: 'b', isDefault: true });
    await click('重命名 大额');
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '20 万以上' } });
    await click('保存');
    expect(acts.rename).toHaveBeenCalledWith({ viewId: 'b', name: '20 万以上' });
    await click('删除 急件');
    expect(acts.remove).toHaveBeenCalledWith({ viewId: 'a' });
    expect(refresh).toHaveBeenCalledTimes(3);
  });
});

describe('the batch pass', () => {
  const preview = (id: string): BatchPreview => ({
    ...{ id, number: `RC${id}`, enterpriseName: '示例公司', uscc: '91320594MA1', totalFen: 2_000_000, papers: [] },
    talents: [
      {
        ...{ id: 't', name: '李慕白', category: 'C 硕士', standardFen: 2_000_000, papers: [] },
        checks: [{ id: 'c', text: '36 个月，不少于 36 个月' }],
      },
    ],
  });
  const line = (id: string) => ({
    ...{ id, number: `RC${id}`, enterpriseName: `公司${id}`, talents: 1, expectedFen: 2_000_000, claim: null },
  });

  it('waits until every preview was opened, then says of each what came of it', async () => {
    const acts = {
      open: jest.fn<BatchActs['open']>(async ({ applicationId }) =>
        applicationId === 'c' ? REFUSED('not-clean', '须逐件办理') : { ok: true, value: preview(applicationId) },
      ),
      pass: jest.fn<BatchActs['pass']>(async ({ applicationId }) =>
        applicationId === 'b' ? REFUSED('held', '暂停办理') : done(),
      ),
      release: jest.fn<BatchActs['release']>(done),
    };
    const close = jest.fn();
    await show(<BatchDialog rows={['a', 'b', 'c'].map(line)} acts={acts} onClose={close} />);
    const go = () => screen.getByRole<HTMLButtonElement>('button', { name: /^通过 \d 件/ });
    await click(/公司a/);
    expect(screen.getByText('36 个月，不少于 36 个月')).toBeTruthy();
    expect(go().disabled).toBe(true);
    expect(screen.getByText('还有 2 件没有预览')).toBeTruthy();
    await click(/公司b/);
    await click(/公司c/);
    expect(go().textContent).toContain('通过 2 件');
    await click(/^通过 2 件/);
    expect(acts.pass).toHaveBeenCalledTimes(2);
    expect(screen.getByText('通过 1 件，未通过 2 件')).toBeTruthy();
    expect(screen.getAllByRole('alert')).toHaveLength(2);
    await click('完成');
    expect(acts.release).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalled();
  });

  it('gives back what was opened and left', async () => {
    const acts = {
      open: jest.fn<BatchActs['open']>(async ({ applicationId }) => ({ ok: true, value: preview(applicationId) })),
      pass: jest.fn<BatchActs['pass']>(done),
      release: jest.fn<BatchActs['release']>(done),
    };
    await show(<BatchDialog rows={['a', 'b'].map(line)} acts={acts} onClose={jest.fn()} />);
    await click(/公司a/);
    await click('返回');
    expect(acts.release.mock.calls).toEqual([[{ applicationId: 'a' }]]);
    expect(acts.pass).not.toHaveBeenCalled();
  });
});

describe('a reason', () => {
  const library = [
    { id: null, text: '文件不清晰，请重新上传', clause: null },
    { id: 'r1', text: '劳动合同期限不足 36 个月', clause: '实施细则第五条' },
  ];
  const form = () => new FormData(document.querySelector('form') ?? undefined);
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '理由' });

  it('is found by typing, written with its clause, and can be changed; the library hears of its use', async () => {
    await show(
      <form>
        <ReasonField name="reason" label="理由" library={library} preview="企业将看到" />
      </form>,
    );
    const find = screen.getByRole('searchbox', { name: /常用理由/ });
    fireEvent.change(find, { target: { value: '合同 36' } });
    expect(within(screen.getByRole('list', { name: '可选的理由' })).getAllByRole('button')).toHaveLength(1);
    fireEvent.keyDown(find, { key: 'Enter' });
    expect(field().value).toBe('劳动合同期限不足 36 个月（实施细则第五条）。');
    expect(screen.getByRole('region', { name: '企业将看到' }).textContent).toContain('实施细则第五条');
    expect(reasonOf(form())).toEqual({ reason: field().value, reasonIds: ['r1'] });
    fireEvent.change(field(), { target: { value: '劳动合同期限不足 36 个月，请核对。' } });
    await click('补回');
    expect(field().value).toBe('劳动合同期限不足 36 个月，请核对（实施细则第五条）。');
    fireEvent.change(field(), { target: { value: '另写一条。' } });
    expect(reasonOf(form())).toEqual({ reason: '另写一条。', reasonIds: [] });
  });
});
