import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
// Every page carries its own 404 along; with the styles here none has to be fetched in advance for it.
import '@/components/ui/state-page.module.css';
import '@/components/ui/button.module.css';
import '@/components/ui/icon.module.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { EarlyInput } from '@/components/frame/early-input';
import { EARLY_INPUT_SCRIPT } from '@/components/frame/early-input-script';
import { ELDER_COOKIE } from '@/components/frame/remembered-names';
import { siteData } from '@/lib/runtime/frame-data';

// Every page carries the nonce of its own request, and most are drawn for one person.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const { park } = await siteData();
  return {
    title: { default: park.wordmark, template: `%s · ${park.wordmark}` },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const isElder = (await cookies()).get(ELDER_COOKIE)?.value === '1';
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
  return (
    // The switch in the header changes the attribute before the browser's part has taken over.
    <html lang="zh-CN" data-elder={isElder ? '' : undefined} suppressHydrationWarning>
      <body>
        {/* A browser hides the nonce from scripts, so that there is always one difference to what was sent. */}
        <script nonce={nonce} suppressHydrationWarning>
          {EARLY_INPUT_SCRIPT}
        </script>
        {children}
        <EarlyInput />
      </body>
    </html>
  );
}
