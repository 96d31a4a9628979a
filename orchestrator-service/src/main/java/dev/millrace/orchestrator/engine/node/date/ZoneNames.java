package dev.millrace.orchestrator.engine.node.date;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Names of time zones as American English has them. */
final class ZoneNames {
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("z", Locale.US);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("zzzz", Locale.US);
    private static final int SECONDS_PER_MINUTE = 60;

    /** Abbreviations that mean one zone only there; elsewhere CST is China's, and IST three countries'. */
    private static final Set<String> KNOWN =
            Set.of("EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST");

    private ZoneNames() {}

    /** {@code EST}, {@code GMT+9}. */
    static String brief(ZonedDateTime at) {
        String name = BRIEF.format(at);
        boolean american = at.getZone().getId().startsWith("America/")
                || at.getZone().getId().startsWith("US/")
                || at.getZone().getId().equals("Pacific/Honolulu");
        if (isUtc(at)) {
            return "UTC";
        }
        return american && KNOWN.contains(name) ? name : "GMT" + offset(at.getOffset());
    }

    /** {@code Japan Standard Time}. */
    static String full(ZonedDateTime at) {
        if (isUtc(at)) {
            return "Coordinated Universal Time";
        }
        return at.getZone() instanceof ZoneOffset offset ? "GMT" + offset.getId() : FULL.format(at);
    }

    private static boolean isUtc(ZonedDateTime at) {
        return Set.of("Z", "UTC", "Etc/UTC", "UCT", "Zulu")
                .contains(at.getZone().getId());
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / SECONDS_PER_MINUTE;
        String hours = Integer.toString(minutes / SECONDS_PER_MINUTE);
        String rest = minutes % SECONDS_PER_MINUTE == 0 ? "" : ":%02d".formatted(minutes % SECONDS_PER_MINUTE);
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return minutes == 0 ? "" : sign + hours + rest;
    }
}
