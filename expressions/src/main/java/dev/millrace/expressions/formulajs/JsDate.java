package dev.millrace.expressions.formulajs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A JavaScript date. Identity counts, as with every JavaScript object, hence no record.
 *
 * <p>Unlike the original it never changes; functions that set fields there make a new date here.
 */
final class JsDate {
    /** Years that ISO text writes with four digits; others belong to the original. */
    private static final double FIRST_MILLIS = -62167219200000.0;

    private static final double LAST_MILLIS = 253402300799999.0;
    private static final double MAX_FIELD = 1e8;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final double millis;

    JsDate(double millis) {
        this.millis = millis;
    }

    static JsDate of(Instant instant) {
        return new JsDate(instant.toEpochMilli());
    }

    static JsDate ofLocal(LocalDateTime local, ZoneId zone) {
        return of(local.atZone(zone).toInstant());
    }

    /** {@code new Date(year, month, day, hours, minutes, seconds)}: fields may overflow, the years 0 to 99 are 1900 to 1999. */
    static JsDate ofFields(
            double year, double month, double day, double hours, double minutes, double seconds, ZoneId zone) {
        double all = year + month + day + hours + minutes + seconds;
        if (Double.isNaN(all) || Double.isInfinite(all)) {
            return new JsDate(Double.NaN);
        }
        double full = year > -1 && year < 100 ? 1900 + (long) year : year;
        return local(full, month, day, (long) hours * 3600 + (long) minutes * 60 + (long) seconds, zone);
    }

    static JsDate ofDay(double year, double month, double day, ZoneId zone) {
        return ofFields(year, month, day, 0, 0, 0, zone);
    }

    private static JsDate local(double year, double month, double day, long seconds, ZoneId zone) {
        if (Math.abs(year) > MAX_FIELD || Math.abs(month) > MAX_FIELD || Math.abs(day) > MAX_FIELD) {
            throw NotNative.SIGNAL;
        }
        try {
            var date = LocalDate.of((int) year, 1, 1).plusMonths((long) month).plusDays((long) day - 1);
            return checked(ofLocal(date.atStartOfDay().plusSeconds(seconds), zone).millis);
        } catch (DateTimeException outside) {
            throw NotNative.SIGNAL;
        }
    }

    private static JsDate checked(double millis) {
        if (millis < FIRST_MILLIS || millis > LAST_MILLIS) {
            throw NotNative.SIGNAL;
        }
        return new JsDate(millis);
    }

    double millis() {
        return millis;
    }

    boolean invalid() {
        return Double.isNaN(millis);
    }

    /** Only for valid dates. */
    ZonedDateTime in(ZoneId zone) {
        return Instant.ofEpochMilli((long) millis).atZone(zone);
    }

    /** Another local day at the same local time. */
    JsDate onDay(LocalDate day, ZoneId zone) {
        return ofLocal(day.atTime(in(zone).toLocalTime()), zone);
    }

    JsDate startOfDay(ZoneId zone) {
        return invalid() ? this : ofLocal(in(zone).toLocalDate().atStartOfDay(), zone);
    }

    /** {@code toISOString}, for valid dates. */
    String isoText() {
        checked(millis);
        return ISO.format(in(ZoneOffset.UTC));
    }
}
