package dev.millrace.expressions.formulajs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaScript engines agree on in {@code new Date(text)}: ISO 8601. Free-form dates belong to the original. */
final class DateText {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d\\d:\\d\\d)?)?");
    private static final int OFFSET = 8;

    private DateText() {}

    /** {@code new Date(text)}: a date alone is UTC, a date with a time is local unless it names its offset. */
    static JsDate parse(String text, ZoneId zone) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw NotNative.SIGNAL;
        }
        boolean loose = text.length() > 10 && text.charAt(10) == ' ' && matcher.group(OFFSET) != null;
        if (loose) {
            throw NotNative.SIGNAL;
        }
        return date(matcher, matcher.group(4) == null ? ZoneOffset.UTC : zone);
    }

    /** As the formula functions read it: a date alone is local midnight. */
    static JsDate parseForFormula(String text, ZoneId zone) {
        Matcher matcher = ISO.matcher(text);
        boolean dateOnly = matcher.matches() && matcher.group(4) == null;
        return dateOnly ? date(matcher, zone) : parse(text, zone);
    }

    private static JsDate date(Matcher matcher, ZoneId zone) {
        try {
            var day = LocalDate.of(field(matcher, 1), field(matcher, 2), field(matcher, 3));
            var time = LocalTime.of(field(matcher, 4), field(matcher, 5), field(matcher, 6), nanos(matcher.group(7)));
            String offset = matcher.group(OFFSET);
            return JsDate.ofLocal(LocalDateTime.of(day, time), offset == null ? zone : ZoneOffset.of(offset));
        } catch (DateTimeException notOnTheCalendar) {
            // 30 February and 24:00 are read differently from engine to engine.
            throw NotNative.SIGNAL;
        }
    }

    private static int field(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
    }
}
