import NextLink from 'next/link';
import type { AnchorHTMLAttributes } from 'react';

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

const STAYS_INSIDE = /^\/(?!\/|api\/)/;

/**
 * A link. Pages of this site are changed without a reload and are not fetched in advance, because most of them are
 * drawn per visitor; downloads, fragments, mail, telephone, API and foreign addresses are left to the browser.
 */
export function Anchor({ href, children, ...rest }: AnchorProps) {
  const plain = rest.download !== undefined || rest.target !== undefined || !STAYS_INSIDE.test(href);
  if (plain) {
    const rel = rest.target === '_blank' ? 'noopener' : undefined;
    return (
      <a href={href} rel={rel} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <NextLink href={href} prefetch={false} {...rest}>
      {children}
    </NextLink>
  );
}
