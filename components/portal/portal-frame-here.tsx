'use client';

import { usePathname } from 'next/navigation';
import type { PortalPlace } from '../frame/frame-props';
import { PortalFrame, type PortalFrameProps } from '../frame/portal-frame';

const PLACES: readonly { place: PortalPlace; pages: RegExp }[] = [
  { place: 'home', pages: /^\/$/ },
  { place: 'talent', pages: /^\/(talent|progress)(\/|$)/ },
  { place: 'enterprise', pages: /^\/(enterprise|register)(\/|$)/ },
  { place: 'notices', pages: /^\/notices(\/|$)/ },
];

/** The portal's frame, with the place in the navigation that the present address belongs to. */
export function PortalFrameHere(props: Omit<PortalFrameProps, 'current' | 'atLogin'>) {
  const path = usePathname();
  const current = PLACES.find(({ pages }) => pages.test(path))?.place;
  return <PortalFrame {...props} current={current} atLogin={path === '/login'} />;
}
