import type { Services } from "./services.ts";

export function answerEditing(_services: Services): void {}
