import type { NextConfig } from 'next';

const hosts = (process.env.PUBLIC_ORIGINS ?? '')
  .split(',')
  .flatMap((origin) => (origin ? [new URL(origin).hostname] : []));

// What the proxy's matcher leaves out still says what it is and whom it is for.
const staticHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  poweredByHeader: false,
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  images: { unoptimized: true },
  // A page that a person may not see answers 403 by its own page.
  // The proxy's copy of a body would be cut at 10 MB; uploads are counted by their own routes, up to 20 MB.
  experimental: { authInterrupts: true, proxyClientMaxBodySize: '21mb' },
  // A project that lies below another one must not be taken for a part of it.
  turbopack: { root: process.cwd() },
  // Types are checked by `npm run check`; whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native code, or large code that is quicker loaded than bundled.
  serverExternalPackages: [
    '@napi-rs/canvas',
    '@uploadthing/shared',
    'exceljs',
    'fontkit',
    'graphile-worker',
    'nodemailer',
    'pdfjs-dist',
    'resend',
    'uploadthing',
    'zxing-wasm',
  ],
  allowedDevOrigins: hosts,
  headers: async () => [
    { source: '/_next/static/:path*', headers: staticHeaders },
    { source: '/wasm/:path*', headers: staticHeaders },
  ],
};

export default config;
