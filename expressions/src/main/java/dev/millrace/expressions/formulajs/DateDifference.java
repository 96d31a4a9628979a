package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** DATEDIF: the time between two dates in complete units, or what is left of larger ones. */
final class DateDifference {
    private DateDifference() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("DATEDIF", DateDifference::between);
    }

    private static Object between(Arguments args) {
        ZoneId zone = args.zone();
        String unit = TextFunctions.string(args.get(2)).toUpperCase(Locale.ROOT);
        boolean dates = Parsing.date(args.get(0), zone) instanceof JsDate start
                && !start.invalid()
                && Parsing.date(args.get(1), zone) instanceof JsDate end
                && !end.invalid();
        if (!dates) {
            throw NotNative.SIGNAL;
        }
        var first = (JsDate) Parsing.date(args.get(0), zone);
        var last = (JsDate) Parsing.date(args.get(1), zone);
        LocalDate from = first.in(zone).toLocalDate();
        LocalDate to = last.in(zone).toLocalDate();
        return switch (unit) {
            case "Y" -> Math.floor((Double) YearFraction.of(first, last, UNDEFINED, zone));
            case "M" -> (double) months(from, to);
            case "YM" -> (double) (months(from, to) % 12);
            case "D" -> CalendarFunctions.days(last, first, zone);
            case "MD" -> daysBesideMonths(first, from, last, to, zone);
            case "YD" -> daysBesideYears(first, from, last, to, zone);
            default -> UNDEFINED;
        };
    }

    private static int months(LocalDate from, LocalDate to) {
        int months = to.getMonthValue() - from.getMonthValue() + 12 * (to.getYear() - from.getYear());
        return to.getDayOfMonth() < from.getDayOfMonth() ? months - 1 : months;
    }

    private static Object daysBesideMonths(JsDate first, LocalDate from, JsDate last, LocalDate to, ZoneId zone) {
        if (from.getDayOfMonth() <= to.getDayOfMonth()) {
            return (double) (to.getDayOfMonth() - from.getDayOfMonth());
        }
        // The original moves the start in two steps that each may overflow, and in January by a whole year too far
        // ahead.
        boolean january = to.getMonthValue() == 1;
        LocalDate inYear =
                overflowing(january ? to.getYear() - 1 : to.getYear(), from.getMonthValue(), from.getDayOfMonth());
        int month = january ? 13 : to.getMonthValue() - 1;
        LocalDate moved = overflowing(inYear.getYear(), month, inYear.getDayOfMonth());
        return CalendarFunctions.days(last, first.onDay(moved, zone), zone);
    }

    private static Object daysBesideYears(JsDate first, LocalDate from, JsDate last, LocalDate to, ZoneId zone) {
        boolean sameYear = to.getMonthValue() > from.getMonthValue()
                || (to.getMonthValue() == from.getMonthValue() && to.getDayOfMonth() < from.getDayOfMonth());
        LocalDate moved =
                overflowing(sameYear ? to.getYear() : to.getYear() - 1, from.getMonthValue(), from.getDayOfMonth());
        return CalendarFunctions.days(last, first.onDay(moved, zone), zone);
    }

    private static LocalDate overflowing(int year, int month, int day) {
        return LocalDate.of(year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
    }
}
