import { TextDecoder, TextEncoder } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { LayoutPage } from '@/components/bank-layouts/layout-page';
import { TakeLayoutForm } from '@/components/bank-layouts/take-layout-form';
import type { LayoutVersionDetail } from '@/lib/disbursement/layout-queries';
import type { BankLayout } from '@/lib/disbursement/rules/bank-layout.schema';
import { layoutPreview } from '@/lib/disbursement/rules/bank-layout-check';
import { SAMPLE_LAYOUTS } from '@/lib/disbursement/rules/bank-layouts';
import { explainLayout } from '@/lib/disbursement/rules/layout-refusals';
import { layoutChanges } from '@/lib/disbursement/rules/layout-words';
import { IDLE } from '@/lib/runtime/action-state';
import { countingRouter } from './with-router';

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const [config] = SAMPLE_LAYOUTS as [BankLayout];
const before = { ...config, result: { ...config.result, titles: 'forgiven' as const } };
const draft: LayoutVersionDetail = {
  ...{ id: 'v2', code: config.code, name: config.name, number: 2, status: 'DRAFT', sha256: 'a'.repeat(64), files: 0 },
  ...{ publishedAt: null, publisherName: null, config, preview: layoutPreview(config), faults: [], history: [] },
  changes: { against: 1, lines: layoutChanges(before, config) },
};
const act = () => Promise.resolve(IDLE);

function show(given: Partial<LayoutVersionDetail>) {
  const { Wrapper } = countingRouter();
  const acts = { publish: act, discard: act, retire: act };
  render(<LayoutPage version={{ ...draft, ...given }} {...acts} />, { wrapper: Wrapper });
}
const buttons = () => screen.queryAllByRole('button', { name: /^(发布|舍弃|停用)$/ }).map((one) => one.textContent);

describe('a version of a bank layout', () => {
  it('that waits shows what differs, both samples with their tabs, and what is read out of the result', () => {
    show({});
    expect(screen.getByText('可有列名，按位置取数')).toBeTruthy();
    expect(screen.getByRole('region', { name: '样例付款文件' }).textContent).toContain('180,000.00 ⇥ 苏州示例');
    expect(screen.getByRole('region', { name: '样例结果文件' }).textContent).toContain('共 ⇥ 3 ⇥ ');
    const read = within(screen.getByRole('table', { name: '从样例结果文件读出的' }));
    expect(read.getByText('收款账号不存在或有误')).toBeTruthy();
    expect(read.getByText('¥1,234,567.89')).toBeTruthy();
    expect(buttons()).toEqual(['舍弃', '发布']);
  });

  it('that does not hold cannot be published, says why, and shows no sample', () => {
    show({ config: null, preview: null, changes: null, faults: ['order.columns：缺少账号列 account。'] });
    expect(screen.getByText('order.columns：缺少账号列 account。')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '样例付款文件' })).toBeNull();
    expect(buttons()).toEqual(['舍弃']);
  });

  it('in use can only be retired, a retired one nothing', () => {
    show({ status: 'PUBLISHED' });
    expect(buttons()).toEqual(['停用']);
    document.body.replaceChildren();
    show({ status: 'RETIRED' });
    expect(buttons()).toEqual([]);
  });

  it('that came with the system says so where others say who published them', () => {
    const publishedAt = new Date('2026-03-01T01:00:00Z');
    show({ status: 'PUBLISHED', publishedAt });
    const passed = screen.getByRole('complementary', { name: '经过' });
    expect(passed.textContent).toContain('随系统提供');
    document.body.replaceChildren();
    const history = [{ word: '发布', at: publishedAt, by: '钱芳', reason: null }];
    show({ status: 'PUBLISHED', publishedAt, publisherName: '钱芳', history });
    expect(screen.getByRole('complementary', { name: '经过' }).textContent).not.toContain('随系统提供');
  });
});

describe('上传格式', () => {
  it('says everything that is wrong with the file, with its place', async () => {
    const faults = ['code：有误。', 'result.columns：缺少日期列 day。'];
    const explained = explainLayout['layout-wrong']({ code: 'layout-wrong', faults });
    const { Wrapper } = countingRouter();
    render(<TakeLayoutForm take={async () => ({ ok: false, explained, code: 'layout-wrong' })} />, {
      wrapper: Wrapper,
    });
    const file = Object.assign(new File(['{}'], 'bank.json'), { text: async () => '{}' });
    fireEvent.change(document.querySelector('#bank-layout') as HTMLInputElement, { target: { files: [file] } });
    await waitFor(() => expect(screen.getByText('格式有 2 处需要更正')).toBeTruthy());
    for (const fault of faults) expect(screen.getByText(fault)).toBeTruthy();
  });
});
