package dev.millrace.datasources.filter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** From the start up to, but not including, the end. */
record DateRange(Bound start, Bound end) {
    /**
     * @param exact whether the value named an instant, rather than a wall time in a zone
     */
    record Bound(LocalDateTime wall, ZoneId zone, boolean exact) {
        Instant instant() {
            return wall.atZone(zone).toInstant();
        }
    }

    static DateRange of(LocalDateTime start, LocalDateTime end, ZoneId zone, boolean exact) {
        return new DateRange(new Bound(start, zone, exact), new Bound(end, zone, exact));
    }
}
