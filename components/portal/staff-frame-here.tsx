'use client';

import { usePathname } from 'next/navigation';
import { paths } from '@/lib/kernel/paths';
import type { IconName } from '../ui/icon';
import { StaffFrame, type StaffFrameProps } from '../frame/staff-frame';

export type StaffPlace = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly short: string;
  readonly href: string;
  readonly count: number;
};

export type StaffFrameHereProps = Pick<StaffFrameProps, 'park' | 'user' | 'signOut' | 'children'> & {
  homeHref: string;
  places: readonly StaffPlace[];
};

/** Pages that need the whole width for the case they show. */
const WIDE = /^\/staff\/(applications|receipts)\/[^/]+/;

const ICONS: Readonly<Record<string, IconName>> = {
  requests: 'swap',
  registrations: 'building',
  enterprises: 'search',
  first: 'file',
  final: 'check-circle',
  asked: 'users',
  extensions: 'calendar',
  messages: 'mail',
  notices: 'megaphone',
  batches: 'wallet',
  receipts: 'camera',
  payments: 'bank',
  matters: 'flag',
  programmes: 'sheet',
  reasons: 'bookmark',
  ca: 'shield',
  register: 'book',
  uploads: 'upload',
  people: 'user',
};

/** The frame of staff pages, with the line of the menu and the breadcrumb that the present address belongs to. */
export function StaffFrameHere({ homeHref, places, ...frame }: StaffFrameHereProps) {
  const path = usePathname();
  const here = places.find(({ href }) => path === href || path.startsWith(`${href}/`));
  const isHome = path === homeHref;
  const groups = [...new Set(places.map(({ group }) => group))].map((title) => ({
    title,
    items: places
      .filter(({ group }) => group === title)
      .map(({ key, label, short, href, count }) => ({
        ...{ label, short, href, count },
        icon: ICONS[key] ?? 'list',
        current: here?.href === href,
      })),
  }));
  const figures = { href: paths.staffStatistics(), label: '统计', short: '统计', icon: 'chart' as const };
  const isFigures = path === figures.href;
  const home = { href: homeHref, label: '今天的工作', short: '今天', icon: 'tasks' as const, current: isHome };
  return (
    <StaffFrame
      {...frame}
      rail={WIDE.test(path) || undefined}
      menu={[{ title: '工作台', items: [home, { ...figures, current: isFigures }] }, ...groups]}
      breadcrumb={
        here
          ? [
              { label: '工作台', href: homeHref },
              { label: here.label, href: here.href },
            ]
          : [
              { label: '工作台', ...(isFigures && { href: homeHref }) },
              ...(isFigures ? [{ label: figures.label }] : []),
            ]
      }
    />
  );
}
