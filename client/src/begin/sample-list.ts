/** A sample that is shipped with the extension. */
export interface Sample {
  /** Below the folder of the samples. */
  readonly path: string;
  readonly title: string;
  readonly shows: string;
}

/** The samples, the one to begin with first. */
export const SAMPLES: readonly Sample[] = [
  {
    path: "contact-center/save-the-customer.training.yaml",
    title: "Save the customer",
    shows: "Planned and complete: read this one first",
  },
  {
    path: "hospital/clean-lines.training.yaml",
    title: "Clean lines, every time",
    shows: "Running, with the results that are due so far",
  },
  {
    path: "field-service/early-call.training.yaml",
    title: "The early call",
    shows: "Over and measured: results, conclusions, decisions",
  },
  {
    path: "equipment/win-back-academy.training.yaml",
    title: "Win-back academy",
    shows: "Sales: the benefit is margin, not revenue",
  },
  {
    path: "hospital/nurse-residency.training.yaml",
    title: "A year with a mentor",
    shows: "A draft: onboarding that is judged by who stays",
  },
  {
    path: "software/upgrade-on-the-phone.training.yaml",
    title: "Upgrade on the phone",
    shows: "A small program, without a money case",
  },
  {
    path: "safety/labels-and-data-sheets.training.yaml",
    title: "Labels and data sheets",
    shows: "Asked for by law: no business outcome, and it says so",
  },
  {
    path: "company.training.yaml",
    title: "The catalog of the company",
    shows: "What programs share: people, goals, metrics",
  },
];

/** What the samples need beside them. */
export const SAMPLE_TABLES: readonly string[] = [
  "field-service/early-call.results.csv",
  "hospital/clean-lines.results.csv",
];
