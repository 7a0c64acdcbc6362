/** Fetches a file of Lintel's own, and knows when it is not there. */
import { Fault } from '../../core/fault';

/**
 * The response for a file that is there. `name` is what a person knows the file by.
 * @throws Fault `asset-missing`.
 */
export async function fetchFile(url: string, name: string): Promise<Response & { readonly body: ReadableStream<Uint8Array> }> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Fault('asset-missing', name, { cause: error });
  });
  // A server that answers every unknown path with the page itself would otherwise hand out HTML as a model.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || !hasBody(response) || isPage) throw new Fault('asset-missing', name);
  return response;
}

function hasBody(response: Response): response is Response & { readonly body: ReadableStream<Uint8Array> } {
  return response.body !== null;
}
