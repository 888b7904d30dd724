'use client';

import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import ErrorPage from './error';

/** The last resort, when even the outermost layout could not be made. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main>
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
