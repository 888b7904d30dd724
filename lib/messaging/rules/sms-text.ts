/** The sender's sign that stands first in every SMS. */
export const SMS_SIGN = '【园区一网通办】';
/** One SMS carries at most this many characters; longer ones are charged and shown as several. */
export const SMS_CHARACTERS_MAX = 70;

/** The text of an SMS with its sign; throws when it would not fit one message, which is a fault of the template. */
export function smsText(body: string): string {
  const text = `${SMS_SIGN}${body}`;
  if ([...text].length > SMS_CHARACTERS_MAX) throw new Error(`SMS of ${[...text].length} characters: ${text}`);
  return text;
}
