/** A server on this machine that hands out files as well, or as badly, as the test says. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Asked {
  readonly path: string;
  /** The Range header; null when the whole file was asked for. */
  readonly range: string | null;
}

/** Answers one request for a file; `from` is where the Range header wants to begin, 0 without one. */
export type Answer = (response: ServerResponse, content: Uint8Array, from: number) => void;

export interface FileServer {
  readonly url: string;
  /** Every request so far. */
  readonly asked: readonly Asked[];
  /** How the server behaves from now on. */
  answer: Answer;
  /** Cuts every connection. */
  hangUp(): void;
  /** Resolves when the next request has come. */
  nextRequest(): Promise<void>;
}

/** Serves `files` by their path until the test has ended. */
export async function fileServer(files: Readonly<Record<string, Uint8Array>>, answer: Answer = obeying): Promise<FileServer> {
  const asked: Asked[] = [];
  let onRequest = (): void => {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const range = request.headers.range ?? null;
    asked.push({ path, range });
    const content = files[path];
    if (content === undefined) response.writeHead(404).end();
    else fileServer.answer(response, content, Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0));
    onRequest();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const fileServer: FileServer = {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer,
    hangUp: () => server.closeAllConnections(),
    nextRequest: () => new Promise((resolve) => (onRequest = resolve)),
  };
  return fileServer;
}

/** The address of a server that has gone: connections are refused. */
export async function goneServer(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** As a good server does: the rest of the file when only that is wanted. */
export const obeying: Answer = (response, content, from) => {
  const rest = content.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'Content-Length': rest.length }).end(rest);
};

/** Always the whole file. */
export const ignoringRange: Answer = (response, content) => obeying(response, content, 0);

/** Promises the whole file and says nothing more after `bytes` of it. */
export const stallingAfter =
  (bytes: number): Answer =>
  (response, content) => {
    response.writeHead(200, { 'Content-Length': content.length });
    response.write(content.subarray(0, bytes));
  };

/** Takes the request and never answers. */
export const silent: Answer = () => {};

export const refusing =
  (status: number): Answer =>
  (response) => {
    response.writeHead(status).end('no');
  };
