/** The whole program that the design of the language shows. */
export const WHOLE_PROGRAM = `version: 1
kind: program
id: save-the-customer            # stable for ever; used by catalogs, history and results
title: Save the customer
status: planned                  # draft | planned | live | evaluated | retired
tier: strategic                  # strategic | tactical (tactical needs no money case and accepts weaker isolation)
launch: 2027-02-01
catalogs: [../company.training.yaml]

owners:                          # three different answers to "who answers for it?"
  learning: dana-cho
  business: luis-ortega          # the line manager of the audience
  finance: priya-nair

need:
  problem: 31 % of callers who ask to cancel leave, most after one discount offer and no diagnosis.
  goal: grow-recurring-revenue   # an organisation goal in the catalog
  cost-of-gap: 1900000           # per year, in currency
  causes:                        # why the gap exists; training answers only some of these
    - type: skill                # information | tools | incentives | knowledge | skill | capacity | motivation | process
      finding: Agents offer a discount before asking why.
      evidence: 120 recorded calls, scored 2026-09
    - type: incentives
      finding: Bonus counts calls closed, not customers kept.
      action: Bonus moves to saves from 2027-01-01
      owner: luis-ortega

audience:
  retention-agents:
    role: Contact-centre retention agent
    size: 240                     # the 24 teams trained within the horizon, not those that start after it
    starts-using-it: within 7 days

metrics:
  save-rate:
    use: customer-save-rate      # defined in the catalog
    role: primary                # primary | secondary | leading | guardrail
    baseline: { value: 69.0, n: 48000, from: 2026-05-01, to: 2026-10-31 }
    target:   { value: 73.0, by: 2027-08-31, basis: Top-quartile teams already reach 74 }
    volume: 96000                # units per year that the metric applies to (cancel calls)
  handle-time:
    name: Average handle time
    definition: (talk + hold + wrap-up) / contacts
    kind: mean                   # proportion | mean | rate
    unit: s
    direction: lower             # lower | higher | hold
    source: { system: ACD, report: Queue summary, refreshed: daily }
    owner: luis-ortega
    role: guardrail
    baseline: { value: 412, sd: 160, n: 48000, from: 2026-05-01, to: 2026-10-31 }
    limit: { at-most: 440, then: Pause the rollout and review the call guide }

behaviors:
  diagnose-before-offering:
    does: Asks at least two diagnostic questions before making any offer
    audience: retention-agents
    moves: [save-rate]
    how-often: every cancel call
    confirmed-by: { who: team leads, how: scored call sample, sample: 5 calls per agent per month }
    baseline: { value: 22, unit: "%", n: 120, from: 2026-09-01, to: 2026-09-30 }
    target: { value: 80, by: 2027-05-01 }
    drivers:
      - { type: monitor, what: Weekly call score on the team board, owner: luis-ortega, starts: launch }
      - { type: reinforce, what: Lead coaches one call per agent per week, owner: luis-ortega, starts: launch + 7 days }

objectives:
  ask-diagnostic-questions:
    given: a recorded or live cancel call          # condition
    can: choose and ask two diagnostic questions that fit the stated reason   # observable performance
    to: 4 of 5 calls scored "fits" on the rubric   # criterion
    level: apply                  # Bloom: remember … create
    enables: [diagnose-before-offering]
    requires: []                  # enabling objectives

activities:
  call-lab:
    title: Cancel-call lab
    practices: [ask-diagnostic-questions]
    hours: 4
    format: live practice

assessments:
  simulated-call:
    assesses: [ask-diagnostic-questions]
    type: simulation              # survey | quiz | scenario | simulation | observation | work-sample
    when: launch + 14 days
    pass: { at-least: 80, unit: "%", basis: The score at which experienced agents reach target }

measurement:
  design: staggered-rollout       # control-group | staggered-rollout | before-after | trend-line | estimate
  compare: { group: the 24 teams that start in March 2028, assigned: random, by: team, clusters: 48, icc: 0.005, n: 48000, same-people: no }
                                  # assigned: random | matched | self-selected | convenience
  analysis: { alpha: 0.05, power: 0.8, test: difference-in-differences }
  other-influences:
    - { what: Price rise in April, handled: Both groups get it }
  points:
    before-launch: { phase: before, when: 2027-01-15, measures: [save-rate, handle-time, diagnose-before-offering], how: ACD report and scored calls, who: priya-nair }
    week-6:        { phase: during, when: launch + 42 days, measures: [diagnose-before-offering], how: scored call sample, who: luis-ortega }
    month-6:       { phase: after, when: launch + 180 days, measures: [save-rate, handle-time], how: ACD report, who: priya-nair }

money:
  currency: USD
  basis: margin                   # margin | cost-avoided | cashable-time
  horizon: 12 months
  expected-change:                # what we expect, where the target is what we aim for; without it the target is taken
    save-rate: { low: 1.0, likely: 3.0, high: 4.5 }
  contribution: { low: 0.4, likely: 0.6, high: 0.8 }   # share of the change that the program is planned to cause
  reach: 0.85                     # share of the audience trained and still in role; scales participant cost, not the target
  costs:
    analysis: 12000
    development: 46000
    delivery: 28000
    participant-time: { people: 240, hours: 6, hourly-rate: 31 }
    manager-time: { people: 24, hours: 20, hourly-rate: 45 }
    evaluation: 9000
  approved: { by: priya-nair, on: 2026-11-10 }

decisions:
  stop-or-fix:
    if: diagnose-before-offering < 50 % at week-6
    then: Stop new cohorts, rework the lab with team leads
    owner: dana-cho               # once it is due: done: { on: 2027-03-20, fired: no, what: Nothing }
  scale:
    if: save-rate >= 72 % at month-6 and handle-time within limit
    then: Roll out to the billing team
    owner: luis-ortega

results: save-the-customer.results.csv   # measured values, appended, never rewritten

conclusions:                     # from evaluated on: what we say the program did, held against the results
  save-rate: { verdict: improved, says: 72.6 % against 69.3 % in the teams that wait, by: priya-nair }   # improved | not-shown | worse | not-estimable

waivers:
  - { rule: single-follow-up, reason: Contract with the vendor ends in August, by: luis-ortega, until: 2027-09-01 }
`;
