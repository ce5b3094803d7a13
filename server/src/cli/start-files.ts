/** A configuration that changes nothing yet and shows what there is to change. */
export const CONFIG = `# How Training Spec checks the specs in this folder and below: docs/language.md of Training Spec has all keys.
version: 1
profile: recommended
# known: known-findings.json    # findings that stood at the start: training-spec lint --update-known
# ignore: [archive/**]
# rules:
#   single-follow-up: off
`;

export const GITHUB = `name: Training Spec
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: write
jobs:
  training-spec:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0    # what changed is found in the history
      - uses: training-spec/training-spec@v1
`;

export const GITLAB = `training-spec:
  image: node:22
  variables:
    GIT_DEPTH: 0
  script:
    - npx --yes training-spec lint --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;

export const AZURE_STEP = `  - script: npx --yes training-spec lint --format junit=training-spec.xml
    displayName: Training Spec
  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFiles: training-spec.xml
`;

export const AZURE = `trigger: [main]
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: self
    fetchDepth: 0
${AZURE_STEP}`;

export const PRE_COMMIT = `  - repo: https://github.com/training-spec/training-spec
    rev: v1
    hooks:
      - id: training-spec
`;
