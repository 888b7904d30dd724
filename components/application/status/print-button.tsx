'use client';

import { Button } from '@/components/ui/button';
import { NotPrinted } from '@/components/ui/layout';

export function PrintButton() {
  return (
    <NotPrinted>
      <Button variant="plain" icon="print" onClick={() => window.print()}>
        打印
      </Button>
    </NotPrinted>
  );
}
