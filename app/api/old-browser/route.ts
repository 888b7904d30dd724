import { oldBrowserPage } from '@/lib/enterprise/rules/old-browser-page';
import { siteData } from '@/lib/runtime/frame-data';
import { route } from '@/lib/runtime/route';

/** What Internet Explorer is shown in place of every page: it cannot run the scripts of this site. */
export const GET = route({ who: 'public' }, async () => {
  const { park, support } = await siteData();
  const html = oldBrowserPage({ wordmark: park.wordmark, phone: support.phone, email: support.email });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
    },
  });
});
