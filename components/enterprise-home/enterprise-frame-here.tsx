'use client';

import { usePathname } from 'next/navigation';
import { EnterpriseFrame, type EnterpriseFrameProps } from '../frame/enterprise-frame';

/** The wizard is a task: it brings a frame of its own. */
const OWN_FRAME = /^\/applications\/[^/]+\/edit(\/|$)/;

/** The frame of enterprise pages, with the line of the menu that the present address belongs to. */
export function EnterpriseFrameHere(props: Omit<EnterpriseFrameProps, 'current'>) {
  const path = usePathname();
  if (OWN_FRAME.test(path)) return props.children;
  const menu = props.menu.map((item) => ({ ...item, current: path === item.href || path.startsWith(`${item.href}/`) }));
  return <EnterpriseFrame {...props} menu={menu} />;
}
