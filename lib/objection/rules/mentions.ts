const MIN_NAME = 2;
const MIN_DIGITS = 7;

export type Objector = { readonly name: string; readonly telephone: string; readonly email: string | null };

/**
 * Whether a text that the enterprise will read tells who objected: the name, the telephone or the mailbox, however
 * they are spaced.
 */
export function mentionsObjector(text: string, { name, telephone, email }: Objector): boolean {
  const bare = squeeze(text);
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  const theirs = telephone.replace(/\D/g, '');
  return (
    (squeeze(name).length >= MIN_NAME && bare.includes(squeeze(name))) ||
    (theirs.length >= MIN_DIGITS && digits.includes(theirs)) ||
    (email !== null && bare.includes(squeeze(email)))
  );
}

const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・]/g, '');
