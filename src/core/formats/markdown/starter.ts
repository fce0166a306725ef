/**
 * A roadmap to begin with: every element it shows is read, and it says how to go on. `today` is an ISO date. In English
 * in every language, like the names of sections and labels that are read.
 */
export function starterRoadmap(name: string, today: string): string {
  return `# ${name} Roadmap

**Generated:** ${today}
**Purpose:** What we want to reach, in which order.

## Now

### First release

**Priority:** High
**Effort:** 1-2 weeks

- [ ] Describe what the first release can do
- [ ] Set up automated tests
  - [ ] Unit tests
  - [ ] One test that uses it as a person would

**Outcomes:**
- A version that somebody else can use

## Next

- [ ] Ask the first users what is missing

## Later

- [ ] Collect ideas here

## Success Metrics

- Test coverage: 80%+
- Start time: < 200ms

## Risks

- **Too much at once:** keep each release small

---

**Last Updated:** ${today}
**Next Review:** Monthly
`;
}
