/** Null where nobody answered. */
export async function sendRequest(address: string, init: RequestInit): Promise<Response | null> {
  return fetch(address, init).catch(() => null);
}

/** Hands a file that was fetched to the browser's downloads. */
export async function saveFile(response: Response, fallback: string): Promise<void> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ? decodeURIComponent(name) : fallback;
  link.click();
  URL.revokeObjectURL(link.href);
}
