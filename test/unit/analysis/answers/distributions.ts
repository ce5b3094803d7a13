import {
  betaCdf,
  betaQuantile,
  binomialCdf,
  binomialPmf,
  chisquareCdf,
  gammaCdf,
  gammaQuantile,
  hypergeometricPmf,
  normalCdf,
  normalQuantile,
  poissonCdf,
  tCdf,
  tQuantile,
} from "../../../../server/src/analysis/numeric/distributions.ts";
import { noncentralTCdf } from "../../../../server/src/analysis/numeric/noncentral-t.ts";
import { type Answer, toNumber } from "./cell.ts";

const functions: Record<string, (a: number, b: number, c: number, d: number) => number> = {
  norm_quantile: normalQuantile,
  norm_cdf: normalCdf,
  t_quantile: tQuantile,
  t_cdf: tCdf,
  nct_cdf_at_t975: noncentralTCdf,
  nct_cdf_at_minus_t975: noncentralTCdf,
  beta_quantile: betaQuantile,
  beta_cdf: betaCdf,
  gamma_quantile_shape: gammaQuantile,
  gamma_cdf_shape: gammaCdf,
  binom_cdf: binomialCdf,
  binom_pmf: binomialPmf,
  poisson_cdf: poissonCdf,
  hypergeom_pmf_x_m_n_k: (x, white, black, draws) => hypergeometricPmf(x, { white, black, draws }),
  chisq_cdf: chisquareCdf,
};

export const dist: Answer = (row) => {
  const name = row.fn ?? "";
  const value = functions[name]?.(toNumber(row.a), toNumber(row.b), toNumber(row.c), toNumber(row.d));
  if (value === undefined) return {};
  if (name.includes("quantile")) return { value: { value, rel: 1e-8, abs: 1e-15 } };
  return { value: { value, abs: name.startsWith("nct") ? 1e-8 : 1e-10 } };
};
