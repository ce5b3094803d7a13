import type { Case } from "./runner.ts";

export const nodeCases: readonly Case[] = [];
