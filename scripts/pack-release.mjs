// What a release is made of, from dist/. Build first.
//   build/release/              the content of a release tag: the GitHub Action, the pre-commit hook, the npm package
//   build/training-spec-<version>.tgz   the npm package
//   build/schemastore/          what a pull request to SchemaStore adds
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { schemaStoreFiles } from "./schemastore.mjs";
import { runNpm } from "./vscode/run-command.mjs";

const root = path.resolve(import.meta.dirname, "..");
const release = path.join(root, "build/release");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const texts = JSON.parse(readFileSync(path.join(root, "package.nls.json"), "utf8"));

/** In dist/ for VS Code and the browser alone. */
const FOR_VSCODE = /^(extension|preview|server\.browser)\b|\.map$/;
/** What runs of the bundles have compiled on this machine. */
const OF_THIS_MACHINE = /\.cache/;
/** For GitHub alone: the runner takes it from the tag. */
const FOR_GITHUB = /^action\.js$/;

const built = existsSync(path.join(root, "dist"))
  ? readdirSync(path.join(root, "dist"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(root, "dist"), path.join(entry.parentPath, entry.name)))
      .filter((file) => !FOR_VSCODE.test(file) && !OF_THIS_MACHINE.test(file))
  : [];
for (const needed of ["action.js", ...Object.values(manifest.bin).map((file) => path.basename(file))]) {
  if (built.includes(needed)) continue;
  console.error(`dist/${needed} is missing: run \`npm run build\` first.`);
  process.exit(2);
}

rmSync(release, { recursive: true, force: true });
const build = path.dirname(release);
// Those of other versions would be taken into the container, too.
for (const file of existsSync(build) ? readdirSync(build) : [])
  if (file.endsWith(".tgz")) rmSync(path.join(build, file));
for (const file of built) copy(path.join("dist", file));
for (const file of ["LICENSE", "README.md", "CHANGELOG.md", "action.yml", ".pre-commit-hooks.yaml"]) copy(file);
writeFileSync(path.join(release, "package.json"), `${JSON.stringify(npmManifest(), null, 2)}\n`);
await runNpm(["pack", "--silent", "--ignore-scripts", "--pack-destination", build], { cwd: release });

const schemastore = path.join(root, "build/schemastore");
rmSync(schemastore, { recursive: true, force: true });
for (const [file, text] of schemaStoreFiles(root)) {
  mkdirSync(path.dirname(path.join(schemastore, file)), { recursive: true });
  writeFileSync(path.join(schemastore, file), text);
}

function copy(file) {
  cpSync(path.join(root, file), path.join(release, file), { recursive: true });
}

/** Of the manifest of the repository what npm needs. Nothing is depended on, because everything is bundled. */
function npmManifest() {
  const { name, version, license, repository, keywords, engines, bin } = manifest;
  const site = repository.url.replace(/\.git$/, "");
  return {
    name,
    version,
    // In the manifest stands the key of the translations.
    description: texts.description,
    license,
    author: manifest.displayName,
    homepage: `${site}#readme`,
    bugs: `${site}/issues`,
    repository,
    keywords,
    engines: { node: engines.node },
    bin,
    files: [...built.filter((file) => !FOR_GITHUB.test(file)).map((file) => `dist/${file}`), "CHANGELOG.md"],
    publishConfig: { access: "public", provenance: true },
  };
}
