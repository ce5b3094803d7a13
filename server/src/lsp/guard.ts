import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver-protocol";

export interface Log {
  error(message: string): void;
}

/**
 * A handler that survives a bug of ours: it is logged, this one answer is empty, and the server goes on. A request that
 * was cancelled before its turn is not computed.
 */
export function guard<P, R>(log: Log, name: string, empty: R, handle: (params: P) => R | Promise<R>) {
  return async (params: P, token?: CancellationToken): Promise<R> => {
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, name);
    try {
      return await handle(params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
}
