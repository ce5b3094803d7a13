/** The environment of what is measured: without what makes Node itself start slower, and without calls home. */
export function childEnvironment() {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...kept } = process.env;
  return { ...kept, NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
}
