import { afterEach, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { FormerNameNotice } from '@/components/enterprise-home/former-name-notice';
import { EnterpriseFrame } from '@/components/frame/enterprise-frame';
import { PortalFrame } from '@/components/frame/portal-frame';
import { StaffFrame } from '@/components/frame/staff-frame';
import { Gallery } from '@/components/gallery';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const park = { name: '苏州工业园区', wordmark: '苏州工业园区一网通办' };
const support = { unit: '示例软件有限公司', email: 'support@example.com', phone: '400-000-0000', qq: '1000000000' };

afterEach(() => {
  document.cookie = 'elder=0; Path=/; Max-Age=0';
  document.cookie = 'staff-menu=0; Path=/; Max-Age=0';
});

describe('PortalFrame', () => {
  it('offers 登录 to a stranger, search without scripts, and the whole 技术支持 block', () => {
    render(
      <PortalFrame park={park} support={support} current="notices">
        正文
      </PortalFrame>,
    );
    expect(screen.getByRole('link', { name: '登录' }).getAttribute('href')).toBe('/login');
    expect(screen.getByRole('search').getAttribute('action')).toBe('/search');
    expect(screen.getByRole('searchbox').getAttribute('name')).toBe('q');
    expect(screen.getByRole('navigation', { name: '主导航' }).querySelector('[aria-current]')?.textContent).toBe(
      '通知公示',
    );
    const foot = screen.getByRole('contentinfo').textContent;
    for (const line of Object.values(support)) expect(foot).toContain(line);
  });

  it('turns 适老化 on for the whole page and keeps it in a cookie', () => {
    render(
      <PortalFrame park={park} support={support}>
        正文
      </PortalFrame>,
    );
    const button = screen.getByRole('button', { name: '适老化' });
    fireEvent.click(button);
    expect(document.documentElement.hasAttribute('data-elder')).toBe(true);
    expect(document.cookie).toContain('elder=1');
    expect(button.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(button);
    expect(document.documentElement.hasAttribute('data-elder')).toBe(false);
  });
});

describe('EnterpriseFrame', () => {
  it('names the enterprise, its code and the person on every page, and how many things wait', () => {
    render(
      <EnterpriseFrame
        park={park}
        support={support}
        enterprise={{ name: '苏州示例智能科技有限公司', uscc: '91320599MA2ABCDE0L' }}
        user={{ username: 'super', roleLabel: '超级用户' }}
        signOut={async () => {}}
        menu={[{ href: '/home', label: '我的待办', icon: 'tasks', count: 4, current: true }]}
      >
        正文
      </EnterpriseFrame>,
    );
    const bar = screen.getByRole('region', { name: '当前企业' });
    expect(bar.textContent).toContain('91 320599 MA2A BCDE 0L');
    expect(bar.textContent).toContain('super（超级用户）');
    expect(screen.getByRole('button', { name: '退出' })).toBeTruthy();
    const menu = screen.getByRole('navigation', { name: '人才服务用户空间' });
    expect(within(menu).getByLabelText('4 项')).toBeTruthy();
  });

  it('says after signing in under a former name what to type from now on, until it was read', () => {
    render(<FormerNameNotice name="苏州新名科技有限公司" until={shanghaiDay('2027-11-23')} />);
    const notice = screen.getByRole('status');
    expect(notice.textContent).toContain('贵单位已更名为“苏州新名科技有限公司”，请今后用新名称登录。');
    expect(notice.textContent).toContain('2027年11月23日为止');
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('StaffFrame', () => {
  const frame = (
    <StaffFrame
      park={park}
      user={{ label: '初审 林知远' }}
      menu={[
        {
          title: '审核',
          items: [{ href: '/staff/queue', label: '待企业补正', short: '补正', icon: 'swap', count: 17 }],
        },
      ]}
    >
      正文
    </StaffFrame>
  );

  it('folds the menu on demand and finds it folded on the next page', () => {
    const first = render(frame);
    fireEvent.click(screen.getByRole('button', { name: '收起菜单' }));
    expect(screen.getByRole('link', { name: /补正/ }).textContent).toContain('17');
    first.unmount();
    render(frame);
    expect(screen.getByRole('button', { name: '展开菜单' }).getAttribute('aria-expanded')).toBe('false');
  });
});

describe('Gallery', () => {
  it.each(['acts', 'data', 'fields', 'states', 'portal', 'enterprise', 'task', 'staff', 'phone'])(
    'draws %s with one main landmark and no inline style',
    (view) => {
      const { container } = render(<Gallery view={view} />);
      expect(screen.getAllByRole('main')).toHaveLength(1);
      expect(container.querySelectorAll('[style]')).toHaveLength(0);
    },
  );
});
