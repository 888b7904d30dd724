import { describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { announce, Announcer } from '@/components/ui/announcer';
import { Steps } from '@/components/ui/steps';
import { WizardSteps } from '@/components/ui/wizard-steps';

describe('Steps', () => {
  it('folds a done step to its result, opens the present one and names the state of each for the ear', () => {
    render(
      <Steps
        label="拨付步骤"
        items={[
          { key: 'proofs', state: 'done', title: '上传在职证明', result: '4 份已齐', children: <p>清单</p> },
          { key: 'upload', state: 'current', title: '上传收据', children: <p>请拍照</p> },
          { key: 'paid', state: 'todo', title: '银行转账' },
        ]}
      />,
    );
    const [done, current, todo] = screen.getAllByRole('listitem');
    expect(done?.querySelector('details')?.open).toBe(false);
    expect(done?.textContent).toContain('已完成');
    expect(current?.getAttribute('aria-current')).toBe('step');
    expect(current?.querySelector('details')).toBeNull();
    expect(todo?.textContent).toContain('未到');
  });
});

describe('WizardSteps', () => {
  it('counts what is missing and lets one jump to every step that can be reached', () => {
    render(
      <WizardSteps
        current="talents"
        items={[
          { key: 'contact', title: '联系信息', href: '/edit/contact', missing: 0 },
          { key: 'talents', title: '引进人才信息', href: '/edit/talents', missing: 5 },
          { key: 'preview', title: '预览', missing: null },
        ]}
      />,
    );
    expect(screen.getAllByRole('link', { name: /联系信息/ })[0]?.textContent).toContain('完成');
    expect(screen.getAllByRole('link', { name: /引进人才信息/ })[0]?.textContent).toContain('差 5 项');
    expect(screen.queryByRole('link', { name: /预览/ })).toBeNull();
    expect(screen.getByText('第 2 步，共 3 步')).toBeTruthy();
  });
});

describe('Announcer', () => {
  it('speaks what was announced through a polite live region', () => {
    render(<Announcer />);
    act(() => announce('已复制链接'));
    const region = screen.getByRole('status');
    expect(region.getAttribute('aria-live')).toBe('polite');
    expect(region.textContent).toBe('已复制链接');
  });
});
