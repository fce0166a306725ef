import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import { buildDashboard, type DashboardOptions } from '../../core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import { slimDashboard } from './slim.js';

interface Made {
  readonly of: readonly unknown[];
  readonly dashboard: Dashboard | undefined;
  slim?: Dashboard | undefined;
}

/** The dashboards that pages show, each made once of what is known, however many show it. */
export class SharedDashboards {
  private readonly made = new Map<string, Made>();
  private snapshot: Snapshot | undefined;

  constructor(
    private readonly current: () => Snapshot,
    private readonly options: (file: RoadmapFile) => DashboardOptions,
    private readonly build: typeof buildDashboard = buildDashboard,
  ) {}

  /** The dashboard of a roadmap; undefined where that could not be read. */
  of(file: RoadmapFile): Dashboard | undefined {
    return this.take(file).dashboard;
  }

  /** What the side bar shows of it. */
  slim(file: RoadmapFile): Dashboard | undefined {
    const made = this.take(file);
    return (made.slim ??= made.dashboard && slimDashboard(made.dashboard));
  }

  private take(file: RoadmapFile): Made {
    const snapshot = this.current();
    // Nobody shows what was before.
    if (snapshot !== this.snapshot) this.made.clear();
    this.snapshot = snapshot;
    const options = this.options(file);
    const { today, forecast, metrics, problems } = options;
    const of = [file, today, forecast, metrics, problems];
    const before = this.made.get(file.uri);
    if (before && of.every((each, index) => each === before.of[index])) return before;
    const made: Made = { of, dashboard: this.build(snapshot, file, options) };
    this.made.set(file.uri, made);
    return made;
  }
}
