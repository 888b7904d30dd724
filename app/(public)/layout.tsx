import type { ReactNode } from 'react';
import { FramedPage } from './framed-page';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <FramedPage>{children}</FramedPage>;
}
