package peaceindex.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;

/**
 * The table that the returns fill: units × periods × fields.
 *
 * <p>Held as one column of {@code double} per period and field, with a status and a packed origin
 * beside it. A value that is not {@link CellStatus#REPORTED} is {@code NaN}.
 */
public final class Panel {
  private static final CellStatus[] STATUSES = CellStatus.values();
  private static final long NOT_ARRIVED = Long.MIN_VALUE;

  /** One period: for each field a column over the units. */
  private static final class Slab {
    final Period period;
    final double[][] values;
    final byte[][] statuses;
    final long[][] origins;
    final long[] arrivals;

    Slab(Period period, int fields, int units) {
      this.period = period;
      values = new double[fields][units];
      statuses = new byte[fields][units];
      origins = new long[fields][units];
      arrivals = new long[units];
      Arrays.fill(arrivals, NOT_ARRIVED);
      for (int f = 0; f < fields; f++) {
        Arrays.fill(values[f], Double.NaN);
        Arrays.fill(statuses[f], (byte) CellStatus.NOT_REPORTED.ordinal());
        Arrays.fill(origins[f], Origins.NONE);
      }
    }

    Slab(Slab other) {
      period = other.period;
      values = Arrays.stream(other.values).map(double[]::clone).toArray(double[][]::new);
      statuses = Arrays.stream(other.statuses).map(byte[]::clone).toArray(byte[][]::new);
      origins = Arrays.stream(other.origins).map(long[]::clone).toArray(long[][]::new);
      arrivals = other.arrivals.clone();
    }

    void arrive(int unit, long origin) {
      arrivals[unit] = arrivals[unit] == NOT_ARRIVED ? origin : arrivals[unit];
    }
  }

  private final Roster roster;
  private final Fields fields;
  private final Origins origins;
  private final NavigableMap<Period, Slab> slabs = new TreeMap<>();

  private final List<Event> events = new ArrayList<>();
  private final Map<Period, Map<Integer, List<Lateness>>> lateness = new HashMap<>();

  /** The period that was asked for last: nearly always the one that is asked for next. */
  private @Nullable Slab latest;

  public Panel(Roster roster, Fields fields) {
    this(roster, fields, new Origins());
  }

  private Panel(Roster roster, Fields fields, Origins origins) {
    this.roster = roster;
    this.fields = fields;
    this.origins = origins;
  }

  /**
   * The same panel with another figure in one place, for a question of "what if": this one stays as
   * it is. The figure keeps its origin.
   */
  public Panel with(Period period, int unit, int field, double value) {
    Panel changed = new Panel(roster, fields, origins);
    changed.slabs.putAll(slabs);
    changed.slabs.put(period, new Slab(slab(period)));
    changed.events.addAll(events);
    lateness.values().forEach(of -> of.values().forEach(all -> all.forEach(changed::add)));
    changed.put(period, unit, field, value, packedOrigin(period, unit, field));
    return changed;
  }

  public Roster roster() {
    return roster;
  }

  public Fields fields() {
    return fields;
  }

  public Origins origins() {
    return origins;
  }

  /** The periods for which anything arrived, oldest first. */
  public List<Period> periods() {
    return new ArrayList<>(slabs.keySet());
  }

  public boolean has(Period period) {
    return slabs.containsKey(period);
  }

  /** Enters a usable figure. */
  public void put(Period period, int unit, int field, double value, long origin) {
    set(period, unit, field, value, CellStatus.REPORTED, origin);
  }

  /** Enters that there is no usable figure, and why; replaces what was there. */
  public void mark(Period period, int unit, int field, CellStatus status, long origin) {
    set(period, unit, field, Double.NaN, status, origin);
  }

  /** Enters that a figure must not be used; where it came from stays. */
  public void withdraw(Period period, int unit, int field) {
    mark(period, unit, field, CellStatus.UNUSABLE, packedOrigin(period, unit, field));
  }

  /** Enters a usable figure that no return brought: the unit has not reported by it. */
  public void supply(Period period, int unit, int field, double value, long origin) {
    Slab slab = slab(period);
    slab.values[field][unit] = value;
    slab.statuses[field][unit] = (byte) CellStatus.REPORTED.ordinal();
    slab.origins[field][unit] = origin;
  }

  /**
   * Enters, once all returns are read, which of the missing figures were not asked for, and that
   * nothing applies to units that do not exist.
   */
  public void excuseNotDue() {
    slabs.forEach(
        (period, slab) -> {
          for (int field = 0; field < fields.size(); field++) {
            boolean isDue = fields.get(field).arrival().isDue(period);
            excuse(period, slab.statuses[field], isDue);
          }
        });
  }

  private void excuse(Period period, byte[] statuses, boolean isDue) {
    for (int unit = 0; unit < statuses.length; unit++) {
      if (STATUSES[statuses[unit]] == CellStatus.NOT_REPORTED) {
        if (!roster.isActive(unit, period)) {
          statuses[unit] = (byte) CellStatus.NOT_APPLICABLE.ordinal();
        } else if (!isDue) {
          statuses[unit] = (byte) CellStatus.NOT_DUE.ordinal();
        }
      }
    }
  }

  /**
   * Enters that a return of this unit arrived, whatever was in it; the first one is remembered.
   *
   * @param origin any cell of it
   */
  public void arrived(Period period, int unit, long origin) {
    slab(period).arrive(unit, origin);
  }

  /** The file of the first return of a unit; empty if none arrived. */
  public String arrivedWith(Period period, int unit) {
    Slab slab = find(period);
    return slab == null || slab.arrivals[unit] == NOT_ARRIVED
        ? ""
        : origins.file(slab.arrivals[unit]);
  }

  /** Whether any return of this unit arrived, for the period or for one that lies in it. */
  public boolean hasArrived(Period period, int unit) {
    Slab slab = find(period);
    return slab == null
        ? slabs.entrySet().stream()
            .anyMatch(
                part ->
                    period.covers(part.getKey()) && part.getValue().arrivals[unit] != NOT_ARRIVED)
        : slab.arrivals[unit] != NOT_ARRIVED;
  }

  /** The column of a field over all units; {@code NaN} where there is no usable figure. */
  public double[] column(Period period, int field) {
    return figures(period, field).clone();
  }

  /** The same column, which is not to be changed, and shows what is entered later. */
  public double[] figures(Period period, int field) {
    Slab slab = find(period);
    if (slab == null) {
      double[] empty = new double[roster.size()];
      Arrays.fill(empty, Double.NaN);
      return empty;
    }
    return slab.values[field];
  }

  public double value(Period period, int unit, int field) {
    Slab slab = find(period);
    return slab == null ? Double.NaN : slab.values[field][unit];
  }

  public CellStatus status(Period period, int unit, int field) {
    Slab slab = find(period);
    return slab == null ? CellStatus.NOT_REPORTED : STATUSES[slab.statuses[field][unit]];
  }

  /** The cell that a value, or the lack of one, came from. */
  public Optional<CellRef> origin(Period period, int unit, int field) {
    return origins.cell(packedOrigin(period, unit, field));
  }

  /** The packed form of {@link #origin}, {@link Origins#NONE} if there is none. */
  public long packedOrigin(Period period, int unit, int field) {
    Slab slab = find(period);
    return slab == null ? Origins.NONE : slab.origins[field][unit];
  }

  /** Enters an event. Whether returns of its period arrived does not matter. */
  public void add(Event event) {
    events.add(event);
  }

  /** All events by unit, day and cell, whatever the order in which files were read. */
  public List<Event> events() {
    return events.stream()
        .sorted(
            Comparator.comparingInt(Event::unit)
                .thenComparing(Event::date)
                .thenComparing(event -> origins.place(event.origin()))
                .thenComparing(Event::rule)
                .thenComparingInt(Event::times))
        .toList();
  }

  /** The events of one base period, in the same order. */
  public List<Event> events(Period period) {
    return events().stream().filter(event -> event.period().equals(period)).toList();
  }

  /** Enters that a return was late or is missing. */
  public void add(Lateness late) {
    lateness
        .computeIfAbsent(late.period(), period -> new HashMap<>())
        .computeIfAbsent(late.unit(), unit -> new ArrayList<>())
        .add(late);
  }

  /**
   * What is known of a unit's returns for a period that came late or not at all, in the order of
   * the register of receipts; empty if nothing is known, also where nobody judged it.
   */
  public List<Lateness> lateness(Period period, int unit) {
    return List.copyOf(lateness.getOrDefault(period, Map.of()).getOrDefault(unit, List.of()));
  }

  private void set(
      Period period, int unit, int field, double value, CellStatus status, long origin) {
    Slab slab = slab(period);
    slab.values[field][unit] = value;
    slab.statuses[field][unit] = (byte) status.ordinal();
    slab.origins[field][unit] = origin;
    slab.arrive(unit, origin);
  }

  private Slab slab(Period period) {
    Slab known = find(period);
    if (known == null) {
      known = new Slab(period, fields.size(), roster.size());
      slabs.put(period, known);
    }
    return known;
  }

  private @Nullable Slab find(Period period) {
    Slab known = latest;
    if (known == null || (known.period != period && !known.period.equals(period))) {
      known = slabs.get(period);
      if (known != null) {
        latest = known;
      }
    }
    return known;
  }
}
