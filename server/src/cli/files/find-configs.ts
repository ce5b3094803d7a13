import { existsSync } from "node:fs";
import path from "node:path";
import { CONFIG_NAME } from "../../workspace/uri.ts";

/** The configurations that may count for files: those in their folders and in all folders above. */
export function findConfigs(files: Iterable<string>): string[] {
  const seen = new Set<string>();
  const configs: string[] = [];
  for (const file of files) {
    for (let folder = path.dirname(file); !seen.has(folder); folder = path.dirname(folder)) {
      seen.add(folder);
      const config = path.join(folder, CONFIG_NAME);
      if (existsSync(config)) configs.push(config);
    }
  }
  return configs;
}
