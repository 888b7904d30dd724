import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: '上传收据',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#1557a6',
};

export default function PhoneLayout({ children }: { children: ReactNode }) {
  return children;
}
