import { homedir } from "node:os";
import path from "node:path";

/** The folder in which a program of this name keeps what it can find out again, as each system wants it. */
export function userCacheFolder(
  name: string,
  { platform, env }: Pick<NodeJS.Process, "platform" | "env"> = process,
): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = env;
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return path.join(XDG_CACHE_HOME, name);
  if (platform === "win32") return path.join(LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"), name, "Cache");
  return path.join(homedir(), ...(platform === "darwin" ? ["Library", "Caches"] : [".cache"]), name);
}
