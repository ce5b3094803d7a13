import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { todayOnTheClock } from "../host/clock.ts";
import { serve } from "./server.ts";

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve({ connection, files: undefined, today: todayOnTheClock, translation: undefined, memory: undefined });
