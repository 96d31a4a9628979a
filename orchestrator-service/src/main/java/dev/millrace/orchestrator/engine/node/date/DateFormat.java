package dev.millrace.orchestrator.engine.node.date;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as texts, by the tokens of Day.js and its plugin AdvancedFormat. Text in brackets stands for itself. */
final class DateFormat {
    private static final String ISO = "YYYY-MM-DDTHH:mm:ssZ";
    private static final Locale ENGLISH = Locale.US;

    private static final Pattern TOKEN =
            Pattern.compile("\\[([^\\]]+)]|Q|Do|wo|ww?|WW?|zzz|z|gggg|GGGG|X|x|k{1,2}|Y{1,4}|M{1,4}|D{1,2}|d{1,4}"
                    + "|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS");

    private DateFormat() {}

    /** @param format empty for ISO 8601 with the offset */
    static String format(ZonedDateTime at, String format) {
        return TOKEN.matcher(format.isEmpty() ? ISO : format)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) != null ? match.group(1) : token(at, match.group())));
    }

    private static String token(ZonedDateTime at, String token) {
        return switch (token.charAt(0)) {
            case 'Y', 'g', 'G', 'Q' -> year(at, token);
            case 'M' -> month(at, token);
            case 'D', 'd' -> day(at, token);
            case 'w', 'W' -> week(at, token);
            case 'X' -> Long.toString(at.toEpochSecond());
            case 'x' -> Long.toString(at.toInstant().toEpochMilli());
            case 'z', 'Z' -> zone(at, token);
            default -> time(at, token);
        };
    }

    private static String year(ZonedDateTime at, String token) {
        return switch (token) {
            case "YY" -> padded(Math.floorMod(at.getYear(), 100), 2);
            case "YYYY" -> padded(at.getYear(), 4);
            case "gggg" -> padded(at.get(WeekFields.SUNDAY_START.weekBasedYear()), 4);
            case "GGGG" -> padded(at.get(IsoFields.WEEK_BASED_YEAR), 4);
            case "Q" -> Integer.toString(at.get(IsoFields.QUARTER_OF_YEAR));
            default -> token;
        };
    }

    private static String month(ZonedDateTime at, String token) {
        return switch (token) {
            case "M", "MM" -> padded(at.getMonthValue(), token.length());
            case "MMM" -> at.getMonth().getDisplayName(TextStyle.SHORT, ENGLISH);
            default -> at.getMonth().getDisplayName(TextStyle.FULL, ENGLISH);
        };
    }

    private static String day(ZonedDateTime at, String token) {
        return switch (token) {
            case "D", "DD" -> padded(at.getDayOfMonth(), token.length());
            case "Do" -> ordinal(at.getDayOfMonth());
            case "d" -> Integer.toString(Calendar.get(at, DateUnit.WEEK));
            case "dd" ->
                at.getDayOfWeek().getDisplayName(TextStyle.SHORT, ENGLISH).substring(0, 2);
            case "ddd" -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, ENGLISH);
            default -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, ENGLISH);
        };
    }

    /** {@code w} counts weeks from Sunday, the first holding January 1; {@code W} counts ISO weeks. */
    private static String week(ZonedDateTime at, String token) {
        int week = at.get(WeekFields.SUNDAY_START.weekOfWeekBasedYear());
        return switch (token) {
            case "wo" -> ordinal(week);
            case "w", "ww" -> padded(week, token.length());
            default -> padded(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), token.length());
        };
    }

    private static String time(ZonedDateTime at, String token) {
        int width = token.length();
        return switch (token.charAt(0)) {
            case 'H' -> padded(at.getHour(), width);
            case 'h' -> padded(at.get(ChronoField.CLOCK_HOUR_OF_AMPM), width);
            case 'k' -> padded(at.get(ChronoField.CLOCK_HOUR_OF_DAY), width);
            case 'm' -> padded(at.getMinute(), width);
            case 's' -> padded(at.getSecond(), width);
            case 'S' -> padded(at.get(ChronoField.MILLI_OF_SECOND), width);
            case 'a' -> at.getHour() < 12 ? "am" : "pm";
            default -> at.getHour() < 12 ? "AM" : "PM";
        };
    }

    private static String zone(ZonedDateTime at, String token) {
        return switch (token) {
            case "Z" -> DateTimeFormatter.ofPattern("xxx", ENGLISH).format(at);
            case "ZZ" -> DateTimeFormatter.ofPattern("xx", ENGLISH).format(at);
            case "zzz" -> ZoneNames.full(at);
            default -> ZoneNames.brief(at);
        };
    }

    private static String ordinal(int number) {
        int tens = number % 100;
        boolean teen = tens >= 11 && tens <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
