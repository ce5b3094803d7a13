import { runAction } from "./run-action.ts";

// Set and not called, so that everything written still reaches the log. A run that never settles has failed.
process.exitCode = 1;
void runAction(trustingWorkspace(process.env)).then((code) => {
  process.exitCode = code;
});

/** In a job that runs in a container the checkout belongs to another user, and Git then reads nothing of it. */
function trustingWorkspace(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const count = Number(env.GIT_CONFIG_COUNT ?? 0);
  if (env.GITHUB_WORKSPACE === undefined) return env;
  env[`GIT_CONFIG_KEY_${count}`] = "safe.directory";
  env[`GIT_CONFIG_VALUE_${count}`] = env.GITHUB_WORKSPACE;
  env.GIT_CONFIG_COUNT = String(count + 1);
  return env;
}
